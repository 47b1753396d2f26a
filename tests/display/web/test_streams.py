"""A response that goes on."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from unittest.mock import patch

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data import setup
from data.centre import Centre
from display.web import streams
from display.web.app import build
from display.web.streams import Event, Stream, written
from display.web.web import Web
from tests.clocks import MovableClock
from tests.display.web.served import Served, serving, until
from tests.display.web.wires import get, read_until, rest, wire

HUGE = "x" * 1_000_000


class Counter:
    """A source of numbers that counts how many were asked for, and notes its end."""

    def __init__(self) -> None:
        self.asked = 0
        self.ended = 0
        self.more = asyncio.Event()

    async def numbers(self, size: int = 0) -> AsyncIterator[str | Event]:
        try:
            while True:
                self.asked += 1
                yield f"{self.asked}{'x' * size}"
                await (asyncio.sleep(0) if size else self.more.wait())
        finally:
            self.ended += 1


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def server(sqlite_url: str, centre: Centre, clock: MovableClock, counter: Counter) -> Iterator[Served]:
    """A server with the streams /numbers and /huge, at most two of them."""

    async def numbers(request: Request) -> Response:
        return Stream(counter.numbers())

    async def huge(request: Request) -> Response:
        return Stream(counter.numbers(1_000_000))

    def built(web: Web):
        app = build(web)
        app.router.routes[:0] = [Route("/numbers", numbers), Route("/huge", huge)]
        return app

    setup.init(sqlite_url, centre, clock=clock)
    with patch("display.web.serve.build", built), serving(sqlite_url, clock, streams=2) as served:
        yield served


def test_what_a_message_looks_like_on_the_wire() -> None:
    assert written("one") == b"data: one\n\n"
    assert written("one\ntwo\r\nthree") == b"data: one\ndata: two\ndata: three\n\n"
    assert written("") == b"data: \n\n"
    assert written(Event("ə", event="call", id="7")) == "event: call\nid: 7\ndata: ə\n\n".encode()


def test_a_stream_begins_with_when_to_come_back_and_is_kept_by_nobody(server: Served) -> None:
    waits = set()
    for _ in range(3):
        with wire(server) as connection:
            connection.sendall(get("/numbers"))
            head, _, body = read_until(connection, b"data: ").partition(b"\r\n\r\n")
        assert b"content-type: text/event-stream; charset=utf-8" in head
        assert b"cache-control: no-store" in head
        assert b"x-accel-buffering: no" in head
        waits.add(int(body.split(b"retry: ")[1].split()[0]))
        until(lambda: not server.call(lambda: len(server.web.streams)))
    assert all(500 <= wait <= 1500 for wait in waits)
    assert len(waits) > 1


def test_a_stream_whose_client_goes_away_ends_its_source(server: Served, counter: Counter) -> None:
    with wire(server) as connection:
        connection.sendall(get("/numbers"))
        read_until(connection, b"data: 1")
        assert server.call(lambda: len(server.web.streams)) == 1
    until(lambda: counter.ended == 1)
    until(lambda: server.call(lambda: len(server.web.streams)) == 0)


def test_a_quiet_stream_is_pinged(server: Served) -> None:
    with patch.object(streams, "PING_S", 0.05), wire(server) as connection:
        connection.sendall(get("/numbers"))
        read_until(connection, b": \n\n")


def test_a_slow_client_is_not_written_for_ahead(server: Served, counter: Counter) -> None:
    with wire(server) as connection:
        connection.sendall(get("/huge"))
        until(lambda: counter.asked)
        before = -1
        while before != counter.asked:  # until nothing more goes into the buffers of the system
            before = counter.asked
            server.wait(asyncio.sleep(0.2))
        assert counter.asked < 30
        for _ in range(60):
            connection.recv(1_000_000)
        until(lambda: counter.asked > before)


def test_a_client_that_takes_nothing_is_dropped(server: Served, counter: Counter) -> None:
    with patch.object(streams, "TAKES_S", 0.3), wire(server) as connection:
        connection.sendall(get("/huge"))
        until(lambda: counter.ended)
        until(lambda: not server.server.server_state.connections)


def test_over_the_limit_a_client_is_told_to_come_later(server: Served) -> None:
    with wire(server) as one, wire(server) as other:
        for connection in (one, other):
            connection.sendall(get("/numbers"))
            read_until(connection, b"data: ")
        answer = httpx.get(f"{server.address}/numbers")
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert httpx.get(f"{server.address}/healthz").status_code == 200
    until(lambda: server.call(lambda: len(server.web.streams)) == 0)
    with httpx.stream("GET", f"{server.address}/numbers") as again:
        assert again.status_code == 200


def test_at_the_head_of_a_stream_may_be_looked(server: Served, counter: Counter) -> None:
    answer = httpx.head(f"{server.address}/numbers")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert counter.asked == 0


def test_when_the_server_ends_its_streams_end_in_good_order(server: Served, counter: Counter) -> None:
    with wire(server) as connection:
        connection.sendall(get("/numbers"))
        read_until(connection, b"data: 1")
        server.end()
        assert rest(connection).endswith(b"0\r\n\r\n")
    assert counter.ended == 1


def test_a_message_is_json_of_one_line_whatever_is_in_it() -> None:
    text = json.dumps({"live": "a\nb\u2028c\x85d"}, ensure_ascii=False)
    assert written(text).count(b"data: ") == 1
