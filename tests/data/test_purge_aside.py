"""What is kept beside the tickets is purged too; what is gone by hand is found; and what is purged is gone."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from data import log, messages, people, visitor
from data.log.purged import Purged
from data.records import Event
from data.store import Store
from data.views import Signed
from tests.clocks import MORNING, MovableClock
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.purging import PRINTER, lived, store
from tests.data.refusing import refused

__all__ = ["lived", "store"]


def test_what_was_told_printed_or_tried_goes_too(
    store: Store, url: str, clock: MovableClock, lived: dict[str, str]
) -> None:
    raw.run(url, "INSERT INTO attempt (name, \"window\", wrong, wrong_at) SELECT 'x', 1, 1, at FROM store")
    left = []
    for _ in range(5):
        visitor.take(store, service="id-card", printer=PRINTER)
        left.append(
            [raw.rows(url, f"SELECT count(*) FROM {table}")[0][0] for table in ("message", "printing", "attempt")]
        )
        clock.advance(days=1)
    assert left == [[1, 2, 1], [1, 3, 1], [1, 4, 1], [0, 3, 0], [0, 3, 0]]


def test_what_a_wrong_clock_dated_in_the_future_keeps_nothing_that_came_later(
    store: Store, url: str, clock: MovableClock
) -> None:
    clock.advance(days=300)
    told_and_printed(store)
    clock.set(MORNING)
    left = []
    for day in range(330):
        clock.set(MORNING + timedelta(days=day))
        if day not in range(10, 290):
            told_and_printed(store)
            left.append([raw.rows(url, f"SELECT count(*) FROM {table}")[0][0] for table in ("message", "printing")])
    assert left[3:10] == [[4, 4]] * 7
    assert left[-25:] == [[3, 3]] * 25


def told_and_printed(store: Store) -> None:
    visitor.take(store, service="id-card", printer=PRINTER)
    messages.message(store, window=1, text="Ask Rəna")


def test_the_name_of_one_who_was_disabled_goes(store: Store, url: str, clock: MovableClock) -> None:
    leyla = people.add(store, "Leyla", "supervisor", "271828")
    by = Signed(leyla.person, leyla.name, leyla.role)
    for name in ("Vüsal", "Rəna", "#2"):
        people.add(store, name, "operator", "314159", by)
    for name in ("Vüsal", "Rəna"):
        people.disable(store, name, by)
    people.reset(store, "Rəna", "265358", by)
    visitor.take(store, service="id-card")
    clock.advance(days=1)
    people.disable(store, "Vüsal", by)
    for _ in range(3):
        visitor.take(store, service="id-card")
        clock.advance(days=1)
    assert [person.name for person in people.everyone(store)] == ["Leyla", "##2", "Rəna", "#2"]
    assert raw.rows(url, "SELECT id FROM person WHERE pin = ''") == [(2,)]
    assert refused(store, lambda: people.admit(store, name="##2", pin="314159")) == "wrong-pin"
    assert people.admit(store, name="Rəna", pin="265358").person == 3


def test_what_is_gone_by_hand_is_found(store: Store, url: str, clock: MovableClock, lived: dict[str, str]) -> None:
    clock.advance(days=2)
    taken = visitor.take(store, service="id-card", class_="immediate", reason="faints").revision
    assert log.verify(store).ok
    for column in ("code", "request_key"):
        value = "NULL" if column == "code" else "'mine'"
        with raw.edited(url, "ticket", f"id = {taken}", column, value):
            assert _wrong(store) == taken
    with raw.edited(url, "ticket", "number = 1 AND series = 'B'", "request_key", "'mine'"):
        assert not log.verify(store).ok
    with raw.removed(url, "note", f"revision = {taken}"):
        assert _wrong(store) == taken
    ((later,),) = raw.rows(url, "SELECT revision FROM note WHERE text = 'Leyla'")
    with raw.removed(url, "note", f"revision = {later}"):
        assert _wrong(store) == later
    ((lunch,),) = raw.rows(url, "SELECT revision FROM note WHERE text = 'lunch'")
    with raw.removed(url, "note", f"revision = {lunch}"):
        assert _wrong(store) == lunch
    with raw.edited(url, "event", "act = 'purge'", "service_day", "'2026-11-28'"):
        assert not log.verify(store).ok
    assert log.verify(store).ok


def _wrong(store: Store) -> int:
    error = log.verify(store).error or ""
    return int(error.removeprefix("revision ").split(":")[0])


def test_a_purge_covers_what_was_before_it_only() -> None:
    done = Purged(10, "2026-11-25")
    noon = round(MORNING.timestamp() * 1_000_000)
    day = 24 * 3600 * 1_000_000
    assert done.covers(Event(9, noon, "take", ticket_id=9, service_day="2026-11-25"))
    assert not done.covers(Event(11, noon, "take", ticket_id=11, service_day="2026-11-25"))
    assert not done.covers(Event(9, noon, "take", ticket_id=9, service_day="2026-11-26"))
    assert done.covers(Event(9, noon - day, "break"))
    assert not done.covers(Event(9, noon, "break"))


@sqlite_only
def test_what_is_purged_is_not_in_the_file_any_more(
    store: Store, url: str, clock: MovableClock, lived: dict[str, str]
) -> None:
    """SQLite itself leaves a copy of few codes in the unused part of pages that it once divided, until they fill up."""
    path = Path(url.removeprefix("sqlite:///"))
    many = [visitor.take(store, service="id-card").code.encode() for _ in range(300)]
    reasons = [b"fell ill", "Əli".encode(), b"a key"]
    assert [secret for secret in (*many, *reasons) if secret not in whole(path)] == []
    clock.advance(days=2)
    visitor.take(store, service="notary")
    store.close()
    assert [secret for secret in reasons if secret in whole(path)] == []
    assert len([secret for secret in many if secret in whole(path)]) < 10
    raw.run(url, "VACUUM")
    assert [secret for secret in many if secret in whole(path)] == []
    assert b"Leyla" in whole(path)


def whole(path: Path) -> bytes:
    """Every byte of the store's file, after all that was written has come into it."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    return path.read_bytes() + b"".join(other.read_bytes() for other in path.parent.glob(f"{path.name}-wal"))
