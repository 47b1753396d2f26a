"""What a supervisor tells the window, until it was read."""

from textual import events
from textual.content import Content
from textual.widgets import Static

from data.texts import Words, mark
from data.views import Message
from display.parts.wording import put
from display.window.buttons import Buttons
from display.window.seen import Seen, printable

SUPERVISOR, MORE, READ = mark("Supervisor"), mark("+ {n} more"), mark("Read")


class Told(Static):
    """The oldest message that was not read, and how many more there are; gone when there is none."""

    def show(self, seen: Seen, say: Words) -> None:
        """Draw what was last read."""
        messages = seen.desk.messages
        self.display = bool(messages)
        if messages:
            put(self, _said(messages[0], len(messages) - 1, seen, say))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(Buttons.Pressed("m"))


def _said(message: Message, more: int, seen: Seen, say: Words) -> Content:
    head = f"{seen.clock(message.at)} {message.sender or say(SUPERVISOR)}: "
    parts = [
        (head, "bold"),
        f"{printable(message.text)}  ",
        (" m ", "bold $accent on $background"),
        (f" {say(READ)}", "bold"),
    ]
    return Content.assemble(*parts, f"  {say(MORE, n=more)}" if more else "")
