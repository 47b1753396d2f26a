"""Bytes that are nearly a request: does the server stay on its feet, and silent?"""

import asyncio
import random
from collections import Counter

import pytest

from tests.display.web.attack.conftest import Target
from tests.display.web.attack.judged import MARKER, faults
from tests.display.web.attack.wire import Wire, ask, get, request

REQUESTS, AT_ONCE, SEED = 4_000, 16, 7
WAITS_S = 0.15
"""A request that is not complete is not answered: nobody waits for it any longer than this."""
NOBODY = "0123456789ABCDEFG"
SEEDS = (
    get("/", Accept_Language=MARKER, Cookie=f"language={MARKER}"),
    get(f"/{NOBODY}?language={MARKER}", Accept="text/event-stream"),
    get("/hall?windows=1-6&services=tax", If_None_Match=f'"{MARKER}"'),
    get("/board.json?windows=1", Range="bytes=0-1", Origin=f"http://{MARKER}"),
    get(f"/static/style.css?v={MARKER}"),
    request("POST", "/find", f"code={MARKER}".encode(), Origin="http://127.0.0.1"),
    request("POST", f"/{NOBODY}/rate", f"overall={MARKER}&access=agree".encode(), Sec_Fetch_Site="same-origin"),
    request("POST", "/take", f"service=tax&key={MARKER}".encode(), Sec_Fetch_Site="same-origin"),
    b"POST /find HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ncode=\r\n3\r\nabc\r\n0\r\nX: "
    + b"b\r\n\r\n",
)
PIECES = (
    *(
        b"\r\n",
        b"\n",
        b"\r",
        b"\0",
        b" ",
        b"\t",
        b":",
        b";",
        b",",
        b"%",
        b"%00",
        b"%ff",
        b"../",
        b"//",
        b"\xff",
        b"?",
        b"#",
    ),
    *(
        b"HTTP/1.1",
        b"HTTP/1.0",
        b"chunked",
        b"Content-Length: 5\r\n",
        b"Content-Length: 0\r\n",
        b"Connection: close\r\n",
    ),
    *(
        b"Transfer-Encoding: chunked\r\n",
        b"Expect: 100-continue\r\n",
        b"Upgrade: h2c\r\n",
        b"Host: b\r\n",
        MARKER.encode(),
    ),
)


def odd(chance: random.Random) -> bytes:
    """A request in which some places have been changed."""
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((0, 0, 1, 2, 8)))
        piece = chance.choice((chance.choice(PIECES), chance.randbytes(chance.randrange(4)), bytes(data[at:to]) * 2))
        data[at:to] = piece
    return bytes(data)


async def told(target: Target, data: bytes, statuses: Counter[str]) -> None:
    """Send it, and look at what comes."""
    wire = await Wire.to(target.port, seconds=WAITS_S)
    try:
        answer = await wire.ask(data, head=True)
    except TimeoutError:
        answer = None
    wire.close()
    statuses[str(answer.status) if answer else "none"] += 1
    if answer and answer.status != 100:
        assert faults(answer) == [], data


@pytest.mark.slow
async def test_nearly_a_request(target: Target) -> None:
    chance = random.Random(SEED)
    before, memory, statuses = target.store.revision(), target.served.memory(), Counter()
    for _ in range(REQUESTS // AT_ONCE):
        await asyncio.gather(*(told(target, odd(chance), statuses) for _ in range(AT_ONCE)))
    assert target.store.revision() == before
    assert {"200", "400", "404"} <= set(statuses)
    assert statuses["none"] < REQUESTS / 3
    page = await ask(target.port, get(f"/{target.code()}"))
    assert page
    assert page.status == 200
    assert target.served.memory() - memory < 10_000_000
    noted = target.served.notes.read_text()
    assert MARKER not in noted
    assert ".py:" not in noted, noted
