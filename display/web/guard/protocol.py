"""How much one connection may take: of time, of bytes, of requests."""

import asyncio
import socket

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from display.web.forms import MOST_BYTES
from display.web.streams import DROP, TAKES_S

COMPLETE_S = 10.0
"""Seconds in which a request is complete, and in which a new connection sends its first."""
LINGER_S = 2.0
MOST_HEADERS = 64
MOST_HEAD_BYTES = 16 * 1024
MOST_URL_BYTES = 2048
MOST_WAITING = 4
"""Requests that are sent before the one in front of them was answered."""
BUFFER_BYTES = 16 * 1024
"""What waits for a client that is slow, before its stream waits as well."""
PHRASES = {
    400: b"Bad Request",
    413: b"Content Too Large",
    414: b"URI Too Long",
    431: b"Request Header Fields Too Large",
}
HEAD = (
    b"content-type: text/plain; charset=utf-8\r\nconnection: close\r\nx-content-type-options: nosniff\r\n"
    b"content-security-policy: default-src 'none'; frame-ancestors 'none'\r\nreferrer-policy: no-referrer\r\n"
    b"cache-control: no-store\r\n"
)


class TooMuch(Exception):
    """A request that is not taken."""


class Protocol(HttpToolsProtocol):
    """HTTP of one connection, with limits. A request beyond them is answered without a word of it, and closed."""

    most_connections = 60_000

    def connection_made(self, transport: asyncio.Transport) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        super().connection_made(transport)
        self._status = 400
        self._head_bytes = self._header_bytes = self._body_bytes = 0
        self._in_head = self._in_request = self._deaf = False
        self._limit: asyncio.TimerHandle | None = None
        transport.set_write_buffer_limits(BUFFER_BYTES)
        _drop_the_dead(transport.get_extra_info("socket"))
        if len(self.connections) > self.most_connections:
            transport.abort()
        else:
            self._begin_limit()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_limit()
        self._unset_keepalive_if_required()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._deaf or self.transport.is_closing():
            return
        if self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > MOST_HEAD_BYTES:
                self._status = 431
                self.send_400_response("")
                return
        within = self._in_head
        super().data_received(data)
        if self._in_head and not within:
            self._head_bytes = len(data)
        if not self._limit and not self._deaf and (self._in_request or not self._answering()):
            self._begin_limit()  # what is no request, such as empty lines, keeps no connection open

    def on_message_begin(self) -> None:
        if len(self.pipeline) >= MOST_WAITING:
            self.transport.abort()
            raise TooMuch
        super().on_message_begin()
        self.scope["extensions"] = {DROP: {"drop": self.transport.abort}}
        self._in_head = self._in_request = True
        self._head_bytes = self._header_bytes = self._body_bytes = 0
        self._begin_limit()

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        if len(self.url) > MOST_URL_BYTES:
            self._refuse(414)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._header_bytes += len(name) + len(value)
        if len(self.headers) >= MOST_HEADERS or self._header_bytes > MOST_HEAD_BYTES:
            self._refuse(431)
        if name.lower() == b"content-length" and (not value.isdigit() or int(value[:9]) > MOST_BYTES):
            self._refuse(413)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body_bytes += len(body)
        if self._body_bytes > MOST_BYTES:
            self._refuse(413)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_request = False
        self._end_limit()
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Say what was too much, unless something else is being said; then close."""
        if self._said():
            self.transport.abort()
            return
        phrase = PHRASES[self._status]
        head = b"HTTP/1.1 %d %s\r\n%scontent-length: %d\r\n\r\n" % (self._status, phrase, HEAD, len(phrase))
        self.transport.write(head + phrase)
        self._hang_up()

    def _hang_up(self) -> None:
        """Close, but hear the rest for a while: closed with something unread, the other side would lose the answer."""
        self._deaf = True
        self._unset_keepalive_if_required()
        self._end_limit()
        self._limit = self.loop.call_later(LINGER_S, self._too_slow)
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True  # it came before in one go, and may not be answered after this
            self.cycle.message_event.set()
        self.pipeline.clear()
        self.transport.write_eof()

    def _said(self) -> bool:
        """Whether an answer has begun that is not complete."""
        return self.cycle is not None and self.cycle.response_started and not self.cycle.response_complete

    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _refuse(self, status: int) -> None:
        """Ends the parsing, which then has the answer sent."""
        self._status = status
        raise TooMuch

    def _begin_limit(self) -> None:
        if self._limit is None:
            self._limit = self.loop.call_later(COMPLETE_S, self._too_slow)

    def _end_limit(self) -> None:
        if self._limit:
            self._limit.cancel()
            self._limit = None

    def _too_slow(self) -> None:
        self._limit = None
        self.transport.abort()


def limited(most_connections: int) -> type[Protocol]:
    """The protocol, for a server that has at most so many connections."""
    return type("Protocol", (Protocol,), {"most_connections": most_connections})


def _drop_the_dead(connection: "socket.socket | None") -> None:
    """A phone that lost the net says nothing: after 20 s without a sign of it the connection ends (Linux)."""
    if connection is not None and hasattr(socket, "TCP_USER_TIMEOUT"):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(TAKES_S * 1000))
