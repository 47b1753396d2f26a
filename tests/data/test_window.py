"""The acts of a window."""

from datetime import timedelta

import pytest

from data import board, log, setup, tickets, visitor, window
from data.centre import read
from data.log import verify
from data.records import Ticket
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import moments
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused


def row(store: Store, code: str) -> Ticket:
    """Everything that is kept of a ticket."""
    with store.snapshot():
        return tickets.by_code(store, code)


def calls(store: Store) -> list[tuple[str, int]]:
    return [(call.ticket, call.window) for call in board.read(store).calls]


def test_transfer_keeps_number_arrival_class_and_place(store: Store, clock: MovableClock) -> None:
    taken = visitor.take(store, service="id-card", class_="priority")
    window.open(store, window=1)
    window.call(store, window=1)
    before = row(store, taken.code)
    clock.advance(60)
    visitor.take(store, service="tax")
    moved = window.transfer(store, window=1, service="tax")
    after = row(store, taken.code)
    assert (moved.ticket, moved.service, moved.state, moved.window, moved.ahead) == ("A001", "tax", "waiting", 1, 0)
    kept = ("series", "number", "arrival", "class_", "place", "first_service", "code", "language")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert (after.calls, visitor.ticket(store, code=taken.code).window, calls(store)) == (0, None, [("A001", 1)])
    assert window.call(store, window=1) is None
    window.open(store, window=2)
    assert moments.called_again(store, 2).ticket == "A001"
    assert verify(store).ok


def test_transfer_to_a_service_that_is_closed_or_full(sqlite_url: str, clock: MovableClock) -> None:
    hours = CENTRE.replace('id = "test"', 'id = "test"\nhours = { mon-sun = ["09:00-11:00"] }')
    full = hours.replace('series = "B"', 'series = "B"\nquota = 1')
    setup.init(sqlite_url, read(full, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        visitor.take(store, service="tax")
        assert refused(store, lambda: visitor.take(store, service="tax")) == "quota-full"
        moments.called(store, clock)
        clock.advance(hours=1)
        assert refused(store, lambda: visitor.take(store, service="notary")) == "service-closed"
        assert window.transfer(store, window=1, service="tax").service == "tax"
        for service, code in (("visa", "unknown-service"), ("tax", "not-allowed")):
            moments.called_again(store, 3)
            assert refused(store, lambda s=service: window.transfer(store, window=3, service=s)) == code
            window.start(store, window=3)
            window.finish(store, window=3)


def test_what_is_on_hold_is_called_back_at_any_window_that_serves_it(store: Store, clock: MovableClock) -> None:
    held = moments.on_hold(store, clock)
    window.open(store, window=2)
    assert refused(store, lambda: window.resume(store, window=2, ticket="A001")) == "not-served-here"
    since = store.revision()
    visitor.take(store, service="id-card")
    moments.called_again(store)
    assert refused(store, lambda: window.resume(store, window=1, ticket="A001")) == "ticket-in-hand"
    back = window.resume(store, window=3, ticket="A001")
    assert (back.state, back.window, back.code) == ("called", 3, held.code)
    said = [(call.ticket, call.window) for call in log.calls(store, since=since)]
    assert said == [("A002", 1), ("A001", 3)]
    assert calls(store) == [("A001", 3), ("A002", 1)]
    assert (row(store, held.code).calls, row(store, held.code).started_at) == (1, None)


@pytest.mark.parametrize("reason", [None, "", " \t"])
@sqlite_only
def test_a_reason_is_needed(store: Store, clock: MovableClock, reason: str | None) -> None:
    moments.called(store, clock)
    visitor.take(store, service="id-card")
    for act in (
        lambda: window.hold(store, window=1, reason=reason),
        lambda: window.remove(store, ticket="A001", reason=reason),
        lambda: window.call(store, window=3, ticket="A002", reason=reason),
        lambda: visitor.take(store, service="tax", class_="immediate", reason=reason),
    ):
        assert refused(store, act) == "reason-missing"


def test_a_call_out_of_turn_says_so(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="passport")
    since = store.revision()
    chosen = window.call(store, window=3, ticket=" a2 ", reason="cannot wait")
    window.call(store, window=1)
    assert chosen
    assert chosen.ticket == "A002"
    said = [(event.ticket, bool(event.out_of_turn), event.services) for event in log.events(store, since=since)]
    assert said == [("A002", True, "id-card,passport,tax,notary"), ("A001", False, "id-card,passport")]
    assert refused(store, lambda: window.call(store, window=3, ticket="A002", reason="x")) == "ticket-in-hand"


@sqlite_only
def test_what_is_not_there_or_not_served_cannot_be_chosen(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="tax")
    for name in ("A002", "Z001", "A0", "A", "", "001", "A001x", "A" * 300, "[/]", "{x}", "A9999999999"):
        chosen = lambda name=name: window.call(store, window=1, ticket=name, reason="asked")  # noqa: E731
        assert refused(store, chosen) == "unknown-ticket"
    assert refused(store, lambda: window.call(store, window=1, ticket="B001", reason="x")) == "not-served-here"


def test_next_does_the_common_thing(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="passport")
    first = window.next(store, window=1)
    assert first
    assert first.ticket == "A001"
    assert refused(store, lambda: window.next(store, window=1)) == "not-started"
    assert refused(store, lambda: window.finish(store, window=1)) == "not-started"
    window.start(store, window=1)
    since = store.revision()
    both = window.finish_and_call(store, window=1)
    assert (both.finished, both.called and both.called.ticket) == ("A001", "A002")
    assert [(event.act, event.ticket) for event in log.events(store, since=since)] == [
        ("finish", "A001"),
        ("call", "A002"),
    ]
    window.start(store, window=1)
    assert window.next(store, window=1) is None
    assert visitor.ticket(store, code=both.called.code if both.called else "").state == "served"


@sqlite_only
def test_a_window_closes_with_nothing_in_hand(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    assert refused(store, lambda: window.close(store, window=1)) == "ticket-in-hand"
    assert refused(store, lambda: window.open(store, window=1)) == "not-allowed"
    window.requeue(store, window=1)
    closed = window.close(store, window=1)
    assert (closed.window, closed.state, closed.services) == (1, "closed", ("id-card", "passport"))
    assert (closed.at, closed.revision) == (clock.moment, store.revision())
    assert window.open(store, window=1).state == "open"


def test_the_smallest_place_is_called_first(store: Store, clock: MovableClock) -> None:
    """Priority counts as if one had come 20 minutes earlier; immediate comes at once; equal places go by taking."""
    window.open(store, window=3)
    minutes = [("tax", "normal", 0), ("id-card", "normal", 1), ("tax", "priority", 20), ("passport", "priority", 22)]
    minutes += [("notary", "immediate", 30), ("tax", "normal", 30), ("id-card", "normal", 30)]
    start = clock.moment
    for service, class_, minute in minutes:
        clock.set(start + timedelta(minutes=minute))
        visitor.take(store, service=service, class_=class_, reason="fell ill" if class_ == "immediate" else None)
    order = []
    while called := window.call(store, window=3):
        order.append(called.ticket)
        window.start(store, window=3)
        window.finish(store, window=3)
    assert order == ["C001", "B001", "B002", "A001", "A002", "B003", "A003"]
    assert verify(store).ok


@sqlite_only
def test_removing_a_called_ticket_frees_its_window(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    gone = window.remove(store, ticket="A001", reason="fell ill")
    assert (gone.state, gone.window) == ("removed", 1)
    assert window.call(store, window=1) is None
    assert window.close(store, window=1).state == "closed"
