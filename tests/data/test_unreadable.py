"""What is edited into something that cannot even be read is found as well."""

from data.log.verify import verify
from data.store import Store
from tests.data import raw
from tests.data.test_verify import centre, written, wrong

__all__ = ["centre", "written"]


HUGE = "9000000000000000000"
UNREADABLE = [
    ("event", "revision = 6", "at", HUGE, 6),
    ("event", "revision = 6", "at", f"-{HUGE}", 6),
    ("event", "revision = 3", "arrival", HUGE, 3),
    ("event", "revision = 6", "act", "'dance'", 6),
    ("ticket", "id = 2", "arrival", HUGE, 7),
]
OF_ANOTHER_TYPE = [
    ("event", "revision = 6", "at", "'noon'", 6),
    ("event", "revision = 3", "seal", "'wax'", 3),
    ("event", "revision = 6", "digest", "'abc'", 6),
    ("note", "revision = 10", "salt", "'sugar'", 10),
    ("note", "revision = 10", "text", "x'ff'", 10),
    ("ticket", "id = 2", "number", "'one'", 7),
    ("ticket", "id = 2", "service_day", "x'ff'", 7),
]


def test_a_value_that_cannot_be_read(store: Store, url: str) -> None:
    """SQLite keeps what it is given, of whatever type."""
    for table, key, column, value, revision in UNREADABLE + OF_ANOTHER_TYPE * url.startswith("sqlite"):
        with raw.edited(url, table, key, column, value):
            assert (table, column, wrong(verify(store))) == (table, column, revision)
    assert verify(store).ok
