"""The corners of a report that days at random seldom come to."""

from datetime import UTC, date, datetime

from data import shifts, visitor, window
from data.reports.grouping import By
from data.reports.lengths import edges, lengths, longest
from data.reports.place_rule import Windows, callable_at
from data.reports.report import Group, report
from data.reports.rows import FRONT, OPEN, REQUEUE, TAKE, TRANSFER, Row
from data.reports.waiter import Waiter, apply
from data.store import Store
from data.texts import words
from data.views import Signed
from tests.clocks import MovableClock
from tests.data.reports.days import ADD_PERSON

EVENING = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)
"""20:00 in Berlin."""
TODAY = date(2026, 11, 25)


def row(act: str, at: int = 0, *, window: int | None = None, kept_for: int | None = None, place: int = 0) -> Row:
    """An event of a ticket for a passport, or of a window that serves that."""
    return (1, at, act, 1, "2026-11-25", "passport", window, "passport", place, None, None, None, kept_for)


def waiter(*rows: Row) -> Waiter:
    """A ticket after these events, the first of which is its take."""
    ticket = Waiter(row(TAKE), None, "en")
    for each in rows:
        apply(ticket, each)
    return ticket


def test_the_pause_of_one_who_was_put_back_ends_with_its_last_moment() -> None:
    put_back = waiter(row(REQUEUE, 1000))
    found = [callable_at(put_back, at, 1, 100, Windows(())) for at in (1000, 1099, 1100, 999)]
    assert found == [False, False, True, True]


def test_one_who_was_put_in_front_has_no_pause() -> None:
    in_front = waiter(row(REQUEUE, 1000), row(FRONT, 1010, place=-7))
    assert (callable_at(in_front, 1020, 1, 100, Windows(())), in_front.place) == (True, -7)


def test_one_who_was_sent_back_is_for_that_window_while_it_can_call_him() -> None:
    sent_back = waiter(row(TRANSFER, window=2, kept_for=1))
    windows = Windows([1, 2])
    assert [callable_at(sent_back, 5, window, 0, windows) for window in (1, 2)] == [True, False]
    windows.serve((2, 1, "assign", None, None, None, 1, "notary", None, None, None, None, None))
    assert callable_at(sent_back, 5, 2, 0, windows)
    windows.work(row(OPEN, window=1))
    assert not callable_at(sent_back, 5, 2, 0, windows)
    assert callable_at(sent_back, 5, 2, 0, Windows([2]))


def test_the_queue_of_a_stretch_begins_with_those_who_go_on_waiting() -> None:
    found = [*edges(0, 10), *edges(0, 30), *edges(5, 10), *edges(20, 40), *edges(7, 7)]
    assert lengths(found, [(0, 10), (10, 20), (20, 40), (40, 50)]) == [(25, 3), (10, 1), (30, 2), (0, 0)]
    assert (longest(found), longest([]), longest([*edges(0, 5), *edges(5, 9)])) == (3, 0, 1)


def test_what_is_undone_after_the_next_day_has_begun(store: Store, clock: MovableClock) -> None:
    clock.set(EVENING)
    window.open(store, window=1)
    visitor.take(store, service="passport")
    window.call(store, window=1)
    window.start(store, window=1)
    clock.advance(hours=13)
    window.finish(store, window=1)
    clock.advance(2)
    visitor.take(store, service="passport")
    clock.advance(2)
    window.undo(store, window=1)
    found = {group.group: group.figures for group in told(store, By.DAY, None)}
    assert (found["2026-11-25"]["served"], found["2026-11-25"]["service_n"]) == (0, 0)
    clock.advance(2)
    window.finish(store, window=1)
    found = {group.group: group.figures for group in told(store, By.DAY, None)}
    assert (found["2026-11-25"]["served"], found["2026-11-25"]["service_max_s"]) == (1, 13 * 3600 + 6)


def test_who_was_signed_on_long_after_the_period_while_one_of_its_tickets_was_in_hand(
    store: Store, clock: MovableClock
) -> None:
    with store.transaction():
        store.run(ADD_PERSON, {"id": 1, "name": "Aysel", "role": "operator", "pin": "", "active": True})
    signed = shifts.sign_on(store, window=1, by=Signed(1, "Aysel", "operator"))
    window.open(store, window=1, by=signed)
    visitor.take(store, service="passport")
    window.call(store, window=1, by=signed)
    window.start(store, window=1, by=signed)
    clock.advance(days=3)
    shifts.sign_off(store, window=1, by=signed)
    clock.advance(days=1)
    window.finish(store, window=1)
    found = {group.name: group.figures for group in told(store, By.OPERATOR, TODAY)}
    assert {name: figures["serving_s"] for name, figures in found.items()} == {"Aysel": 3 * 86_400, "–": 86_400}
    assert {name: figures["working_s"] for name, figures in found.items()} == {"Aysel": 3 * 86_400, "–": 86_400}


def told(store: Store, by: By, last: date | None) -> tuple[Group, ...]:
    """The groups of a report that begins today."""
    return report(store, first=TODAY, last=last or date(2026, 11, 30), by=by, say=words("en")).groups
