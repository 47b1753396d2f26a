"""A locked kiosk cannot be left by its visitors, and can be stopped by those who run it."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from data import setup
from tests.kiosk.kiosks import running
from tests.ptys import Pty, on_a_pty

KIOSK = """
import fcntl, signal, sys, termios
from data.clock import system
from data.store import Store
from kiosk.app import run
if "nohup" in sys.argv:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
if "leads" in sys.argv:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
sys.exit(run(lambda: Store.open(sys.argv[1]), system, locked="locked" in sys.argv))
"""
KEYS = {
    "ctrl+q": "\x11",
    "escape": "\x1b",
    "ctrl+c": "\x03",
    "ctrl+z": "\x1a",
    "ctrl+backslash": "\x1c",
    "ctrl+d": "\x04",
    "ctrl+s": "\x13",
    "ctrl+p": "\x10",
    "ctrl+w": "\x17",
    "ctrl+x": "\x18",
    "ctrl+alt+delete": "\x1b[3;7~",
    "ctrl+alt+f1": "\x1b[1;7P",
    "alt+f4": "\x1b[1;3S",
    "f1": "\x1bOP",
    "f4": "\x1bOS",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
    "tab": "\t",
}
# The same as a terminal says them that speaks kitty's protocol, which foot does.
KITTY = {"ctrl+q": "\x1b[113;5u", "ctrl+c": "\x1b[99;5u", "ctrl+shift+n": "\x1b[110;6u", "super": "\x1b[57444u"}
SIGNALS = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)
APART_MS = 150  # an escape is told from what begins with one by the pause after it


async def test_no_key_leaves_a_locked_kiosk(tmp_path: Path) -> None:
    async with running(tmp_path, locked=True) as kiosk:
        await kiosk.press(*KEYS)
        assert kiosk.app.is_running
        assert kiosk.app.visit.step == "language"


async def test_ctrl_q_leaves_one_that_is_not_locked(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.pilot.press("ctrl+q")
        assert kiosk.app.return_code == 0


@contextmanager
def a_kiosk(folder: Path, *how: str) -> Iterator[Pty]:
    """A kiosk in a terminal, at its first question."""
    url = f"sqlite:///{folder / 'store.db'}"
    setup.init(url)
    with on_a_pty(sys.executable, "-c", KIOSK, url, *how) as terminal:
        terminal.until("English")
        yield terminal


@pytest.mark.parametrize("keys", [KEYS, KITTY], ids=["as bytes", "as kitty says them"])
def test_no_key_of_a_terminal_leaves_it(tmp_path: Path, keys: dict[str, str]) -> None:
    assert len(KEYS) == 19
    with a_kiosk(tmp_path, "locked") as terminal:
        for name, sent in keys.items():
            terminal.write(sent.encode())
            terminal.rest(APART_MS)
            assert terminal.process.poll() is None, name
            assert psutil.Process(terminal.process.pid).status() != psutil.STATUS_STOPPED, name
        terminal.write(b"\x1b")
        terminal.rest(APART_MS)
        terminal.write(b"2")
        terminal.until("Ministry of Justice")


@pytest.mark.parametrize("number", SIGNALS, ids=[number.name for number in SIGNALS])
def test_signals_of_the_keyboard_pass_unheard(tmp_path: Path, number: signal.Signals) -> None:
    with a_kiosk(tmp_path, "locked") as terminal:
        terminal.process.send_signal(number)
        terminal.write(b"2")
        terminal.until("Ministry of Justice")


def test_sigterm_ends_it_cleanly(tmp_path: Path) -> None:
    with a_kiosk(tmp_path, "locked") as terminal:
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() == 0
        assert b"\x1b[?1049l" in terminal.seen, "the terminal is left as it was found"


def test_ctrl_q_ends_one_that_is_not_locked_with_zero(tmp_path: Path) -> None:
    with a_kiosk(tmp_path) as terminal:
        terminal.write(b"\x11")
        assert terminal.end() == 0


@pytest.mark.parametrize("locked", [(), ("locked",)], ids=["open", "locked"])
def test_sighup_ends_it(tmp_path: Path, locked: tuple[str, ...]) -> None:
    with a_kiosk(tmp_path, *locked) as terminal:
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.end() == 3


@pytest.mark.parametrize("while_", ["resting", "painting"])
@pytest.mark.parametrize("how", [(), ("leads",), ("nohup",), ("nohup", "leads")], ids=" ".join)
def test_a_terminal_that_is_gone_ends_it_at_once(tmp_path: Path, how: tuple[str, ...], while_: str) -> None:
    """Whether the kernel sends it SIGHUP (it leads the session), or nobody does.

    Plain Textual reads the end for ever where nobody does, and blocks for ever where it was painting.
    """
    with a_kiosk(tmp_path, "locked", *how) as terminal:
        terminal.rest(APART_MS)
        process = psutil.Process(terminal.process.pid)
        before = sum(process.cpu_times()[:2])
        if while_ == "painting":
            terminal.write(b"2")
        terminal.hang_up()
        for _ in range(250):
            if terminal.process.poll() is not None:
                break
            assert sum(process.cpu_times()[:2]) - before < 2, "it spins"
            terminal.read()
        assert terminal.process.returncode == 3
