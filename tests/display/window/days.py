"""How a window may stand when the operator comes."""

from data import messages, shifts, visitor, window
from data.store import Store
from tests.clocks import MovableClock


def closed(store: Store, clock: MovableClock) -> None:
    """Two wait for an identity card, A001 and A002; the window is closed."""
    visitor.take(store, service="id-card", language="ru")
    visitor.take(store, service="id-card", class_="priority")
    clock.advance(minutes=12)


def free(store: Store, clock: MovableClock) -> None:
    """The window is open, with nothing in hand."""
    closed(store, clock)
    window.open(store, window=1)


def called(store: Store, clock: MovableClock) -> None:
    """A002 has been called half a minute ago."""
    free(store, clock)
    window.call(store, window=1)
    clock.advance(30)


def called_twice(store: Store, clock: MovableClock) -> None:
    """A002 has been called twice, and a minute has gone."""
    called(store, clock)
    window.recall(store, window=1)
    clock.advance(60)


def serving(store: Store, clock: MovableClock) -> None:
    """A002 is being served."""
    called(store, clock)
    window.start(store, window=1)
    clock.advance(65)


def held(store: Store, clock: MovableClock) -> None:
    """A002 is on hold, nothing is in hand."""
    serving(store, clock)
    window.hold(store, window=1, reason="fetches a photo")
    clock.advance(60)


def not_come(store: Store, clock: MovableClock) -> None:
    """A002 has not come."""
    called_twice(store, clock)
    window.no_show(store, window=1)
    clock.advance(60)


def just_called(store: Store, clock: MovableClock) -> None:
    """A002 has been called this moment."""
    free(store, clock)
    window.call(store, window=1)


def on_break(store: Store, clock: MovableClock) -> None:
    """The window has a break, for ten minutes."""
    free(store, clock)
    shifts.take_break(store, window=1, reason="lunch")
    clock.advance(minutes=10)


def sent(store: Store, clock: MovableClock) -> None:
    """A002 was sent by window 2 to window 1, where it has been called this moment."""
    closed(store, clock)
    window.open(store, window=1)
    window.open(store, window=2)
    window.call(store, window=2)
    window.transfer(store, window=2, service="passport")
    window.call(store, window=1)


def told(store: Store, clock: MovableClock) -> None:
    """The window is open, and a supervisor has told it something."""
    free(store, clock)
    messages.message(store, window=1, text="Passports first, please.")
