"""A screen ends cleanly, whoever ends it, and leaves the terminal as it was."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from time import monotonic

import pytest

PROGRAM = """
import sys
from textual.widgets import Static
from data.clock import system
from display.parts.app import NovbeApp

class Shown(NovbeApp):
    def compose(self):
        yield Static("ready")

    def read(self, store):
        return None

def nowhere():
    raise FileNotFoundError

app = Shown(nowhere, system)
app.run()
sys.exit(app.return_code)
"""
ALTERNATE_SCREEN, MAIN_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"


class Terminal:
    """An app in a terminal of its own."""

    def __init__(self) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=slave, stdout=slave, stderr=slave)
        os.close(slave)
        self.output = b""

    def read_until(self, wanted: bytes, seconds: float = 20) -> None:
        end = monotonic() + seconds
        while wanted not in self.output:
            assert monotonic() < end, self.output[-500:]
            if select.select([self.master], [], [], 0.1)[0]:
                self.output += os.read(self.master, 65536)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    terminal = Terminal()
    try:
        terminal.read_until(ALTERNATE_SCREEN)
        terminal.read_until(b"ready")
        yield terminal
    finally:
        terminal.process.kill()
        terminal.process.wait()


def test_sigterm_ends_it_with_0_and_restores_the_terminal(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGTERM)
    terminal.read_until(MAIN_SCREEN)
    assert terminal.process.wait(timeout=10) == 0
    os.close(terminal.master)


def test_ctrl_q_ends_it_with_0(terminal: Terminal) -> None:
    os.write(terminal.master, b"\x11")
    terminal.read_until(MAIN_SCREEN)
    assert terminal.process.wait(timeout=10) == 0
    os.close(terminal.master)


def test_a_terminal_that_is_gone_ends_it_with_another_code(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGHUP)
    os.close(terminal.master)
    assert terminal.process.wait(timeout=10) == 3
