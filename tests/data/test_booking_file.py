"""A file of bookings: the right rows are taken, each once, and every wrong one is named by its line."""

from pathlib import Path

import pytest

from data import bookings, visitor
from data.booking_file import Outcome, take_in
from data.centre import Centre
from data.log import verify
from data.refused import Refused
from data.store import Store
from tests.data.bookable import bookable
from tests.data.kinds import sqlite_only
from tests.data.refusing import is_a_sentence, refused

pytestmark = sqlite_only
GOOD = "service,at,name,language,key\nnotary,2026-11-25T11:00,Əli Vəliyev,ru,k-1\nnotary,2026-11-26 09:20,,,\n"


@pytest.fixture
def centre() -> Centre:
    return bookable()


def taken(store: Store, folder: Path, text: str | bytes) -> list[Outcome]:
    file = folder / "bookings.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(take_in(store, file))


def wrong(outcomes: list[Outcome]) -> list[tuple[int, str]]:
    return [(outcome.line, outcome.wrong.code) for outcome in outcomes if outcome.wrong]


def test_the_rows_are_booked(store: Store, tmp_path: Path) -> None:
    first, second = taken(store, tmp_path, GOOD)
    assert first.booking
    assert second.booking
    assert (first.line, first.known, first.booking.language, first.booking.state) == (2, False, "ru", "booked")
    found = [(f"{b.slot:%d %H:%M}", b.service, b.name, b.language) for b in bookings.coming(store)]
    assert found == [("25 11:00", "notary", "Əli Vəliyev", "ru"), ("26 09:20", "notary", "", "az")]
    assert visitor.book(store, service="notary", at=first.booking.slot, key="k-1").code == first.booking.code  # type: ignore[arg-type]
    assert verify(store).ok


def test_the_same_file_twice_books_nothing_twice(store: Store, tmp_path: Path) -> None:
    first = taken(store, tmp_path, GOOD)
    before = store.revision()
    again = taken(store, tmp_path, GOOD.replace("\n", "\r\n").replace(",", ";"))
    assert [o.booking and o.booking.code for o in again] == [o.booking and o.booking.code for o in first]
    assert ([o.known for o in again], store.revision()) == ([True, True], before)


def test_two_rows_that_are_the_same_are_two_bookings(store: Store, tmp_path: Path) -> None:
    """Nobody says whose they are: the second is not the first once more. There is one window, so one place."""
    rows = "service,at\nnotary,2026-11-25T11:00\nnotary,2026-11-25T11:00\n"
    assert wrong(taken(store, tmp_path, rows)) == [(3, "slot-full")]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "mac"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_however_a_spreadsheet_writes_it(store: Store, tmp_path: Path, mark: bytes, end: str, separator: str) -> None:
    text = 'At,Service,Name\n2026-11-25T11:00+04:00,notary,"Əli, ""Vəli"""\n,,\n\n'
    text = text.replace(",", separator).replace(f"Əli{separator}", "Əli,").replace("\n", end)
    (outcome,) = taken(store, tmp_path, mark + text.encode())
    assert (outcome.line, outcome.wrong) == (2, None)
    assert [booking.name for booking in bookings.coming(store)] == ['Əli, "Vəli"']


def test_every_wrong_row_is_named_and_the_right_ones_are_taken(store: Store, tmp_path: Path) -> None:
    rows = [
        *("service,at,name,language,key", "visa,2026-11-25T11:00,,,", "notary,tomorrow,,,", "notary,2026-11-25,,,"),
        *("", "notary,2026-11-25T11:07,,,", "tax,2026-11-25T11:00,,,", "notary,2026-11-25T11:00,,de,", "notary"),
        *("notary,2026-11-25T11:00,Əli,az,k,more", f"notary,2026-11-25T11:00,{'x' * 501},,"),
        *("notary,2026-11-25T11:20,Əli,az,k", "notary,2026-11-25T11:40,Əli,az,k", "notary,2026-11-25T09:00,,,"),
        *('notary,2026-11-25T12:00,"a ""name"" on', 'two lines",,', 'notary,2026-11-25T12:20,"never closed,,', "x"),
    ]
    outcomes = taken(store, tmp_path, "\n".join(rows))
    assert wrong(outcomes) == [
        *((2, "unknown-service"), (3, "not-allowed"), (4, "not-allowed"), (6, "not-a-slot"), (7, "not-bookable")),
        *((8, "not-allowed"), (9, "not-allowed"), (10, "not-allowed"), (11, "not-allowed"), (13, "key-reused")),
        *((14, "not-a-slot"), (17, "not-allowed")),
    ]
    assert all(is_a_sentence(str(outcome.wrong)) for outcome in outcomes if outcome.wrong)
    assert [outcome.line for outcome in outcomes if outcome.booking] == [12, 15]


@pytest.mark.parametrize(
    "text",
    ["", " \n", "notary,2026-11-25T11:00\n", "service,name\n", "service,at,at\n", "service,at,colour\n", '"service,at',
     "service\tat\n", b"\xff\xfe\x00s", b"service,at\nnotary,\x00\n", b"\x89PNG\r\n\x1a\n\x00\x00"],
)  # fmt: skip
def test_a_file_that_is_none(store: Store, tmp_path: Path, text: str | bytes) -> None:
    assert refused(store, lambda: taken(store, tmp_path, text)) == "bad-bookings-file"


def test_a_file_that_cannot_be_read(store: Store, tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere.csv", tmp_path, tmp_path / ("x" * 5000)):
        with pytest.raises(Refused) as caught:
            list(take_in(store, file))
        assert caught.value.code == "bad-bookings-file"
