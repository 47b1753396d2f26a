"""Connections byte by byte, to a server in the same process."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from tests.display.web.served import Served


@contextmanager
def wire(served: Served, seconds: float = 15) -> Iterator[socket.socket]:
    """A connection; nothing takes longer than `seconds`."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=seconds) as connection:
        yield connection


def get(path: str = "/robots.txt", *headers: str) -> bytes:
    """A request."""
    return "\r\n".join((f"GET {path} HTTP/1.1", "Host: q.example", *headers, "", "")).encode()


def rest(connection: socket.socket) -> bytes:
    """All that comes until the server closes; a connection that was cut gives what came."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


def read_until(connection: socket.socket, end: bytes) -> bytes:
    """What comes up to `end`; fails where the server closes before."""
    got = b""
    while end not in got:
        part = connection.recv(65536)
        assert part, got
        got += part
    return got


def asked(served: Served, data: bytes) -> bytes:
    """What comes back for some bytes until the server closes."""
    with wire(served) as connection:
        connection.sendall(data)
        return rest(connection)
