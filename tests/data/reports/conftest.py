"""A store in which nothing has happened yet, on a morning in Berlin."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from data import setup
from data.store import Store
from tests.clocks import MovableClock
from tests.data.reports.days import centre

MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
"""09:00 there."""


@pytest.fixture
def clock() -> MovableClock:
    """A clock that stands at 09:00 until it is moved."""
    return MovableClock(MORNING)


@pytest.fixture
def store(sqlite_url: str, clock: MovableClock) -> Iterator[Store]:
    """An open store of a centre with steps, bookings and breaks."""
    setup.init(sqlite_url, centre("Europe/Berlin"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as opened:
        yield opened
