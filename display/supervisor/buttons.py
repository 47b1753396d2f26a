"""The keys as buttons."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.message import Message
from textual.widgets import Button

from data.texts import Words
from display.supervisor.keys import KEYS, Key


class KeyButton(Button, can_focus=False):
    """One key: its letter and what it does."""

    def __init__(self, key: Key) -> None:
        super().__init__(Content(), id=f"key-{key.key}", disabled=True)
        self.key = key
        self.styles.line_pad = 0  # a style sheet takes no 0 here

    def show(self, able: bool, say: Words) -> None:
        """Draw the key; disabled where nobody is `able` to act."""
        self.disabled = not able
        room = max(1, (self.content_size.width or 40) - 2)
        self.label = Content(say(self.key.label)).truncate(room, ellipsis=True)

    def render(self) -> Content:
        letter = Content.styled(f"{self.key.key} ", "" if self.disabled else "bold $accent")
        return Content.assemble(letter, str(self.label))


class Buttons(Grid):
    """All the keys."""

    class Pressed(Message):
        """A button was clicked."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    def compose(self) -> ComposeResult:
        for key in KEYS:
            yield KeyButton(key)

    def show(self, able: bool, say: Words) -> None:
        """Draw the keys; all of them disabled where nobody is `able` to act."""
        for button in self.query(KeyButton):
            button.show(able, say)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if isinstance(event.button, KeyButton):
            self.post_message(self.Pressed(event.button.key.key))
