"""A terminal of one's own for a screen, by tmux: keys go in, and what a person would see comes out."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from rich.ansi import AnsiDecoder
from rich.text import Text

from tests.programs import needs

WAIT_S = 20.0
PAUSE_S = 0.05


class Terminal:
    """A pane of 80 by 24 cells, or of another `size`, in which one command runs."""

    def __init__(self, tmux: list[str], pane: str) -> None:
        self._tmux = tmux
        self._pane = pane

    def press(self, *keys: str) -> None:
        """Type keys, by tmux's names."""
        self._run("send-keys", "-t", self._pane, *keys)

    def click(self, column: int, row: int) -> None:
        """Press and let go the left mouse button on a cell, as a terminal reports it (SGR 1006)."""
        for end in "Mm":
            self._run("send-keys", "-t", self._pane, "-l", f"\x1b[<0;{column + 1};{row + 1}{end}")

    def kill(self) -> None:
        """End the command as a crash does: it is not asked."""
        os.kill(int(self._run("display-message", "-p", "-t", self._pane, "#{pane_pid}")), signal.SIGKILL)

    def text(self) -> str:
        """The characters on the screen."""
        return self._run("capture-pane", "-p", "-t", self._pane)

    def rows(self) -> list[Text]:
        """The rows on the screen, with their colours."""
        return list(AnsiDecoder().decode(self._run("capture-pane", "-e", "-N", "-p", "-t", self._pane)))

    def shows(self, words: str) -> str:
        """Wait until the screen shows these words; the screen."""
        end = time.monotonic() + WAIT_S
        while words not in (text := self.text()):
            assert time.monotonic() < end, f"{words!r} is not on the screen:\n{text}"
            time.sleep(PAUSE_S)
        return text

    def _run(self, *command: str) -> str:
        return subprocess.run([*self._tmux, *command], check=True, capture_output=True, text=True).stdout


class Terminals:
    """Terminals side by side, all with the same environment."""

    def __init__(self, tmux: list[str], environment: Mapping[str, str]) -> None:
        self._tmux = tmux
        self._environment = [f"{name}={value}" for name, value in environment.items()]

    def open(self, *command: str, size: tuple[int, int] = (80, 24)) -> Terminal:
        """Run `python -m COMMAND` in a terminal of its own."""
        columns, rows = map(str, size)
        new = ["new-session", "-d", "-P", "-F", "#{pane_id}", "-x", columns, "-y", rows]
        run = ["env", *self._environment, sys.executable, "-m", *command]
        started = subprocess.run([*self._tmux, *new, *run], check=True, capture_output=True, text=True)
        return Terminal(self._tmux, started.stdout.strip())


@contextmanager
def terminals(name: str, environment: Mapping[str, str]) -> Iterator[Terminals]:
    """Terminals that are closed at the end."""
    needs("tmux")
    tmux = ["tmux", "-L", name, "-f", os.devnull]
    try:
        yield Terminals(tmux, {"COLORTERM": "truecolor", "TERM": "tmux-256color", **environment})
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)
