"""The app without a server: a request as uvicorn hands it on, and the answer."""

import asyncio
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp

from tests.display.web.attack.wire import Answer

Header = tuple[bytes, bytes]


async def answered(
    app: ASGIApp, method: str, target: bytes, headers: Sequence[Header] = (), body: bytes = b""
) -> Answer:
    """What the app answers; a stream is listened to until its first message, and then left."""
    return await Talk(body).through(app, scope(method, target, headers))


def scope(method: str, target: bytes, headers: Sequence[Header] = ()) -> dict[str, Any]:
    """A request as uvicorn has read it."""
    path, _, query = target.partition(b"?")
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "server": ("127.0.0.1", 8080),
        "client": ("127.0.0.1", 40_000),
        "scheme": "http",
        "root_path": "",
        "method": method,
        "path": unquote(path.decode("ascii")),
        "raw_path": path,
        "query_string": query,
        "headers": [(name.lower(), value) for name, value in headers],
        "state": {},
    }


class Talk:
    """One request and what comes back."""

    def __init__(self, body: bytes) -> None:
        self._asked = [body]
        self._start: dict[str, Any] = {}
        self._parts: list[bytes] = []
        self._enough = asyncio.Event()

    async def through(self, app: ASGIApp, scope: dict[str, Any]) -> Answer:
        """Let the app answer."""
        await app(scope, self._receive, self._send)
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in self._start["headers"]}
        top = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode("latin-1")
        body = b"".join(self._parts)
        return Answer(self._start["status"], headers, body, top + b"\r\n" + body)

    async def _receive(self) -> dict[str, Any]:
        if self._asked:
            return {"type": "http.request", "body": self._asked.pop(), "more_body": False}
        await self._enough.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body":
            self._parts.append(message.get("body", b""))
            streams = any(b"event-stream" in value for _, value in self._start["headers"])
            if not message.get("more_body") or (streams and b"data:" in self._parts[-1]):
                self._enough.set()
