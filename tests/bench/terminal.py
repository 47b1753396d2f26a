"""A program on a terminal of its own, watched from outside, as a person would."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Self

ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_=>78]|[()][0-9A-B])")
COLUMNS, ROWS = 80, 24
QUIET = 0.04


def own_terminal() -> None:
    """Make the pty the one that hangs up: whatever becomes of the watcher, no screen is left behind."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """Starts a program on a pty, of 80x24 unless told; the time counts from just before."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: str,
        size: tuple[int, int] = (COLUMNS, ROWS),
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._output = b""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command,
            env=dict(environment),
            cwd=folder,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=own_terminal,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.process.terminate()
        try:
            self.watch(2, while_running=True)
        finally:
            self.process.kill()
            self.process.wait()
            os.close(self._master)

    def seconds_until(self, wanted: str, within: float = 20) -> float:
        """Seconds from the start until a text that matches the pattern stands in what was printed.

        Raises TimeoutError, with what was printed instead, also where the program has ended.
        """
        end = self.started + within
        while time.monotonic() < end and self.process.poll() is None:
            came = self._read(end - time.monotonic())
            if came and re.search(wanted, self.text):
                return came - self.started
        raise TimeoutError(f"no {wanted!r} in {self.text[-2000:]!r}")

    def seconds_after(self, keys: bytes, wanted: str, within: float = 10) -> float:
        """Type, and tell the seconds until the last byte of the frame that has a text which matches the pattern.

        A frame has ended when nothing more is printed for QUIET. Raises TimeoutError.
        """
        start, before = time.monotonic(), len(self._output)
        os.write(self._master, keys)
        last = start
        while (now := time.monotonic()) - start < within:
            came = self._read(QUIET)
            last = came or last
            if came is None and now - last >= QUIET and re.search(wanted, self._printed(before)):
                return last - start
        raise TimeoutError(f"no {wanted!r} in {self._printed(before)[-2000:]!r}")

    def watch(self, seconds: float, *, while_running: bool = False) -> None:
        """Let it go on for so long, or until it ends, and take what it prints."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not (while_running and self.process.poll() is not None):
            self._read(min(left, 0.1))

    @contextmanager
    def drained(self) -> Iterator[None]:
        """Meanwhile what it prints is taken by a thread, so that it is never held up."""
        done = threading.Event()
        thread = threading.Thread(target=lambda: [self._read(0.1) for _ in iter(done.is_set, True)])
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    @property
    def text(self) -> str:
        """What was printed, without what only moves the cursor or colours."""
        return self._printed(0)

    def _printed(self, start: int) -> str:
        return ESCAPES.sub("", self._output[start:].decode(errors="ignore"))

    def _read(self, seconds: float) -> float | None:
        """Take what was printed; the moment it came, None where nothing did."""
        if not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return None
        came = time.monotonic()
        try:
            self._output += os.read(self._master, 65536)
        except OSError:  # the program has closed its end
            time.sleep(0.01)
            return None
        return came
