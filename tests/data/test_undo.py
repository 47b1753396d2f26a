"""Undo: the window's last act is taken back, as if it had not been."""

from collections.abc import Callable

import pytest

from data import board, log, visitor, window
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.data import moments
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_window import calls, row

Way = Callable[[Store, MovableClock], object]
UNDOABLE: dict[str, tuple[Way, Callable[[Store], object]]] = {
    "call": (moments.waiting, lambda store: window.call(store, window=1)),
    "start": (moments.called, lambda store: window.start(store, window=1)),
    "finish": (moments.serving, lambda store: window.finish(store, window=1)),
    "requeue": (moments.called, lambda store: window.requeue(store, window=1)),
    "hold": (moments.serving, lambda store: window.hold(store, window=1, reason="a photo")),
    "transfer": (moments.serving, lambda store: window.transfer(store, window=1, service="tax")),
    "out of turn": (moments.waiting, lambda store: window.call(store, window=1, ticket="A001", reason="asked")),
}


def recalled(store: Store, clock: MovableClock) -> object:
    moments.called(store, clock)
    clock.advance(60)
    return window.recall(store, window=1)


UNDOABLE["no-show"] = (recalled, lambda store: window.no_show(store, window=1))


@pytest.mark.parametrize("act", UNDOABLE)
def test_state_place_and_counts_come_back(store: Store, clock: MovableClock, act: str) -> None:
    way, done = UNDOABLE[act]
    way(store, clock)
    code = visitor.take(store, service="notary") and _code(store)
    before, shown, waiting = row(store, code), calls(store), board.read(store).waiting
    done(store)
    clock.advance(10)
    undone = window.undo(store, window=1)
    after = row(store, code)
    assert after == before._replace(revision=after.revision, acted_at=after.acted_at)
    assert (undone.state, undone.window, undone.revision) == (before.state, 1, store.revision())
    assert (calls(store), [queue.waiting for queue in board.read(store).waiting]) == (
        shown,
        [queue.waiting for queue in waiting],
    )
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"
    done(store)
    assert verify(store).ok


def _code(store: Store) -> str:
    """The code of A001."""
    first = next(event for event in log.events(store) if event.act == "take")
    with store.snapshot():
        from data import tickets

        found = tickets.by_id(store, first.revision)
    assert found
    assert found.code
    return found.code


@sqlite_only
def test_ten_seconds_and_no_longer(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    clock.advance(10.000_001)
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"


@sqlite_only
def test_an_undone_call_leaves_the_board_and_stays_among_the_announcements(store: Store, clock: MovableClock) -> None:
    since = moments.called(store, clock).revision - 1
    window.undo(store, window=1)
    assert calls(store) == []
    assert [call.ticket for call in log.calls(store, since=since)] == ["A001"]


def test_after_next_only_the_call_is_taken_back(store: Store, clock: MovableClock) -> None:
    first = moments.serving(store, clock)
    visitor.take(store, service="passport")
    second = window.next(store, window=1)
    assert second
    assert (window.undo(store, window=1).ticket, calls(store)) == ("A002", [("A001", 1)])
    assert visitor.ticket(store, code=first.code).state == "served"
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"
    again = window.call(store, window=1)
    assert again
    assert again.code == second.code


@sqlite_only
@pytest.mark.parametrize("act", ["recall", "open", "resume", "revive", "remove", "undo"])
def test_acts_that_cannot_be_taken_back(store: Store, clock: MovableClock, act: str) -> None:
    match act:
        case "recall":
            recalled(store, clock)
        case "open":
            moments.waiting(store, clock)
        case "resume":
            moments.on_hold(store, clock)
            window.resume(store, window=1, ticket="A001")
        case "revive":
            moments.no_show(store, clock)
            window.revive(store, window=1, ticket="A001")
        case "remove":
            moments.called(store, clock)
            window.remove(store, ticket="A001", reason="left")
        case "undo":
            moments.called(store, clock)
            window.undo(store, window=1)
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"


@sqlite_only
def test_a_ticket_that_has_gone_on_elsewhere(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    window.transfer(store, window=1, service="tax")
    window.call(store, window=3)
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"
    assert window.undo(store, window=3).state == "waiting"
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"


@sqlite_only
def test_a_visitor_who_gave_up_what_is_on_hold(store: Store, clock: MovableClock) -> None:
    held = moments.on_hold(store, clock)
    visitor.cancel(store, code=held.code)
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"


@sqlite_only
def test_another_window_cannot_undo(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    assert refused(store, lambda: window.undo(store, window=3)) == "not-allowed"
    assert refused(store, lambda: window.undo(store, window=2)) == "not-allowed"


@sqlite_only
def test_an_undone_requeue_does_not_count(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    for _ in range(4):
        window.requeue(store, window=1)
        assert window.undo(store, window=1).state == "called"
    assert verify(store).ok


@sqlite_only
def test_an_undone_call_gives_the_pause_back(store: Store, clock: MovableClock) -> None:
    """A ticket that was put back, called early by choice, and that call undone, is still passed over."""
    moments.called(store, clock)
    window.requeue(store, window=1)
    window.call(store, window=1, ticket="A001", reason="asked")
    window.undo(store, window=1)
    assert window.call(store, window=1) is None
