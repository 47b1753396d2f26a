"""The small centre of the tests, with appointments for the notary: slots of 20 minutes, one window."""

from datetime import datetime, timedelta
from typing import Any

from data import log, views, visitor
from data.centre import Centre, read
from data.records import Event
from data.store import Store
from tests.clocks import MORNING
from tests.conftest import CENTRE

BOOKABLE = CENTRE.replace('series = "C"', 'series = "C"\nduration = "20m"')
SLOT = MORNING + timedelta(minutes=60)
"""11:20 at the centre, while the clock of the tests begins at 10:20."""
EARLY, LATE = SLOT - timedelta(minutes=30), SLOT + timedelta(minutes=10)
"""The first and the last moment of its check-in."""


def bookable() -> Centre:
    """That centre."""
    return read(BOOKABLE, "bookable.toml")


def booked(store: Store, at: datetime = SLOT, **more: Any) -> views.Ticket:
    """A booking for the notary."""
    return visitor.book(store, service="notary", at=at, **more)


def newest(store: Store) -> Event:
    """The last event."""
    return list(log.events(store))[-1]


def minutes(count: int) -> timedelta:
    """So long."""
    return timedelta(minutes=count)


def micros(moment: datetime) -> int:
    """Microseconds since the epoch, told apart from the code that is tested."""
    return round(moment.timestamp() * 1_000_000)
