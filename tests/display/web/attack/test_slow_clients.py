"""Is anybody kept waiting by somebody who is slow on purpose? With limits of a second in place of the real ones."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from unittest.mock import patch

import pytest

from data import setup, visitor, window
from data.centre import Centre
from data.clock import system
from data.store import Store
from display.web import serve, streams
from display.web.guard import protocol
from tests.display.web.attack.wire import Wire, get, request
from tests.display.web.served import Served, serving, until

LIMIT_S = 1.0
CLOSED_S = 4 * LIMIT_S
MANY = 500
SHORT = ((protocol, "COMPLETE_S"), (protocol, "TAKES_S"), (streams, "TAKES_S"), (serve, "IDLE_S"))
HEAD = b"GET / HTTP/1.1\r\nHost: a\r\n"
BODY = b"POST /find HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"


@pytest.fixture
def slow(sqlite_url: str, centre: Centre) -> Iterator[Served]:
    """A server with short limits."""
    setup.init(sqlite_url, centre)
    with ExitStack() as stack:
        for module, name in SHORT:
            stack.enter_context(patch.object(module, name, LIMIT_S))
        yield stack.enter_context(serving(sqlite_url, system))


async def looks(port: int) -> float:
    """The longest that one of some pages takes."""
    took = []
    for _ in range(10):
        wire, start = await Wire.to(port), time.monotonic()
        answer = await wire.ask(get("/"))
        took.append(time.monotonic() - start)
        wire.close()
        assert answer
        assert answer.status == 200
    return max(took)


async def drip(wire: Wire, drop: bytes) -> None:
    """Send a little, again and again, for as long as the server listens."""
    while True:
        wire.send(drop)
        await asyncio.sleep(LIMIT_S / 10)


SLOW = {
    "says nothing": (b"", b""),
    "a head in drops": (HEAD, b"X-A: b\r\n"),
    "a line of a head in drops": (HEAD + b"X-A: ", b"b"),
    "a target in drops": (b"GET /", b"a"),
    "empty lines": (b"", b"\r\n"),
    "a body in drops": (BODY + b"Content-Length: 2000\r\n\r\n", b"a"),
    "chunks in drops": (BODY + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    "a body that never comes": (BODY + b"Content-Length: 2000\r\n\r\n", b""),
    "asks, and then nothing": (get("/"), b""),
    "asks, and then drops": (get("/"), b"G"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("first", "drop"), SLOW.values(), ids=SLOW)
async def test_who_is_slow_is_cut_off_and_others_are_served(slow: Served, first: bytes, drop: bytes) -> None:
    wires = [await Wire.to(slow.port) for _ in range(20)]
    for wire in wires:
        wire.send(first)
    drips = [asyncio.ensure_future(drip(wire, drop)) for wire in wires if drop]
    assert await looks(slow.port) < 0.5
    begun = time.monotonic()
    assert all(await asyncio.gather(*(wire.closed(CLOSED_S) for wire in wires)))
    assert time.monotonic() - begun < CLOSED_S
    for task in drips:
        task.cancel()
    for wire in wires:
        wire.close()


@pytest.mark.slow
async def test_connections_that_are_open_for_nothing_are_closed(slow: Served) -> None:
    wires = await asyncio.gather(*(Wire.to(slow.port) for _ in range(MANY)))
    assert await looks(slow.port) < 0.5
    assert all(await asyncio.gather(*(wire.closed(CLOSED_S) for wire in wires)))
    for wire in wires:
        wire.close()


@pytest.mark.slow
async def test_a_stream_that_nobody_reads_is_dropped_and_holds_no_other_up(slow: Served, sqlite_url: str) -> None:
    with Store.open(sqlite_url) as store:
        window.open(store, window=1)
        codes = [visitor.take(store, service="id-card").code for _ in range(60)]
        deaf = [_deaf(slow.port, codes[-1 - number % 5]) for number in range(50)]
        reader = await Wire.to(slow.port)
        top = await reader.ask(get(f"/{codes[-6]}/events"), head=True)
        assert top
        await asyncio.to_thread(until, lambda: len(slow.web.streams) == len(deaf) + 1)
        delays = []
        for _ in range(40):
            start = time.monotonic()
            window.call(store, window=1)
            await reader.message()
            delays.append(time.monotonic() - start)
            window.start(store, window=1)
            window.finish(store, window=1)
        assert max(delays) < 1
        await asyncio.to_thread(until, lambda: len(slow.web.streams) == 1)
    for one in deaf:
        one.close()
    reader.close()


def _deaf(port: int, code: str) -> socket.socket:
    """A client that asks for a stream and reads nothing of it, with hardly any room for it."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    one.connect(("127.0.0.1", port))
    one.sendall(get(f"/{code}/events"))
    return one


@pytest.mark.slow
async def test_who_asks_for_much_and_reads_nothing_is_dropped(slow: Served) -> None:
    """Many requests on one connection, whose answers nobody takes, must not fill the server's memory."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    one.connect(("127.0.0.1", slow.port))
    one.settimeout(0.2)
    begun, ended = time.monotonic(), False
    while not ended and time.monotonic() < begun + 10 * LIMIT_S:
        try:
            one.sendall(get("/") * 2)
            await asyncio.sleep(0.005)
        except TimeoutError:
            continue
        except OSError:
            ended = True
    one.close()
    assert ended
    assert await looks(slow.port) < 0.5


async def test_too_many_streams_are_told_to_come_later(sqlite_url: str, centre: Centre) -> None:
    setup.init(sqlite_url, centre)
    with serving(sqlite_url, system, streams=2) as small:
        wires = [await Wire.to(small.port) for _ in range(3)]
        answers = [await wire.ask(get("/hall/events"), head=True) for wire in wires]
        assert [answer and answer.status for answer in answers] == [200, 200, 503]
        assert answers[2]
        assert int(answers[2].headers["retry-after"]) > 0
        wires[0].close()
        await asyncio.to_thread(until, lambda: len(small.web.streams) == 1)
        wire = await Wire.to(small.port)
        answer = await wire.ask(get("/hall/events"), head=True)
        assert answer
        assert answer.status == 200
        for one in (*wires, wire):
            one.close()


async def test_a_body_in_two_parts_is_no_attack(slow: Served) -> None:
    wire = await Wire.to(slow.port)
    whole = request("POST", "/find", b"code=0123456789ABCDEFG")
    wire.send(whole[:-5])
    await asyncio.to_thread(until, lambda: slow.server.server_state.tasks)  # it is being read
    answer = await wire.ask(whole[-5:])
    assert answer
    assert answer.status in (303, 404)
    wire.close()
