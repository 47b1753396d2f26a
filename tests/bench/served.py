"""`novbe web` as a process of its own, and what it costs."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from tests.commands import COMMAND, ROOT

START_S = 30


class Served:
    """The pages of the store at `url`, on a port of their own on 127.0.0.1; what the server says goes to `notes`."""

    def __init__(self, url: str, notes: Path) -> None:
        self.url, self.notes = url, notes
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start the process; it serves somewhat later."""
        command = [*COMMAND, "web", "--host", "127.0.0.1", "--port", str(self.port)]
        environment = dict(os.environ) | {"NOVBE_STORE": self.url, "NOVBE_LANGUAGE": "en"}
        with self.notes.open("ab") as notes:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=notes, stderr=notes)

    def start(self) -> None:
        """Start the process, and wait until a page comes."""
        self.begin()
        assert self._process
        end = time.monotonic() + START_S
        while not self.answers():
            assert self._process.poll() is None, self.notes.read_text()
            assert time.monotonic() < end, "the server does not answer"
            time.sleep(0.05)  # between two tries; that it answers ends it

    def answers(self) -> bool:
        """Whether a page comes."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/", timeout=5):
                return True
        except (URLError, OSError):
            return False

    @property
    def process(self) -> psutil.Process:
        """The process that serves."""
        assert self._process
        return psutil.Process(self._process.pid)

    def memory(self) -> int:
        """Bytes that it has of the machine's memory."""
        return self.process.memory_info().rss

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        assert self._process
        self._process.send_signal(number)

    def kill(self) -> None:
        """End it as when the machine loses its power."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def stop(self) -> int:
        """End it as a service manager does; its exit code."""
        assert self._process
        self.send(signal.SIGTERM)
        return self._process.wait(START_S)
