"""Digits on the screen, for who has only a mouse."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.message import Message
from textual.widgets import Button

DELETE, OK = "←", "OK"
KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", DELETE, "0", OK)


class PadKey(Button, can_focus=False):
    """One key of the pad."""

    def __init__(self, key: str) -> None:
        super().__init__(Content(key))
        self.key = key
        self.active_effect_duration = 0  # while it lasts a second press is not heard


class Pad(Grid):
    """A pad as a telephone has it."""

    class Tapped(Message):
        """A key was clicked: a digit, DELETE or OK."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def compose(self) -> ComposeResult:
        for key in KEYS:
            yield PadKey(key)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if isinstance(event.button, PadKey):
            self.post_message(self.Tapped(event.button.key))
