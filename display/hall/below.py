"""Under the tiles, in ordinary lines: the calls before, and how many wait for each service."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from data.texts import name, words
from data.views import Call
from display.hall import rows
from display.hall.line import Line
from display.parts.calls import turns
from display.parts.calls.seen import Seen


class Panel(Vertical):
    """Lines under a heading."""

    def compose(self) -> ComposeResult:
        self.heading, self.lines = Line(classes="heading"), Line(classes="lines")
        yield from (self.heading, self.lines)

    @property
    def room(self) -> tuple[int, int]:
        """Columns and rows for the lines."""
        return self.lines.size.width, self.lines.size.height


class Below(Container):
    """The calls that have no tile beside the counts of those who wait; above them where the screen is upright."""

    def compose(self) -> ComposeResult:
        self.calls, self.waiting = Panel(id="calls"), Panel(id="waiting")
        yield from (self.calls, self.waiting)

    def show(self, calls: Sequence[Call], seen: Seen, language: str, turn: int) -> None:
        """Show `calls` and the queues of what was seen, in `language`; where they are many, in turn."""
        say = words(language)
        services = {service.id: service.name for service in seen.centre.services}
        queues = [
            (name(services.get(queue.service) or {"": queue.service}, language), queue.waiting)
            for queue in seen.board.waiting
        ]
        pages = rows.pages(len(queues), *self.waiting.room)
        page = turns.page(turn, pages, len(seen.languages))
        which = f"  {page + 1}/{pages}" if pages > 1 else ""
        self.calls.heading.show(say("Earlier calls"))
        self.calls.lines.show(rows.calls(calls, *self.calls.room))
        self.waiting.heading.show(say("Waiting") + which)
        self.waiting.lines.show(rows.waiting(queues, *self.waiting.room, page))
