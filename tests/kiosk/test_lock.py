"""A locked kiosk cannot be left by its visitors, and can be stopped by those who run it."""

import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from time import monotonic

import pytest

from data import setup
from tests.kiosk.kiosks import running

KIOSK = """
import sys
from data.clock import system
from data.store import Store
from kiosk.app import run
sys.exit(run(lambda: Store.open(sys.argv[1]), system, locked=sys.argv[2] == "locked"))
"""
KEYS = ["ctrl+q", "ctrl+c", "ctrl+z", "ctrl+p", "ctrl+d", "ctrl+backslash", "ctrl+s", "f1", "escape", "ctrl+w"]


async def test_no_key_leaves_a_locked_kiosk(tmp_path: Path) -> None:
    async with running(tmp_path, locked=True) as kiosk:
        await kiosk.press(*KEYS)
        assert kiosk.app.is_running
        assert kiosk.app.visit.step == "language"


async def test_ctrl_q_leaves_one_that_is_not_locked(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.pilot.press("ctrl+q")
        assert kiosk.app.return_code == 0


class Terminal:
    """A kiosk in a terminal of its own."""

    def __init__(self, folder: Path, locked: bool) -> None:
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (24, 80))
        url = f"sqlite:///{folder / 'store.db'}"
        setup.init(url)
        command = [sys.executable, "-c", KIOSK, url, "locked" if locked else "open"]
        environment = {**os.environ, "TERM": "xterm-256color"}
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.seen = b""

    def until(self, words: str, seconds: float = 20) -> None:
        """Read until `words` were written to the terminal."""
        end = monotonic() + seconds
        while words.encode() not in self.seen:
            assert monotonic() < end, self.seen[-2000:]
            if select([self.master], [], [], 0.1)[0]:
                self.seen += os.read(self.master, 65536)

    def end(self, seconds: float = 10) -> int:
        """The exit code, once it has ended; what it writes is read, so that nothing holds it up."""
        end = monotonic() + seconds
        while self.process.poll() is None:
            assert monotonic() < end
            if select([self.master], [], [], 0.1)[0]:
                self.seen += self._rest()
        return self.process.returncode

    def _rest(self) -> bytes:
        try:
            return os.read(self.master, 65536)
        except OSError:
            return b""


@contextmanager
def a_terminal(folder: Path, locked: bool) -> Iterator[Terminal]:
    terminal = Terminal(folder, locked)
    try:
        terminal.until("English")
        yield terminal
    finally:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()
        os.close(terminal.master)


def test_signals_of_the_keyboard_pass_unheard_and_sigterm_ends_it_cleanly(tmp_path: Path) -> None:
    with a_terminal(tmp_path, locked=True) as terminal:
        for number in signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP:
            terminal.process.send_signal(number)
        os.write(terminal.master, b"\x11\x03\x1a\x1c2")
        terminal.until("Ministry of Justice")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() == 0
        terminal.seen += terminal._rest()
        assert b"\x1b[?1049l" in terminal.seen, "the terminal is left as it was found"


@pytest.mark.parametrize("locked", [False, True])
def test_a_terminal_that_is_gone_ends_it(tmp_path: Path, locked: bool) -> None:
    with a_terminal(tmp_path, locked) as terminal:
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.end() == 3


def test_ctrl_q_ends_it_with_zero(tmp_path: Path) -> None:
    with a_terminal(tmp_path, locked=False) as terminal:
        os.write(terminal.master, b"\x11")
        assert terminal.end() == 0
