"""The keys, with what each does."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.texts import Words, mark

TITLE, BACK = mark("Keys"), mark("Any key goes back")


def row(letter: str, label: str, about: str, column: int, say: Words) -> Content:
    """A key, what it does in a word padded to `column` (none: ""), and in a few words."""
    words = say(label).ljust(column) if label else ""
    return Content.assemble((f"{letter}  ", "bold $accent"), (words, "bold"), (say(about), "$secondary"))


class KeyList(ModalScreen[None]):
    """Shows the rows; goes at any key and any click."""

    def __init__(self, rows: Sequence[Content], say: Words) -> None:
        super().__init__()
        self.rows = rows
        self.say = say

    def compose(self) -> ComposeResult:
        with Vertical(id="key-list"):
            yield Static(Content(self.say(TITLE)), id="title")
            yield Static(Content("\n").join(self.rows))
            yield Static(Content(self.say(BACK)), id="back")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss()

    def on_click(self) -> None:
        self.dismiss()
