"""`novbe web` as whoever runs it sees it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import httpx
import pytest

from data import setup
from data.centre import Centre, read
from data.refused import Refused
from display.web import serve
from tests.commands import COMMAND, Commands
from tests.conftest import CENTRE
from tests.display.web.wires import read_until


@contextmanager
def running(url: str, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server as a process, and its address as it says it."""
    process = subprocess.Popen(
        [*COMMAND, "web", "--port", "0", *arguments],
        env=Commands(url).process_environment(),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stderr
        line = process.stderr.readline()
        found = re.fullmatch(r"The pages are at (http://.+)/\n", line)
        assert found, line + process.stderr.read()
        yield process, found[1]
    finally:
        process.kill()
        process.wait()
        assert process.stderr
        process.stderr.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_is_and_ends_in_good_order_with_a_stream_open(
    sqlite_url: str, centre: Centre, number: signal.Signals
) -> None:
    setup.init(sqlite_url, centre)
    with running(sqlite_url) as (process, address):
        host, _, port = address.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), timeout=15) as connection:
            connection.sendall(b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n")
            read_until(connection, b"data: ")
            process.send_signal(number)
            assert process.wait(15) == 0
        assert process.stderr
        assert process.stderr.read() == "The centre file has no address, so the QR code of a ticket leads to no page.\n"


def test_with_an_address_there_is_nothing_more_to_say(sqlite_url: str) -> None:
    with_address = CENTRE.replace('id = "test"', 'id = "test"\naddress = "https://q.example"', 1)
    setup.init(sqlite_url, read(with_address, "centre.toml"))
    with running(sqlite_url, "--host", "localhost") as (process, address):
        assert httpx.get(f"{address}/healthz").text == "ok\n"
        process.terminate()
        assert process.wait(15) == 0
        assert process.stderr
        assert process.stderr.read() == ""


def test_where_there_is_no_store_one_is_made(sqlite_url: str) -> None:
    with running(sqlite_url) as (process, address):
        assert httpx.get(f"{address}/healthz").status_code == 200
        process.terminate()
        assert process.wait(15) == 0
        assert process.stderr
        assert f"The store was created: {sqlite_url}" in process.stderr.read()


def test_a_store_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "novbe.db").write_text("nothing of ours" * 100)
    result = Commands(f"sqlite:///{tmp_path / 'novbe.db'}")("web", "--port", "0")
    assert result.code == 1
    assert "is not a store of Növbə" in result.err


def test_a_port_that_is_in_use_is_said(sqlite_url: str, centre: Centre) -> None:
    setup.init(sqlite_url, centre)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = Commands(sqlite_url)("web", "--port", str(port))
    assert result.code == 1
    assert result.err == f"Port {port} of 127.0.0.1 is in use. Choose another: novbe web --port 8081\n"


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid", "1.2.3.4.5"])
def test_a_host_that_is_not_ours_is_said(sqlite_url: str, centre: Centre, host: str) -> None:
    setup.init(sqlite_url, centre)
    result = Commands(sqlite_url)("web", "--host", host)
    assert (result.code, result.err) == (1, f"{host} is no address of this machine.\n")


def test_a_port_that_needs_more_rights_is_said() -> None:
    with patch.object(socket.socket, "bind", side_effect=PermissionError(13, "")), pytest.raises(Refused) as refused:
        serve.listening("127.0.0.1", 80)
    assert refused.value.message == "This user may not listen at port 80. Choose one above 1023."


@pytest.mark.parametrize("port", ["-1", "65536", "http", "", "8080.0", "８０"])
def test_what_is_no_port_is_said(sqlite_url: str, port: str) -> None:
    result = Commands(sqlite_url)("web", "--port", port)
    assert result.code == 2
    assert "must be a port" in result.err or "expected one argument" in result.err


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "httptools", "jinja2"])
def test_without_the_extra_it_says_how_to_get_it(sqlite_url: str, missing: str) -> None:
    hidden = f"import sys; sys.modules[{missing!r}] = None; import novbe; sys.exit(novbe.main(['web']))"
    environment = Commands(sqlite_url).process_environment()
    result = subprocess.run(
        [sys.executable, "-c", hidden], env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (1, "The pages need the extra: pip install 'novbe[web]'.\n")


def test_all_addresses_of_a_host_are_served_at_one_port() -> None:
    sockets = serve.listening("localhost", 0)
    try:
        assert len({one.getsockname()[1] for one in sockets}) == 1
    finally:
        for one in sockets:
            one.close()


def test_it_raises_how_many_files_may_be_open_as_far_as_it_may() -> None:
    code = (
        "import resource; hard = min(resource.getrlimit(resource.RLIMIT_NOFILE)[1], 4096);"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard));"
        "from display.web.serve import files; print(files(), resource.getrlimit(resource.RLIMIT_NOFILE)[0] == hard)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.split()[1] == "True"
    assert int(done.stdout.split()[0]) > 3000
