"""The newest calls, in letters that are read across the hall."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from data.texts import Words
from data.views import Call
from display.hall.announcements import Shown
from display.hall.line import Line
from display.hall.plan import MOST_TILES, Plan
from display.hall.shape import ARROW, MARK, Shape
from display.parts.big import BigText, Fit, fit


class Tile(Horizontal):
    """One call: its ticket, an arrow, its window."""

    def compose(self) -> ComposeResult:
        self.mark = Shape(MARK, classes="mark")
        self.ticket = BigText(classes="ticket")
        self.arrow = Shape(ARROW, classes="arrow")
        self.window = BigText(classes="window")
        yield from (self.mark, self.ticket, self.arrow, self.window)

    def show(self, call: Call, announced: bool, lit: bool) -> None:
        """Show `call`; with a mark while it is `announced`, inverted while its flash is `lit`."""
        self.ticket.value, self.window.value = call.ticket, str(call.window)
        self.mark.drawn = announced
        self.set_class(announced and lit, "-lit")

    def resize(self, size: Fit | None) -> None:
        """Draw with letters of `size`."""
        self.ticket.fit = self.window.fit = size
        self.mark.side = self.arrow.side = (size.bottom - size.top) * 4 // 5 if size else 0


class Tiles(Vertical):
    """The captions, and as many tiles as the plan has; mounted once: Textual keeps what was mounted (issue 6666)."""

    def compose(self) -> ComposeResult:
        self.ticket, self.window = Line(classes="ticket"), Line(classes="window")
        self.tiles = [Tile() for _ in range(MOST_TILES)]
        yield Horizontal(Line(classes="mark"), self.ticket, Line(classes="arrow"), self.window, id="captions")
        yield from self.tiles

    def show(self, shown: Shown, plan: Plan, say: Words) -> None:
        """Show the newest calls of `shown`, as many as `plan` has room for."""
        self.ticket.show(say("Ticket"))
        self.window.show(say("Window"))
        calls = shown.calls[: plan.tiles]
        for tile, call in zip(self.tiles, calls, strict=False):
            tile.show(call, call is shown.announced, shown.lit)
            tile.styles.height = plan.tile_rows
        for place, tile in enumerate(self.tiles):
            tile.display = place < len(calls)
        self.call_after_refresh(self._level, calls)

    def _level(self, calls: Sequence[Call]) -> None:
        """Draw all in one size, once the room that they have is known."""
        ticket, window = self.tiles[0].ticket.size, self.tiles[0].window.size
        texts = {(call.ticket, ticket.width) for call in calls} | {(str(call.window), window.width) for call in calls}
        size = fit(tuple(sorted(texts)), ticket.height)
        for tile in self.tiles:
            tile.resize(size)
