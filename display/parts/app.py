"""What the three screens share."""

import asyncio
import gc
import signal
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from data.clock import Clock, moment, reader
from display.parts import hang_up
from display.parts.line import Broken, StoreLine
from display.parts.small import LEAST, mind_size
from display.parts.theme import NOVBE, THEMES

if TYPE_CHECKING:
    from data.store import Store

STYLE = Path(__file__).with_suffix(".tcss")
STOPPED, HUNG_UP = 0, 3
STARTED = 1
"""Seconds until all is imported."""


class NovbeApp(App[None], inherit_bindings=False):
    """A full-screen app over one store.

    A subclass says in `read` what it shows, and hears of the store by `on_reading`, `on_answered`, `on_declined` and
    `on_lost`; `self.line.ask` has something done. Its own `CSS_PATH` adds to the style shared here.
    SIGTERM ends it with exit code 0, a terminal that is gone with 3, ctrl+q with 0.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]
    POLL: ClassVar[float] = 0.02
    """Seconds between two looks for changes of the store."""
    LEAST: ClassVar[tuple[int, int]] = LEAST
    """Columns and rows of the smallest terminal on which it can be used."""

    def __init__(self, open_store: Callable[[], "Store"], clock: Clock, language: str | None = None) -> None:
        own = self.CSS_PATH or []
        super().__init__(css_path=[STYLE, *(own if isinstance(own, list) else [own])])
        self.language = language or "en"
        self.line = StoreLine(self.post_message, open_store, self.read, self.POLL)
        self._clock = reader(clock)
        self._end_watch: Callable[[], None] = lambda: None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = NOVBE.name

    def read(self, store: "Store") -> Any:
        """What the screen shows, frozen; called on the store's thread."""
        raise NotImplementedError

    def now(self) -> datetime:
        """The time by the clock of this app, aware, in UTC."""
        return moment(self._clock())

    def shows(self, *parts: type[Widget]) -> bool:
        """Whether parts of the screen are there: a timer or a message may come while the screen is being taken down."""
        return all(self.query(part) for part in parts)

    def on_mount(self) -> None:
        self.screen_change_signal.subscribe(self, self._mind_size)
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, lambda: self.exit(return_code=STOPPED))
        loop.add_signal_handler(signal.SIGHUP, lambda: self.exit(return_code=HUNG_UP))
        self._end_watch = hang_up.watch(lambda: self.exit(return_code=HUNG_UP), HUNG_UP)

    def on_ready(self) -> None:
        # Only now: what the thread imports would hold up the first paint.
        self.line.start()
        asyncio.get_running_loop().call_later(STARTED, gc.enable)

    def on_resize(self, event: events.Resize) -> None:
        mind_size(self.screen, event.size, self.language, self.LEAST)

    def on_broken(self, message: Broken) -> None:
        raise message.error

    def on_unmount(self) -> None:
        self.line.close()
        self._end_watch()
        loop = asyncio.get_running_loop()
        for number in signal.SIGTERM, signal.SIGHUP:
            loop.remove_signal_handler(number)

    def _mind_size(self, screen: Screen[Any]) -> None:
        mind_size(screen, self.size, self.language, self.LEAST)
