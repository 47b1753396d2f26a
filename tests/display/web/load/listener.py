"""A page that listens to its stream, without a server between."""

import asyncio
from typing import Any

from starlette.types import ASGIApp

from tests.display.web.attack.inside import scope


class Listener:
    """Opens the stream at once; `told` are its messages."""

    def __init__(self, app: ASGIApp, path: str) -> None:
        self.told: list[bytes] = []
        self._gone = asyncio.Event()
        self._news = asyncio.Event()
        asked = app(scope("GET", path.encode()), self._receive, self._send)
        self._task = asyncio.ensure_future(asked)

    async def heard(self, count: int, seconds: float = 20) -> None:
        """Until it was told so much."""
        async with asyncio.timeout(seconds):
            while len(self.told) < count:
                await self._news.wait()
                self._news.clear()

    def close(self) -> None:
        """Go away."""
        self._gone.set()

    async def closed(self) -> None:
        """Until the server has noticed that it went away."""
        self.close()
        async with asyncio.timeout(20):
            await self._task

    async def _receive(self) -> dict[str, Any]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if b"data:" in message.get("body", b""):
            self.told.append(message["body"])
            self._news.set()
