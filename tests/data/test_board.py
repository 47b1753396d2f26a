"""What everyone sees: the newest calls, and how many wait."""

from datetime import timedelta

import pytest

from data import board, log, visitor, window
from data.store import Store
from data.views import Call, Queue
from tests.clocks import MORNING, MovableClock
from tests.data import moments
from tests.data.kinds import sqlite_only


def test_nothing_has_happened(store: Store) -> None:
    read = board.read(store)
    (event,) = log.events(store)
    assert (read.centre, read.revision, read.head, read.calls) == ("test", 1, event.digest.hex(), ())
    assert read.waiting == tuple(Queue(service, 0, None) for service in ("id-card", "passport", "tax", "notary"))


def test_calls_newest_first_and_who_waits(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    for service in ("tax", "tax", "passport"):
        clock.advance(10)
        visitor.take(store, service=service)
    clock.advance(5.9)
    first, second = moments.called_again(store, 1), moments.called_again(store, 3)
    read = board.read(store)
    assert read.calls == (
        Call("B001", 3, clock.moment, second.revision),
        Call("A001", 1, clock.moment, first.revision),
    )
    assert read.waiting == (
        Queue("id-card", 0, None),
        Queue("passport", 1, 5),
        Queue("tax", 1, 15),
        Queue("notary", 0, None),
    )
    assert read.revision == store.revision()
    assert clock.moment == MORNING + timedelta(seconds=35.9)


def test_a_recall_is_the_newest_call(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    visitor.take(store, service="tax")
    moments.called_again(store, 3)
    clock.advance(20)
    window.recall(store, window=1)
    assert [(call.ticket, call.at) for call in board.read(store).calls] == [
        ("A001", clock.moment),
        ("B001", clock.moment - timedelta(seconds=20)),
    ]


@sqlite_only
@pytest.mark.parametrize(
    ("state", "stays"),
    [
        ("serving", True),
        ("served", True),
        ("no-show", True),
        ("on-hold", True),
        ("cancelled", False),
        ("expired", False),
    ],
)
def test_a_call_stays_after_serving(store: Store, clock: MovableClock, state: str, stays: bool) -> None:
    moments.STATES[state](store, clock)
    assert [call.ticket for call in board.read(store).calls] == ["A001"] * stays


@sqlite_only
def test_a_call_leaves_on_requeue_and_undo(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    window.requeue(store, window=1)
    assert board.read(store).calls == ()
    clock.advance(minutes=5)
    moments.called_again(store)
    window.undo(store, window=1)
    assert board.read(store).calls == ()


@sqlite_only
def test_at_most_twenty_calls(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    for _ in range(22):
        visitor.take(store, service="id-card")
        moments.called_again(store)
        window.start(store, window=1)
        window.finish(store, window=1)
    assert [call.ticket for call in board.read(store).calls] == [f"A{number:03}" for number in range(22, 2, -1)]


@sqlite_only
def test_a_board_of_before_does_not_change(store: Store, clock: MovableClock) -> None:
    before = board.read(store)
    kept = before.waiting, before.calls
    moments.called(store, clock)
    assert (before.waiting, before.calls) == kept
    with pytest.raises(AttributeError):
        before.revision = 7  # type: ignore[misc]


@sqlite_only
def test_offers(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="passport")
    visitor.take(store, service="passport")
    offered = [(offer.service, offer.waiting, offer.open, offer.full) for offer in board.offers(store)]
    assert offered == [
        (service, n, True, False) for service, n in (("id-card", 1), ("passport", 2), ("tax", 0), ("notary", 0))
    ]


@sqlite_only
def test_a_burst_is_announced_call_by_call(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="tax")
    since = store.revision()
    moments.called_again(store, 1)
    moments.called_again(store, 3)
    clock.advance(20)
    window.recall(store, window=1)
    calls = log.calls(store, since=since)
    assert [(call.ticket, call.window) for call in calls] == [("A001", 1), ("B001", 3), ("A001", 1)]
    assert [call.revision for call in calls] == sorted(call.revision for call in calls)
    assert log.calls(store, since=store.revision()) == ()
