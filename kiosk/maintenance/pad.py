"""Keys on the screen, for fingers: a pad for the code, or a list to choose from."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter", "escape")
DIGITS = frozenset("0123456789")


class Key(Static):
    """One key, and what it does."""

    class Tapped(Message):
        """A finger was lifted from the key."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, key: str) -> None:
        super().__init__(id=f"key-{key}")
        self.key = key

    def offer(self, does: str | None, numbered: bool) -> None:
        """Show what it does, after its number if so; for nothing, be gone."""
        self.display = does is not None
        number = f" {self.key} " if numbered and self.key in DIGITS else ""
        self.update(Content.assemble((number, "reverse"), "  " if number else "", does or ""))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Tapped(self.key))


class Pad(Grid):
    """All keys. They are made once, and shown in turn."""

    def compose(self) -> ComposeResult:
        for key in KEYS:
            yield Key(key)

    def offer(self, does: Mapping[str, str], numbered: bool) -> None:
        """Show the keys that do something."""
        self.set_class(numbered, "-list")
        for key in self.query(Key):
            key.offer(does.get(key.key), numbered)
