"""The centre, how many alerts there are, the time, and who sits here; below it the pages."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from data.texts import Words, mark
from display.parts.wording import put
from display.supervisor.keys import ALERTS, PAGE_NAMES
from display.supervisor.seen import Seen

KEYS = mark("Keys")


class Flat(Button, can_focus=False):
    """A button of one row."""


class Head(Horizontal):
    """The top of the screen."""

    def __init__(self, say: Words) -> None:
        super().__init__()
        self.say = say

    def compose(self) -> ComposeResult:
        yield Static(id="centre")
        yield Static(id="who")
        yield Static(id="time")
        yield Flat(_keys(self.say), id="keys", action="app.keys", compact=True)

    def show(self, seen: Seen, now: datetime, say: Words, who: str) -> None:
        """Draw what was last read, as it stands `now`, for `who` has signed on."""
        put(
            self.query_one("#centre", Static),
            Content(seen.centre).truncate(max(20, self.size.width // 2), ellipsis=True),
        )
        put(self.query_one("#who", Static), Content(who).truncate(24, ellipsis=True))
        put(self.query_one("#time", Static), Content(seen.clock(now)))
        _label(self.query_one(Flat), _keys(say))


class Pages(Horizontal):
    """Which part of the screen is shown: all of them where there is room."""

    class Chosen(Message):
        """A page was clicked."""

        def __init__(self, page: int) -> None:
            super().__init__()
            self.page = page

    def __init__(self, say: Words) -> None:
        super().__init__()
        self.say = say

    def compose(self) -> ComposeResult:
        for page in range(len(PAGE_NAMES)):
            yield Flat(Content(), id=f"page-{page}", compact=True)

    def show(self, page: int, alerts: int, say: Words) -> None:
        """Draw the pages, the one shown marked, with the number of `alerts` on theirs."""
        for at, button in enumerate(self.query(Flat)):
            number = f" ! {alerts}" if alerts and at == PAGE_NAMES.index(ALERTS) else ""
            mark = "▸" if at == page else " "
            label = Content.assemble(f"{mark}{at} ", say(PAGE_NAMES[at]), (number, "bold"))
            _label(button, label)
            button.set_class(at == page, "-shown")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Chosen(int((event.button.id or "page-0")[-1])))


def _label(button: Flat, label: Content) -> None:
    """Another label may need another width, which the button does not see to itself."""
    if str(button.label) != label.plain:
        button.label = label
        button.refresh(layout=True)


def _keys(say: Words) -> Content:
    return Content.assemble(("? ", "bold $accent"), say(KEYS))
