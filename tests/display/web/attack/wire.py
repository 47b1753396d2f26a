"""What goes over the wire, byte by byte: no client stands between a test and the server."""

import asyncio
import re
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass

LENGTH = re.compile(rb"\r\ncontent-length: ?([0-9]+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding: ?chunked", re.IGNORECASE)
END = b"\r\n\r\n"
ALL = 1 << 20


@dataclass(frozen=True)
class Answer:
    """A response as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    raw: bytes


class Wire:
    """One connection from a loopback address of its own."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seconds: float) -> None:
        self._reader, self._writer, self._seconds = reader, writer, seconds

    @classmethod
    async def to(cls, port: int, source: str = "127.0.0.1", seconds: float = 10) -> "Wire":
        """A connection; nothing may take longer than `seconds`."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0), limit=ALL)
        return cls(reader, writer, seconds)

    async def ask(self, request: bytes, *, head: bool = False) -> Answer | None:
        """Send, and read one response; None where the server closed without a word."""
        self.send(request)
        return await self.answer(head=head)

    def send(self, data: bytes) -> None:
        """Send, whether or not anybody reads it."""
        self._writer.write(data)

    async def answer(self, *, head: bool = False) -> Answer | None:
        """The next response; None where the server closed without a word. TimeoutError where it does neither."""
        async with asyncio.timeout(self._seconds):
            try:
                top = await self._reader.readuntil(END)
            except (asyncio.IncompleteReadError, ConnectionError):
                return None
            body = b"" if head else await self._body(top)
        lines = (line.partition(":") for line in top.decode("latin-1").split("\r\n")[1:])
        headers = {name.lower(): value.strip() for name, colon, value in lines if colon}
        return Answer(int(top[9:12]), headers, body, top + body)

    async def _body(self, top: bytes) -> bytes:
        if top[9:12] in (b"204", b"304"):
            return b""
        if length := LENGTH.search(top):
            return await self._reader.readexactly(int(length[1]))
        if not CHUNKED.search(top):
            return await self._reader.read()
        body = b""
        while size := int((await self._reader.readuntil(b"\r\n")).split(b";")[0], 16):
            body += (await self._reader.readexactly(size + 2))[:-2]
        await self._reader.readuntil(b"\r\n")
        return body

    async def message(self) -> bytes:
        """The next event of a stream that says something."""
        async with asyncio.timeout(self._seconds):
            while b"data: {" not in (event := await self._reader.readuntil(b"\n\n")):
                pass
        return event

    async def closed(self, seconds: float) -> bool:
        """Whether the server closes the connection within so many seconds, whatever it says before."""
        try:
            async with asyncio.timeout(seconds):
                while await self._reader.read(ALL):
                    pass
        except TimeoutError:
            return False
        except ConnectionError:
            pass
        return True

    def close(self, *, abort: bool = False) -> None:
        """Hang up; rudely, as who pulls the plug, where it is to `abort`."""
        if abort:
            connection = self._writer.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()


async def ask(port: int, request: bytes, *, source: str = "127.0.0.1", head: bool = False) -> Answer | None:
    """Send on a connection of its own, and read one response; None where the server closed without a word."""
    wire = await Wire.to(port, source)
    try:
        return await wire.ask(request, head=head)
    finally:
        wire.close()


def get(path: str, **headers: str) -> bytes:
    """A plain request; underscores in the names of headers are hyphens."""
    return request("GET", path, b"", **headers)


def request(method: str, path: str, body: bytes = b"", /, **headers: str) -> bytes:
    """A request with a body, if any."""
    named = {"Host": "127.0.0.1"} | {name.replace("_", "-"): value for name, value in headers.items()}
    if body:
        named = {"Content-Length": str(len(body)), "Content-Type": "application/x-www-form-urlencoded"} | named
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items())]
    return "\r\n".join(lines).encode("latin-1", "surrogateescape") + END + body
