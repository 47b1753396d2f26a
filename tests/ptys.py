"""A terminal of which only bytes are seen: for keys, signals and ends that tmux would answer itself."""

import os
import pty
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from time import monotonic

WAIT_S = 20.0
NEWS_S = 0.02


class Pty:
    """A process in a terminal of 80 by 24 cells."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (24, 80))
        environment = {**os.environ, "TERM": "xterm-256color"}
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.seen = self.all = b""

    def type(self, text: str, ms: float = 0) -> None:
        """Press the keys of `text`, one each `ms`; all at once for 0."""
        for part in text if ms else [text]:
            self.write(part.encode())
            self.rest(ms)

    def rest(self, ms: float) -> None:
        """Press nothing for so long."""
        end = monotonic() + ms / 1000
        while (left := end - monotonic()) > 0:
            self.read(left)

    def write(self, data: bytes) -> None:
        """What the terminal sends."""
        os.write(self.master, data)

    def until(self, words: str) -> None:
        """Read until `words` were written to the terminal since the last time."""
        end = monotonic() + WAIT_S
        while words.encode() not in self.seen:
            assert monotonic() < end, self.seen[-2000:]
            self.read()
        self.seen = self.seen.partition(words.encode())[2]

    def until_file(self, file: Path, words: str) -> None:
        """Wait until `words` are in `file`."""
        end = monotonic() + WAIT_S
        while not file.is_file() or words not in file.read_text():
            assert monotonic() < end, (file.is_file() and file.read_text(), self.seen[-2000:])
            self.read()

    def end(self) -> int:
        """The exit code, once it has ended; what it writes is read, so that nothing holds it up."""
        end = monotonic() + WAIT_S
        while self.process.poll() is None:
            assert monotonic() < end, "it has not ended"
            self.read()
        self.read()
        return self.process.returncode

    def hang_up(self) -> None:
        """The terminal is gone."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def read(self, seconds: float = NEWS_S) -> None:
        """Take what was written, for at most so long."""
        if self.master < 0:
            time.sleep(seconds)  # between two looks at the process: a terminal that is gone has no news
        elif select([self.master], [], [], seconds)[0]:
            with suppress(OSError):  # EIO: the other end is closed
                news = os.read(self.master, 65536)
                self.seen, self.all = self.seen + news, self.all + news


@contextmanager
def on_a_pty(*command: str) -> Iterator[Pty]:
    """The command in a terminal; it is ended and the terminal closed at the end."""
    terminal = Pty(command)
    try:
        yield terminal
    finally:
        terminal.process.kill()
        terminal.process.wait()
        terminal.hang_up()
