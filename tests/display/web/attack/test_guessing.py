"""Can a code be found by trying?"""

import asyncio
import json
import sys
import time
from asyncio.subprocess import PIPE, Process

import pytest

from tests.bench.rounds import percentile
from tests.display.web.attack.conftest import PROXY, Target
from tests.display.web.attack.wire import Wire, get

TRIES, ADDRESSES = 100_000, 8_000
SOURCES = ("127.0.0.2", "127.0.0.3", "127.0.0.4")
ELSEWHERE = "127.0.0.9"
MB = 1_000_000

pytestmark = pytest.mark.slow


async def guessing(port: int, tries: int, ways: str, *sources: str) -> Process:
    """Somebody who guesses, in a process of their own."""
    command = ["-m", "tests.display.web.attack.guesses", str(port), str(tries), ways, *sources]
    return await asyncio.create_subprocess_exec(sys.executable, *command, stdout=PIPE)


async def looks(wire: Wire, code: str, times: int) -> list[float]:
    """Seconds that a page takes, each time that somebody looks at it who has its code."""
    took = []
    for _ in range(times):
        start = time.monotonic()
        answer = await wire.ask(get(f"/{code}"))
        took.append(time.monotonic() - start)
        assert answer
        assert answer.status == 200
        await asyncio.sleep(0.02)
    return took


async def test_a_hundred_thousand_tries_find_nothing_and_slow_nobody_down(target: Target) -> None:
    code = target.code()
    elsewhere, same = await Wire.to(target.port, ELSEWHERE), await Wire.to(target.port, SOURCES[0])
    before = await looks(elsewhere, code, 100)
    memory = target.served.memory()
    attack = await guessing(target.port, TRIES, "plain", *SOURCES)
    meanwhile, from_there = [], []
    while attack.returncode is None:
        meanwhile += await looks(elsewhere, code, 10)
        from_there += await looks(same, code, 2)
        await asyncio.sleep(0)
    elsewhere.close()
    same.close()
    assert attack.stdout
    found = json.loads(await attack.stdout.read())
    assert set(found) == {"404", "429"}
    assert sum(found.values()) > TRIES - 100
    assert found["429"] > found["404"]
    p95 = percentile(meanwhile, 0.95)
    assert p95 < max(0.2, 2 * percentile(before, 0.95)), (p95, len(meanwhile))
    assert len(from_there) > 10
    assert target.served.memory() - memory < 20 * MB


async def test_each_real_client_behind_a_trusted_proxy_has_tries_of_its_own_and_they_are_soon_forgotten(
    target: Target,
) -> None:
    memory = target.served.memory()
    attack = await guessing(target.port, ADDRESSES, "forwarded", PROXY)
    assert attack.stdout
    assert json.loads(await attack.stdout.read()) == {"404": ADDRESSES}
    await attack.wait()
    assert target.served.memory() - memory < 20 * MB
