"""A centre that gives tickets by phone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from data import setup
from data.centre import read
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.display.web.served import Served, serving

Give = Callable[..., Served]


@pytest.fixture
def give(sqlite_url: str, clock: MovableClock) -> Iterator[Give]:
    """Serves a centre with these lines in its table [web], and these tables at its end."""
    with ExitStack() as stack:

        def given(web: str = "remote = true", more: str = "", url: str = sqlite_url) -> Served:
            setup.init(url, read(f"{CENTRE}\n{more}\n[web]\n{web}\n", "centre.toml"), clock=clock)
            return stack.enter_context(serving(url, clock))

        yield given
