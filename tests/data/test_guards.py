"""The guards of the acts, each at its exact boundary."""

from data import board, setup, visitor, window
from data.centre import read
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import moments
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_window import calls, row

JUST_BEFORE = -0.000_001
OFF = """
[rules]
recall_after = "0s"
no_show_calls = 0
no_show_after = "0s"
requeue_pause = "0s"
requeue_times = 0
revive_within = "0s"
undo_within = "0s"
"""


@sqlite_only
def test_recall_is_refused_for_15_seconds_after_each_call(store: Store, clock: MovableClock) -> None:
    called = moments.called(store, clock)
    for _ in range(3):
        clock.advance(15 + JUST_BEFORE)
        assert refused(store, lambda: window.recall(store, window=1)) == "too-soon"
        clock.advance(-JUST_BEFORE)
        again = window.recall(store, window=1)
        assert (again.ticket, again.state, again.window) == (called.ticket, "called", 1)
        (newest,) = board.read(store).calls
        assert (newest.ticket, newest.at, newest.revision) == ("A001", again.at, again.revision)


@sqlite_only
def test_no_show_needs_two_calls_and_a_minute_since_the_first(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    clock.advance(hours=1)
    assert refused(store, lambda: window.no_show(store, window=1)) == "too-soon"
    window.requeue(store, window=1)
    clock.advance(minutes=5)
    window.call(store, window=1)
    clock.advance(15)
    window.recall(store, window=1)
    clock.advance(45 + JUST_BEFORE)
    assert refused(store, lambda: window.no_show(store, window=1)) == "too-soon"
    clock.advance(-JUST_BEFORE)
    gone = window.no_show(store, window=1)
    assert (gone.state, gone.window, gone.ahead) == ("no-show", 1, None)
    assert calls(store) == [("A001", 1)]


def test_a_requeued_ticket_is_passed_over_for_five_minutes(store: Store, clock: MovableClock) -> None:
    first = moments.called(store, clock)
    visitor.take(store, service="id-card")
    back = window.requeue(store, window=1)
    assert (back.state, back.ahead, back.window) == ("waiting", 0, 1)
    assert calls(store) == []
    assert moments.called_again(store).ticket == "A002"
    window.start(store, window=1)
    clock.advance(minutes=5, seconds=JUST_BEFORE)
    assert window.next(store, window=1) is None
    clock.advance(-JUST_BEFORE)
    again = moments.called_again(store)
    assert (again.ticket, row(store, first.code).calls) == ("A001", 1)
    assert verify(store).ok


def test_a_requeued_ticket_can_be_chosen_at_once(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    window.requeue(store, window=1)
    chosen = window.call(store, window=3, ticket="A001", reason="is back")
    assert chosen
    assert chosen.window == 3


@sqlite_only
def test_a_ticket_is_requeued_at_most_twice(store: Store, clock: MovableClock) -> None:
    first = moments.called(store, clock)
    place = row(store, first.code).place
    for _ in range(2):
        window.requeue(store, window=1)
        clock.advance(minutes=5)
        window.call(store, window=1)
    assert refused(store, lambda: window.requeue(store, window=1)) == "too-often"
    assert row(store, first.code).place == place
    window.transfer(store, window=1, service="tax")
    window.call(store, window=3)
    assert refused(store, lambda: window.requeue(store, window=3)) == "too-often"


@sqlite_only
def test_a_no_show_is_revived_within_half_an_hour(store: Store, clock: MovableClock) -> None:
    first = moments.no_show(store, clock)
    before = row(store, first.code)
    clock.advance(minutes=30)
    visitor.take(store, service="id-card")
    back = window.revive(store, window=1, ticket="a1")
    after = row(store, first.code)
    assert (back.state, back.ahead, back.window, back.service) == ("waiting", 0, 1, "id-card")
    assert (after.place, after.arrival, after.calls) == (before.place, before.arrival, 0)
    assert visitor.ticket(store, code=first.code).window is None
    assert calls(store) == [("A001", 1)]
    window.call(store, window=1)
    clock.advance(60)
    window.recall(store, window=1)
    window.no_show(store, window=1)
    clock.advance(minutes=30, seconds=-JUST_BEFORE)
    assert refused(store, lambda: window.revive(store, window=1, ticket="A001")) == "not-allowed"


def test_rules_that_are_switched_off(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, read(CENTRE + OFF, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        moments.called(store, clock)
        window.recall(store, window=1)
        for _ in range(5):
            window.requeue(store, window=1)
            moments.called_again(store)
        window.no_show(store, window=1)
        clock.advance(hours=10)
        window.revive(store, window=1, ticket="A001")
        moments.called_again(store)
        clock.advance(hours=1)
        assert window.undo(store, window=1).state == "waiting"
        assert verify(store).ok
