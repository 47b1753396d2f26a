"""Which window it is, whether it is open, who is signed on, and what time it is."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from data.texts import Words, mark
from display.parts.wording import put
from display.window.seen import Seen

WINDOW, KEYS = mark("Window {window}"), mark("Keys")
STATES = {"open": mark("Open"), "closed": mark("Closed"), "break": mark("Break")}


class KeysButton(Button, can_focus=False):
    """Shows the keys."""


class Head(Horizontal):
    """The top of the screen."""

    def __init__(self, window: int, say: Words) -> None:
        super().__init__()
        self.window = window
        self.say = say

    def compose(self) -> ComposeResult:
        yield Static(Content(self.say(WINDOW, window=self.window)), id="window")
        yield Static(id="open")
        yield Static(id="person")
        yield Static(id="time")
        yield KeysButton(_keys(self.say), id="keys", action="app.keys", compact=True)

    def show(self, seen: Seen, now: datetime, say: Words) -> None:
        """Draw what was last read, as it stands `now`."""
        desk = seen.desk
        state = self.query_one("#open", Static)
        now_is = "break" if desk.pause else desk.state
        state.set_class(now_is != "open", "-closed")
        put(state, Content(f" {say(STATES[now_is])} "))
        put(self.query_one("#person", Static), Content(desk.person))
        put(self.query_one("#window", Static), Content(say(WINDOW, window=desk.window)))
        put(self.query_one("#time", Static), Content(seen.clock(now)))
        button = self.query_one(KeysButton)
        if str(button.label) != _keys(say).plain:
            button.label = _keys(say)
            button.refresh(layout=True)  # in other words it needs another width


def _keys(say: Words) -> Content:
    return Content.assemble(("? ", "bold $accent"), say(KEYS))
