"""The keys, with what each does."""

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.texts import Words, mark
from display.window.keys import COMMON_ABOUT, KEYS, OPEN

TITLE, BACK = mark("Keys"), mark("Any key goes back")


def rows(say: Words) -> Iterator[Content]:
    """One line for each key."""
    column = max(len(say(key.label)) for key in (*KEYS, OPEN)) + 2
    yield _row("n", "", COMMON_ABOUT, 0, say)
    for key in (*KEYS, OPEN):
        yield _row(key.key, key.label, key.about, column, say)


def _row(letter: str, label: str, about: str, column: int, say: Words) -> Content:
    words = say(label).ljust(column) if label else ""
    return Content.assemble((f"{letter}  ", "bold $accent"), (words, "bold"), (say(about), "$secondary"))


class KeyList(ModalScreen[None]):
    """Goes at any key and any click."""

    def __init__(self, say: Words) -> None:
        super().__init__()
        self.say = say

    def compose(self) -> ComposeResult:
        with Vertical(id="key-list"):
            yield Static(Content(self.say(TITLE)), id="title")
            yield Static(Content("\n").join(rows(self.say)))
            yield Static(Content(self.say(BACK)), id="back")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss()

    def on_click(self) -> None:
        self.dismiss()
