"""Somebody stands at a window without a ticket: one is made, and nobody is called."""

from data import board, desk, log, setup, supervise, visitor, window
from data.clock import micros
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.data.centre.centre_files import edited, read
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_window import calls, row


def test_a_ticket_is_made_that_is_served_at_once(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="id-card")
    window.open(store, window=1)
    clock.advance(30)
    made = window.walk_in(store, window=1, service="passport")
    assert (made.ticket, made.state, made.window, made.class_, made.language) == ("A002", "serving", 1, "normal", "az")
    kept = row(store, made.code)
    assert (kept.started_at, kept.calls, kept.called_at, kept.call_revision) == (kept.arrival, 0, None, None)
    assert kept.place == kept.arrival == micros(clock.moment)
    assert visitor.ticket(store, code=made.code).ticket == "A002"
    clock.advance(60)
    assert window.finish(store, window=1).state == "served"
    assert visitor.take(store, service="id-card").ticket == "A003"
    assert verify(store).ok


def test_nobody_is_called(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    since = store.revision()
    window.walk_in(store, window=1, service="passport")
    assert (calls(store), log.calls(store, since=since)) == ([], ())
    clock.advance(days=1)
    visitor.take(store, service="tax")
    assert board.read(store).calls == (), "nor is it shown as one that is left from the day before"
    hand = desk.read(store, window=1).in_hand
    assert hand
    assert (hand.ticket, hand.state, hand.calls, hand.called_at) == ("A001", "serving", 0, hand.started_at)


def test_it_goes_on_like_any_ticket(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    made = window.walk_in(store, window=1, service="passport")
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"
    window.hold(store, window=1, reason="fetches a photo")
    assert window.resume(store, window=1, ticket="A001").state == "called"
    window.start(store, window=1)
    window.finish(store, window=1)
    assert window.undo(store, window=1).state == "serving"
    assert window.transfer(store, window=1, service="tax").state == "waiting"
    assert visitor.cancel(store, code=made.code).state == "cancelled"
    assert verify(store).ok


@sqlite_only
def test_what_has_to_be_so(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    assert refused(store, lambda: window.walk_in(store, window=9, service="passport")) == "unknown-window"
    assert refused(store, lambda: window.walk_in(store, window=2, service="passport")) == "window-closed"
    assert refused(store, lambda: window.walk_in(store, window=1, service="moon")) == "unknown-service"
    assert refused(store, lambda: window.walk_in(store, window=1, service="tax")) == "not-served-here"
    window.walk_in(store, window=1, service="passport")
    assert refused(store, lambda: window.walk_in(store, window=1, service="passport")) == "ticket-in-hand"


@sqlite_only
def test_closed_hours_a_full_day_and_a_stop_are_no_obstacle(url: str, clock: MovableClock) -> None:
    text = edited("quota = 200", 'quota = 1\nhours = { mon-sun = ["20:00-21:00"] }')
    setup.init(url, read(text), clock=clock)
    with Store.open(url, clock=clock) as store:
        assert refused(store, lambda: visitor.take(store, service="company")) == "service-closed"
        supervise.close_service(store, service="company")
        window.open(store, window=2)
        for number in ("AB001", "AB002"):
            assert window.walk_in(store, window=2, service="company").ticket == number
            window.finish(store, window=2)
        supervise.open_service(store, service="company")
        clock.advance(hours=10)
        assert refused(store, lambda: visitor.take(store, service="company")) == "quota-full"
