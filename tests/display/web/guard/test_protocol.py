"""How much one connection may take."""

from unittest.mock import patch

import pytest

from display.web.guard import protocol
from tests.display.web.served import Served, until
from tests.display.web.wires import asked, get, read_until, rest, wire

CLOSE = "Connection: close"
POST = "POST /find HTTP/1.1\r\nHost: q.example\r\n"
TOO_MUCH = {
    "headers in number": (get("/", *(f"X-{number}: 1" for number in range(65))), 431),
    "headers in size": (get("/", *(f"X-{number}: {'a' * 2000}" for number in range(10))), 431),
    "one header": (get("/", f"X: {'a' * 20_000}"), 431),
    "a path": (get("/" + "a" * 2048), 414),
    "a body": (f"{POST}Content-Length: 4097\r\n\r\n".encode(), 413),
    "a body beyond counting": (f"{POST}Content-Length: {'9' * 40}\r\n\r\n".encode(), 400),
    "chunks": (f"{POST}Transfer-Encoding: chunked\r\n\r\n1001\r\n{'a' * 4097}\r\n0\r\n\r\n".encode(), 413),
    "nonsense": (b"nonsense\r\n\r\n", 400),
    "a NUL": (get("/", "X: a\0b"), 400),
}


@pytest.mark.parametrize(("data", "status"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_said_and_the_connection_closed(served_sqlite: Served, data: bytes, status: int) -> None:
    answer = asked(served_sqlite, data)
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert b"nosniff" in answer
    assert answer.endswith(protocol.PHRASES[status])


def test_a_head_without_end_is_refused_while_it_comes(served_sqlite: Served) -> None:
    with wire(served_sqlite) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX: ")
        for _ in range(17):
            connection.sendall(b"a" * 1000)
        assert rest(connection).startswith(b"HTTP/1.1 431 ")


def test_as_much_as_allowed_is_taken(served_sqlite: Served) -> None:
    answer = asked(served_sqlite, get("/robots.txt", *(f"X-{n}: {'a' * 200}" for n in range(60)), CLOSE))
    assert answer.startswith(b"HTTP/1.1 200 ")


def test_a_request_that_comes_too_slowly_is_ended(served_sqlite: Served) -> None:
    with patch.object(protocol, "COMPLETE_S", 0.3), wire(served_sqlite) as connection:
        connection.settimeout(0.05)
        sent = b"GET / HTTP/1.1\r\nX: " + b"a" * 2000
        for start in range(len(sent)):
            try:
                connection.sendall(sent[start : start + 1])
                assert not connection.recv(1)
                return
            except TimeoutError:
                continue
            except ConnectionError:
                return
    raise AssertionError("it was heard to its end")


@pytest.mark.parametrize("first", [b"", b"\r\n", f"{POST}Content-Length: 9\r\n\r\ncode".encode()])
def test_a_request_that_stops_is_ended(served_sqlite: Served, first: bytes) -> None:
    with patch.object(protocol, "COMPLETE_S", 0.2), wire(served_sqlite) as connection:
        connection.sendall(first)
        assert rest(connection) == b""


def test_empty_lines_keep_no_connection_open(served_sqlite: Served) -> None:
    with patch.object(protocol, "COMPLETE_S", 0.3), wire(served_sqlite) as connection:
        connection.settimeout(0.05)
        for _ in range(200):
            try:
                connection.sendall(b"\r\n")
                assert not connection.recv(1)
                return
            except TimeoutError:
                continue
            except ConnectionError:
                return
    raise AssertionError("it stayed open")


def test_a_connection_serves_one_request_after_another(served_sqlite: Served) -> None:
    with wire(served_sqlite) as connection:
        for _ in range(3):
            connection.sendall(get())
            assert b"200 OK" in read_until(connection, b"Disallow: /\n")


def test_some_requests_may_wait_their_turn_and_not_many(served_sqlite: Served) -> None:
    with wire(served_sqlite) as connection:
        connection.sendall(get() * 3)
        got = b""
        while got.count(b"Disallow: /\n") < 3:
            got += read_until(connection, b"Disallow: /\n")
    assert asked(served_sqlite, get() * 50).count(b"Disallow: /\n") < 50


def test_beyond_the_most_connections_none_is_taken(served_sqlite: Served) -> None:
    kept = served_sqlite.server.config.http_protocol_class
    with patch.object(kept, "most_connections", 2), wire(served_sqlite), wire(served_sqlite):
        until(lambda: len(served_sqlite.server.server_state.connections) == 2)
        assert asked(served_sqlite, get()) == b""
    until(lambda: asked(served_sqlite, get("/robots.txt", CLOSE)))
