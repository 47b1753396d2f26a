"""A store for each test, copied from one that is made once."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from data import setup
from data.store import Store
from tests.clocks import MovableClock


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "novbe.db"
    setup.init(str(path), clock=MovableClock())
    return path


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def store(made: Path, tmp_path: Path, clock: MovableClock) -> Iterator[Store]:
    with Store.open(str(copy(made, tmp_path / "novbe.db")), clock=clock) as store:
        yield store
