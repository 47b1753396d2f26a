"""The keys as buttons."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.message import Message
from textual.widgets import Button

from data.texts import Words, mark
from display.window.keys import LETTERS, Key, pressed
from display.window.possible import seconds_left
from display.window.seen import Seen

SECONDS, MINUTES = mark("{n} s"), mark("{n} min")


class KeyButton(Button, can_focus=False):
    """One key: its letter, what it does, and how long it is not possible yet."""

    def __init__(self, letter: str) -> None:
        super().__init__(Content(), id=f"key-{letter}", disabled=True)
        self.letter = letter
        self._letter = Content(f"{letter} ")
        self.styles.line_pad = 0  # a style sheet takes no 0 here

    def show(self, key: Key, left: int | None, say: Words) -> None:
        """Draw the key, possible in `left` seconds: 0 now, None never."""
        self.disabled = left != 0
        wait = f" {_short(left, say)}" if left else ""
        room = max(1, (self.content_size.width or 40) - len(self._letter) - len(wait))
        self.label = Content(say(key.label)).truncate(room, ellipsis=True) + wait

    def render(self) -> Content:
        plain = self.disabled or self.letter == "n"  # whose button is all in the accent's colour
        return Content.assemble(self._letter.stylize("" if plain else "bold $accent"), str(self.label))


class Buttons(Grid):
    """All the keys, the common one wide."""

    class Pressed(Message):
        """A button was clicked."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    def __init__(self) -> None:
        super().__init__()
        self.visible = False

    def compose(self) -> ComposeResult:
        for letter in LETTERS:
            yield KeyButton(letter)

    def show(self, seen: Seen, now: datetime, say: Words, *, able: bool) -> None:
        """Draw what each key does now; all of them disabled where the screen is not `able` to act."""
        self.visible = True
        for button in self.query(KeyButton):
            key = pressed(button.letter, seen.desk)
            button.show(key, seconds_left(seen.desk, key.act, now) if able else None, say)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if isinstance(event.button, KeyButton):
            self.post_message(self.Pressed(event.button.letter))


def _short(seconds: int, say: Words) -> str:
    return say(SECONDS, n=seconds) if seconds < 100 else say(MINUTES, n=-(-seconds // 60))
