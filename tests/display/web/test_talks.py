"""One stream between its source and a client that takes its time."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from time import monotonic
from unittest.mock import patch

import pytest
from starlette.types import Message

from display.web import streams
from display.web.streams import DROP, PING, PING_S, TAKES_S, Streams, Talk


class Wire:
    """A stream whose client takes each message but those that are `stuck`; notes what was sent, and a drop."""

    def __init__(self, beat: Callable[[], bytes] = lambda: PING) -> None:
        self.sent: list[tuple[bytes, bool]] = []
        self.stuck: dict[bytes, asyncio.Event] = {}
        self.given: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.drops = 0
        scope = {"extensions": {DROP: {"drop": self._drop}}}
        self.talk = Talk(self._source(), beat, scope, self._receive, self._send)
        self.going = asyncio.ensure_future(self.talk.go_on())

    def _drop(self) -> None:
        self.drops += 1

    async def _source(self) -> AsyncIterator[bytes]:
        while (message := await self.given.get()) is not None:
            yield message

    async def _receive(self) -> Message:
        await asyncio.Event().wait()
        return {}

    async def _send(self, message: Message) -> None:
        if held := self.stuck.get(message["body"]):
            await held.wait()
        self.sent.append((message["body"], message["more_body"]))

    async def take(self, body: bytes) -> None:
        """The client takes this message after all."""
        self.stuck.pop(body).set()
        await settled()

    def stick(self, *bodies: bytes) -> None:
        """The client does not take these, for now."""
        self.stuck |= {body: asyncio.Event() for body in bodies}

    async def give(self, body: bytes | None) -> None:
        """The source gives this; with None it ends."""
        self.given.put_nowait(body)
        await settled()

    async def sweep(self, seconds: float) -> None:
        """Look at it as if so much time had passed."""
        self.talk.sweep(monotonic() + seconds)
        await settled()


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_a_ping_that_waits_is_not_sent_after_the_end() -> None:
    async def tried() -> None:
        wire = Wire()
        wire.stick(PING)
        await settled()
        await wire.sweep(PING_S)
        await wire.give(None)
        await wire.take(PING)
        assert wire.going.done()
        assert wire.sent[-1] == (b"", False)

    asyncio.run(tried())


def test_a_client_is_dropped_on_time_though_a_ping_went_through() -> None:
    async def tried() -> None:
        wire = Wire()
        wire.stick(PING, b"one")
        await settled()
        await wire.sweep(PING_S)
        await wire.give(b"one")
        await wire.take(PING)
        assert wire.sent[-1] == (PING, True)
        await wire.sweep(TAKES_S - 1)
        assert wire.drops == 0
        await wire.sweep(TAKES_S)
        assert wire.drops == 1

    asyncio.run(tried())


def test_who_is_being_told_something_is_not_pinged() -> None:
    async def tried() -> None:
        wire = Wire()
        await settled()
        wire.stick(b"one")
        wire.given.put_nowait(b"one")
        wire.talk.sweep(monotonic() + PING_S)  # the ping begins after the message
        await settled()
        await wire.take(b"one")
        assert (PING, True) not in wire.sent
        await wire.give(None)

    asyncio.run(tried())


def test_a_fault_in_a_ping_ends_its_own_stream(caplog: pytest.LogCaptureFixture) -> None:
    def beat() -> bytes:
        raise KeyError("secret")

    async def tried() -> None:
        wire = Wire(beat)
        await settled()
        await wire.sweep(PING_S)
        assert wire.going.done()
        assert wire.sent[-1] == (b"", False)

    with caplog.at_level(logging.ERROR):
        asyncio.run(tried())
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text


def test_a_fault_in_one_stream_leaves_the_others_looked_after() -> None:
    async def tried() -> None:
        faults: list[object] = []
        swept = asyncio.Event()
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: faults.append(context["exception"]))
        open_streams, wire = Streams(), Wire()

        def sweep(now: float) -> None:
            if not faults:
                raise KeyError
            swept.set()

        with patch.object(Talk, "sweep", side_effect=sweep):
            assert open_streams.enter(wire.talk)
            await asyncio.wait_for(swept.wait(), 10)
            open_streams.leave(wire.talk)
        assert len(faults) == 1
        await wire.give(None)

    with patch.object(streams, "SWEEP_S", 0.001):
        asyncio.run(tried())
