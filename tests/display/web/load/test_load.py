"""Do 2,000 pages stay up to date, at the price that is promised?

Here beside other tests, on the same two cores: what is counted must hold, and times have much room. The limits
themselves are those of `python -m tests.bench --only web`, which needs the machine for itself.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import setup
from data.store import Store
from tests.bench import web
from tests.bench.served import Served
from tests.display.web.attack.wire import Wire, get
from tests.test_speed import over

ROOM, TIMES = 8, ("ms", "s", "times")
STREAMS = {"closed": 1_000, "aborted": 5_000}
WARM, AT_ONCE = 500, 100
MB = 1_000_000

pytestmark = pytest.mark.slow


def test_no_page_is_left_out_and_none_costs_too_much() -> None:
    figures = list(web.figures(True))
    counted = [figure for figure in figures if figure.unit not in TIMES]
    assert [figure.row() for figure in counted if not figure.holds] == []
    assert over(figures, ROOM) == []


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server with three tickets."""
    url = f"sqlite:///{tmp_path / 'novbe.db'}"
    setup.init(url, web.centre())
    running = Served(url, tmp_path / "notes.txt")
    running.start()
    yield running
    running.kill()


async def opened_and_left(served: Served, paths: list[str], streams: int, *, abort: bool) -> None:
    """So many streams, each of which is left after its first message; rudely where it is to `abort`."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(path: str) -> None:
        async with room:
            wire = await Wire.to(served.port)
            answer = await wire.ask(get(path), head=True)
            assert answer
            assert answer.status == 200
            await wire.message()
            wire.close(abort=abort)

    await asyncio.gather(*(one(paths[number % len(paths)]) for number in range(streams)))


@pytest.mark.parametrize("how", STREAMS)
async def test_what_was_opened_and_left_leaves_nothing_behind(served: Served, how: str) -> None:
    with Store.open(served.url) as store:
        codes = web.filled(store, 3)
    paths = [*(f"/{code}/events" for code in codes), "/hall/events", "/events"]
    await opened_and_left(served, paths, WARM, abort=how == "aborted")
    files, memory = served.process.num_fds(), served.memory()
    await opened_and_left(served, paths, STREAMS[how], abort=how == "aborted")
    for _ in range(100):
        if served.process.num_fds() <= files:
            break
        await asyncio.sleep(0.05)
    assert served.process.num_fds() <= files
    assert served.memory() - memory < 5 * MB
