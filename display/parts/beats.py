"""A screen tells the store now and then that it lives."""

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Self

from data.refused import Refused

if TYPE_CHECKING:
    from data.store import Store

FIRST_S = 3.0
"""Seconds until the first beat: a start has more to do."""


def at_terminal(screen: str) -> str:
    """What a screen is called that has no number, "kiosk" or "hall": with its machine and its terminal."""
    terminal = "?"
    with suppress(OSError, ValueError, AttributeError):
        terminal = os.ttyname(sys.__stdin__.fileno()).removeprefix("/dev/")  # pyright: ignore[reportOptionalMemberAccess]
    return f"{screen} {socket.gethostname()}:{terminal}"


class Beats:
    """The beats of one screen, as `source`; none where that is "". On its thread for the store.

    A store that cannot be written harms no screen that reads: whoever looks after it sees that the screen is silent.
    """

    def __init__(self, store: "Store", source: str) -> None:
        self._store = store
        self._source = source
        self._next = monotonic() + FIRST_S
        self._beaten = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        if kind is None and self._beaten:
            from data.presence import leave

            self._try(leave)

    def beat_in_time(self) -> None:
        """Beat, when it is time to."""
        if self._source and monotonic() >= self._next:
            from data.presence import EVERY_S, beat, pause_s  # sqlalchemy: not before the first paint

            now = monotonic()
            self._next, self._beaten = now + EVERY_S, True
            self._try(beat)
            with suppress(Refused):
                self._next = now + pause_s(self._store)

    def _try(self, tell: Callable[["Store", str], None]) -> None:
        with suppress(OSError, Refused):
            tell(self._store, self._source)
