"""All acts in any order, under a clock that goes forwards and backwards, are what the plain model says."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from data import setup
from tests import postgres
from tests.clocks import MovableClock
from tests.guards.centres import guarded
from tests.guards.machine import Urls
from tests.guards.whole import Whole

QUICK = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a failure takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    print_blob=True,
)
THOROUGH = settings(QUICK, max_examples=300, stateful_step_count=60)


@pytest.fixture(params=["sqlite", "postgres"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Urls:
    """New stores, each a copy of one that is set up when the clock starts."""
    place = _on_sqlite if request.param == "sqlite" else _on_postgres
    first, copies = place(request, tmp_path)
    setup.init(first, guarded(), clock=MovableClock())
    return copies


def _on_sqlite(request: pytest.FixtureRequest, folder: Path) -> tuple[str, Urls]:
    first = folder / "novbe.db"

    @contextmanager
    def copies() -> Iterator[str]:
        with TemporaryDirectory(dir=folder) as place:
            yield str(copy(first, place))

    return str(first), copies


def _on_postgres(request: pytest.FixtureRequest, folder: Path) -> tuple[str, Urls]:
    server, first = request.getfixturevalue("postgres_server"), request.getfixturevalue("postgres_url")
    return first, lambda: postgres.database(server, like=first)


def _run(urls: Urls, profile: settings) -> None:
    def machine() -> RuleBasedStateMachine:
        return Whole(urls)

    run_state_machine_as_test(machine, settings=profile)  # pyright: ignore[reportArgumentType] - a factory will do


def test_all_acts_are_what_the_plain_model_says(urls: Urls) -> None:
    _run(urls, QUICK)


@pytest.mark.slow
def test_all_acts_are_what_the_plain_model_says_at_length(urls: Urls) -> None:
    _run(urls, THOROUGH)
