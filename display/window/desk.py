"""All of the screen but what lies over it."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from data.texts import Words
from display.parts.asking.notice import Notice
from display.window.buttons import Buttons
from display.window.head import Head
from display.window.in_hand import Hand
from display.window.queues import Queues
from display.window.seen import Seen
from display.window.told import Told

PARTS = (Head, Told, Hand, Queues, Notice, Buttons)


class DeskView(Vertical):
    """The window as it was last read, and what was said about it."""

    def __init__(self, window: int, say: Words) -> None:
        super().__init__()
        self._window, self._say = window, say

    def compose(self) -> ComposeResult:
        yield Head(self._window, self._say)
        yield Told()
        with Horizontal(id="desk"):
            yield Hand()
            yield Queues()
        yield Notice()
        yield Buttons()

    def show(self, seen: Seen | None, now: datetime, say: Words, *, able: bool) -> None:
        """Draw what was last read, as it stands `now`; no button does anything unless the screen is `able` to act."""
        if not self._is_whole:
            return
        self.query_one(Notice).tick(now)
        if seen:
            for part in Head, Hand, Queues:
                self.query_one(part).show(seen, now, say)
            self.query_one(Told).show(seen, say)
            self.query_one(Buttons).show(seen, now, say, able=able)

    def tell(self, kind: str, text: str, now: datetime) -> None:
        """Say what was done, refused or lost."""
        if self._is_whole:
            self.query_one(Notice).tell(kind, text, now)

    @property
    def _is_whole(self) -> bool:
        """Whether it has its parts: a timer or a message may come while it is being taken down."""
        return all(self.query(part) for part in PARTS)
