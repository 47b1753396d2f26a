"""Server-sent events: a response that goes on."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from display.web.log import note

PING_S = 15.0
TAKES_S = 20.0
"""A client that takes nothing for so long is dropped."""
SWEEP_S = 1.0
"""How often it is looked which are to be pinged or dropped: a timer for each message would be a third of the work."""
RETRY_MS = (500, 1500)
"""When a page comes back that lost its stream: by chance, so that thousands do not come in one moment."""
AFTER_S = 5
HEADERS = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
)
PING = b": \n\n"
LINE = re.compile(r"\r\n|\r|\n")
"""What ends a line in a stream: fewer signs than end one of a text."""
DROP = "novbe.drop"
"""The extension of the scope that ends a connection at once."""


@dataclass(frozen=True, slots=True)
class Event:
    """A message with a name or an id of its own."""

    data: str
    event: str = ""
    id: str = ""


@lru_cache(32)  # all screens of a hall are told the same
def written(message: str | Event) -> bytes:
    """A message as it goes over the wire."""
    event = Event(message) if isinstance(message, str) else message
    lines = [f"{field}: {value}" for field, value in (("event", event.event), ("id", event.id)) if value]
    lines += [f"data: {line}" for line in LINE.split(event.data)]
    return ("\n".join(lines) + "\n\n").encode()


class Streams:
    """The streams that are open, at most so many."""

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._open: set[Talk] = set()
        self._closed = False
        self._sweeper: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._open)

    def close(self) -> None:
        """End all of them, and let no more begin."""
        self._closed = True
        for talk in list(self._open):
            talk.end()

    def enter(self, talk: "Talk") -> bool:
        """Whether one more may begin."""
        if self._closed or len(self._open) >= self._most:
            return False
        self._open.add(talk)
        if self._sweeper is None:
            self._sweep_soon()
        return True

    def leave(self, talk: "Talk") -> None:
        """It has ended."""
        self._open.discard(talk)

    def _sweep_soon(self) -> None:
        self._sweeper = asyncio.get_running_loop().call_later(SWEEP_S, self._sweep)

    def _sweep(self) -> None:
        now, self._sweeper = monotonic(), None
        try:
            for talk in list(self._open):
                talk.sweep(now)
        finally:  # a fault in one stream is not to leave all others alone
            if self._open:
                self._sweep_soon()


class Stream(Response):
    """Sends what `source` gives, as events, until one of both has enough; `retry:` first, and `beat` after 15 s of
    silence. Bytes go over the wire as they are.

    It asks the source for the next message when the client has taken the last: a source gives what is newest then. A
    client that takes nothing for 20 s is dropped. Where too many streams are open, the answer is 503.
    """

    def __init__(
        self,
        source: AsyncIterator[bytes | str | Event],
        *,
        beat: Callable[[], bytes] = lambda: PING,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.status_code = 200
        self.background = None
        self.source, self.beat = source, beat
        self.raw_headers = [
            *HEADERS,
            *((name.lower().encode(), value.encode()) for name, value in (headers or {}).items()),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        streams: Streams = scope["app"].state.streams
        talk = Talk(self.source, self.beat, scope, receive, send)
        try:
            if not streams.enter(talk):
                await Response(status_code=503, headers={"Retry-After": str(AFTER_S)})(scope, receive, send)
                return
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            if scope["method"] == "HEAD":
                await send({"type": "http.response.body"})
            else:
                await talk.go_on()
        finally:
            streams.leave(talk)
            if close := getattr(self.source, "aclose", None):
                await close()


class Talk:
    """One stream that is open: one task sends the messages, another hears whether the client has gone."""

    __slots__ = ("_beat", "_drop", "_ended", "_giving", "_pinging", "_receive", "_send", "_since", "_source", "_task")

    def __init__(
        self,
        source: AsyncIterator[bytes | str | Event],
        beat: Callable[[], bytes],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        self._source, self._beat, self._receive, self._send = source, beat, receive, send
        self._drop = (scope.get("extensions") or {}).get(DROP, {}).get("drop")
        self._task: asyncio.Task[object] | None = None
        self._pinging: asyncio.Task[None] | None = None
        self._ended, self._giving = False, 0
        self._since = monotonic()

    def end(self) -> None:
        """End it from our side, at once."""
        if not self._ended:
            self._ended = True
            if self._task:
                self._task.cancel()

    def sweep(self, now: float) -> None:
        """Drop the client that takes nothing, and let one that was told nothing for a while know that we are there."""
        waited = now - self._since
        if self._giving and waited >= TAKES_S:
            self._cut()
        elif self._task and not self._giving and waited >= PING_S:
            self._pinging = asyncio.ensure_future(self._ping())

    async def go_on(self) -> None:
        """Until the source or the client has enough."""
        self._task = task = asyncio.current_task()
        listening = asyncio.ensure_future(self._listen())
        try:
            await self._give_all()
        except asyncio.CancelledError:
            if not self._ended or task is None:
                raise
            task.uncancel()
        finally:
            self._ended, self._task = True, None
            listening.cancel()
            if self._pinging:
                self._pinging.cancel()
        await self._give(b"", more=False)

    async def _give_all(self) -> None:
        if self._ended:
            return
        first, last = RETRY_MS
        await self._give(f"retry: {first + secrets.randbelow(last - first + 1)}\n\n".encode())
        async for message in self._source:
            await self._give(message if isinstance(message, bytes) else written(message))

    async def _give(self, data: bytes, *, more: bool = True) -> None:
        if not self._giving:
            self._since = monotonic()
        self._giving += 1
        try:
            await self._send({"type": "http.response.body", "body": data, "more_body": more})
        finally:
            self._giving -= 1
            self._since = monotonic()

    async def _ping(self) -> None:
        if self._ended or self._giving:
            return
        try:
            await self._give(self._beat())
        except Exception as error:
            note(error)
            self.end()

    def _cut(self) -> None:
        """A close in good order would wait for what the client never takes."""
        if self._drop:
            self._drop()
        self.end()

    async def _listen(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self.end()
