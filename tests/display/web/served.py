"""A real server for tests, in a thread of its own and with a clock that the test moves.

    with serving(url, clock) as served:              # a store that is there, on either kind of database
        httpx.get(f"{served.address}/healthz")
        served.call(lambda: served.web.live.version)   # in the server's loop

`until(condition)` waits, with a limit, for what the server does by itself.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic, sleep
from typing import TypeVar

from data.clock import Clock
from data.store import Store
from display.web import serve
from display.web.streams import Streams
from display.web.web import Web, opened

T = TypeVar("T")


@dataclass(frozen=True)
class Served:
    """A server that runs: where it is, what its pages share, and uvicorn's own part."""

    address: str
    port: int
    web: Web
    server: serve.Server
    loop: asyncio.AbstractEventLoop
    ended: asyncio.Event

    def end(self) -> None:
        """Have it end, as when it is told to by a signal."""
        self.loop.call_soon_threadsafe(self.ended.set)

    def call(self, what: Callable[[], T]) -> T:
        """Do something in the server's loop, as nothing there is for other threads."""

        async def called() -> T:
            return what()

        return self.wait(called())

    def wait(self, what: Awaitable[T]) -> T:
        """Have the server's loop do something that takes its time."""

        async def waited() -> T:
            return await what

        return asyncio.run_coroutine_threadsafe(waited(), self.loop).result(timeout=20)


@contextmanager
def serving(url: str, clock: Clock, *, streams: int = 10_000, port: int = 0) -> Iterator[Served]:
    """The pages of the store at `url`, at a free port of this machine; it ends in good order."""
    sockets = serve.listening("127.0.0.1", port)
    number = sockets[0].getsockname()[1]
    web = opened(lambda: Store.open(url, clock=clock), clock, streams=Streams(streams))
    server = serve.server(web)
    ended = asyncio.Event()
    server.main_loop = lambda: _until_told(server, ended)
    begun: list[asyncio.AbstractEventLoop] = []
    ready = Event()

    async def serve_all() -> None:
        begun.append(asyncio.get_running_loop())
        ready.set()
        await server.serve(sockets)

    thread = Thread(target=asyncio.run, args=(serve_all(),), name="server", daemon=True)
    thread.start()
    try:
        assert ready.wait(10)
        until(lambda: server.started or not thread.is_alive())
        yield Served(f"http://127.0.0.1:{number}", number, web, server, begun[0], ended)
    finally:
        if begun:
            begun[0].call_soon_threadsafe(ended.set)
        thread.join(10)
    assert not thread.is_alive(), "the server did not end"


async def _until_told(server: serve.Server, ended: asyncio.Event) -> None:
    """In place of uvicorn's loop, which looks every 100 ms whether it is to end."""
    await server.on_tick(0)
    await ended.wait()


def until(condition: Callable[[], object], seconds: float = 15) -> None:
    """Wait until `condition` holds; fail when it does not within `seconds`."""
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "it did not come to that in time"
        sleep(0.005)  # between two looks; that it holds ends it
