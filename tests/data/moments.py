"""How a ticket may stand when somebody acts."""

from datetime import timedelta

from data import views, visitor, window
from data.store import Store
from tests.clocks import MovableClock


def waiting(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 waits for an identity card; windows 1 and 3 are open."""
    for number in (1, 3):
        window.open(store, window=number)
    return visitor.take(store, service="id-card")


def called(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 is called at window 1."""
    waiting(store, clock)
    clock.advance(60)
    return called_again(store)


def called_again(store: Store, number: int = 1) -> views.Ticket:
    """The next one is called at a window."""
    found = window.call(store, window=number)
    assert found
    return found


def serving(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 is being served at window 1."""
    called(store, clock)
    clock.advance(5)
    return window.start(store, window=1)


def on_hold(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 is on hold."""
    serving(store, clock)
    clock.advance(5)
    return window.hold(store, window=1, reason="fetches a photo")


def no_show(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 was called twice at window 1 and did not come."""
    called(store, clock)
    clock.advance(60)
    window.recall(store, window=1)
    return window.no_show(store, window=1)


def served(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 was served at window 1."""
    serving(store, clock)
    clock.advance(60)
    return window.finish(store, window=1)


def cancelled(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 was given up."""
    return visitor.cancel(store, code=waiting(store, clock).code)


def removed(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 was taken out."""
    waiting(store, clock)
    return window.remove(store, ticket="A001", reason="left")


def expired(store: Store, clock: MovableClock) -> views.Ticket:
    """A001 waited until the day was over, and another has come."""
    taken = waiting(store, clock)
    clock.advance(days=1)
    visitor.take(store, service="notary")
    return visitor.ticket(store, code=taken.code)


def booked(store: Store, clock: MovableClock) -> views.Ticket:
    """A slot of identity cards is booked, to be checked in from now on; windows 1 and 3 are open."""
    for number in (1, 3):
        window.open(store, window=number)
    return visitor.book(store, service="id-card", at=clock.moment + timedelta(minutes=20))


STATES = {
    "booked": booked,
    "waiting": waiting,
    "called": called,
    "serving": serving,
    "on-hold": on_hold,
    "no-show": no_show,
    "served": served,
    "cancelled": cancelled,
    "removed": removed,
    "expired": expired,
}
