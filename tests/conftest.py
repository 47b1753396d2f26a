"""Stores for tests: each behaviour of `data` is the same on every kind of database."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import setup
from data.centre import Centre, read
from data.store import Store
from tests import postgres
from tests.clocks import MovableClock

CENTRE = """
[centre]
id = "test"
trust = "local"
name = { az = "Mərkəz", en = "Centre", ru = "Центр" }
timezone = "Asia/Baku"
languages = ["az", "en", "ru"]

[[agencies]]
id = "interior"
name = { az = "Daxili işlər", en = "Interior", ru = "Внутренние дела" }

[[agencies]]
id = "finance"
name = { az = "Maliyyə", en = "Finance", ru = "Финансы" }

[[services]]
id = "id-card"
agency = "interior"
series = "A"
name = { az = "Şəxsiyyət vəsiqəsi", en = "Identity card", ru = "Удостоверение личности" }

[[services]]
id = "passport"
agency = "interior"
series = "A"
name = { az = "Pasport", en = "Passport", ru = "Паспорт" }

[[services]]
id = "tax"
agency = "finance"
series = "B"
name = { az = "Vergi", en = "Tax", ru = "Налоги" }

[[services]]
id = "notary"
agency = "finance"
series = "C"
name = { az = "Notariat", en = "Notary", ru = "Нотариус" }

[[windows]]
number = 1
services = ["id-card", "passport"]

[[windows]]
number = 2
services = ["passport", "tax"]

[[windows]]
number = 3
services = ["id-card", "passport", "tax", "notary"]
"""


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server; the test is skipped where there is none, but never in CI."""
    try:
        with postgres.server() as server:
            yield server
    except postgres.NoServer as reason:
        if os.environ.get("CI", "").lower() == "true":
            raise
        pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite store that is not there yet."""
    return f"sqlite:///{tmp_path / 'novbe.db'}"


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, dropped at the end."""
    with postgres.database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """The URL of a store that is not there yet, on each kind of database."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def clock() -> MovableClock:
    """A clock that stands at 10:20 in Baku until it is moved."""
    return MovableClock()


@pytest.fixture
def centre() -> Centre:
    """A small centre: id-card and passport share the series A; window 3 serves everything."""
    return read(CENTRE, "centre.toml")


@pytest.fixture
def store(url: str, centre: Centre, clock: MovableClock) -> Iterator[Store]:
    """An open store on each kind of database, set up with `centre`."""
    setup.init(url, centre, clock=clock)
    with Store.open(url, clock=clock) as opened:
        yield opened


@pytest.fixture
def sqlite_store(sqlite_url: str, centre: Centre, clock: MovableClock) -> Iterator[Store]:
    """An open store on SQLite, set up with `centre`."""
    setup.init(sqlite_url, centre, clock=clock)
    with Store.open(sqlite_url, clock=clock) as opened:
        yield opened
