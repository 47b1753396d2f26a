"""A served centre for the tests of the pages."""

from collections.abc import Iterator

import pytest

from data import setup
from data.centre import Centre, read
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.display.web.served import Served, serving


@pytest.fixture
def served(url: str, centre: Centre, clock: MovableClock) -> Iterator[Served]:
    """The pages of a small centre, on each kind of database, by a real server."""
    setup.init(url, centre, clock=clock)
    with serving(url, clock) as running:
        yield running


@pytest.fixture(scope="package")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Served on SQLite for all tests together that change nothing in it, and try few codes that nobody has."""
    url, clock = f"sqlite:///{tmp_path_factory.mktemp('calm') / 'novbe.db'}", MovableClock()
    setup.init(url, read(CENTRE, "centre.toml"), clock=clock)
    with serving(url, clock) as running:
        yield running


@pytest.fixture
def served_sqlite(sqlite_url: str, centre: Centre, clock: MovableClock) -> Iterator[Served]:
    """The same on SQLite, for what has nothing to do with the store."""
    setup.init(sqlite_url, centre, clock=clock)
    with serving(sqlite_url, clock) as running:
        yield running
