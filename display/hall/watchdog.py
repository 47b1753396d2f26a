"""What says that a screen stands still, when it is the screen itself that does?"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

ROUND = 2.0
MISSED = 4
"""So many rounds without a beat: 8 to 10 s. Rounds, not time: of a process that was stopped nothing is overdue."""
STATUS_ROW = 2


def to_terminal(text: str) -> None:
    """Write `text` on the row of the status, past the app that has this terminal; the cursor stays where it is."""
    with suppress(OSError, ValueError, AttributeError):
        terminal = sys.__stderr__.fileno()  # pyright: ignore[reportOptionalMemberAccess]
        width = os.get_terminal_size(terminal).columns
        os.write(terminal, f"\x1b7\x1b[{STATUS_ROW};1H\x1b[0;7m  {text[: width - 2]:<{width - 2}}\x1b[0m\x1b8".encode())


class Watchdog(Thread):
    """Tells `sentence` by `write`, once, when the app has not beaten for `missed` rounds, each of `seconds`."""

    def __init__(
        self,
        sentence: Callable[[], str],
        write: Callable[[str], None] = to_terminal,
        *,
        seconds: float = ROUND,
        missed: int = MISSED,
    ) -> None:
        super().__init__(name="watchdog", daemon=True)
        self._sentence = sentence
        self._write = write
        self._round = seconds
        self._most = missed
        self._missed = 0
        self._told = False
        self._closing = Event()

    def beat(self) -> bool:
        """The app lives; whether the watchdog had told that it does not, so that all is to be painted again."""
        told, self._told, self._missed = self._told, False, 0
        return told

    def close(self) -> None:
        """End the thread; it is waited for at most one second."""
        self._closing.set()
        if self.is_alive():
            self.join(timeout=1)

    def run(self) -> None:
        while not self._closing.wait(self._round):
            self._missed += 1
            if self._missed >= self._most and not self._told:
                self._told = True
                self._write(self._sentence())
