"""A part of the screen, drawn as lines that fit."""

from collections.abc import Callable
from datetime import datetime

from textual import events
from textual.content import Content
from textual.widgets import Static

from data.texts import Words, mark
from display.parts.wording import heading, put
from display.supervisor.seen import Seen

Lines = Callable[[Seen, datetime, Words, int, int], list[Content]]
"""What a panel shows, in a width and a height."""
MORE = mark("+ {n} more")


class Panel(Static):
    """One part of the screen, drawn anew where it has another size."""

    def __init__(self, lines: Lines, name: str) -> None:
        super().__init__(id=name)
        self._lines = lines
        self._shown: tuple[Seen, datetime, Words] | None = None

    def show(self, seen: Seen, now: datetime, say: Words) -> None:
        """Draw what was last read, as it stands `now`."""
        self._shown = seen, now, say
        width, height = self.content_size
        if width and height:
            put(self, Content("\n").join(self._lines(seen, now, say, width, height)))

    def on_resize(self, event: events.Resize) -> None:
        if self._shown:
            self.show(*self._shown)


def cut(title: str, lines: list[Content], height: int, say: Words) -> list[Content]:
    """The title, the titles of the columns, and as many rows as there is room for; then how many more there are."""
    columns, rows = lines[0], lines[1:]
    room = max(1, height - 2)
    if len(rows) > room:
        rows = [*rows[: room - 1], Content.styled(say(MORE, n=len(rows) - room + 1), "$secondary")]
    return [heading(say(title)), columns, *rows]
