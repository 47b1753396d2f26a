"""The newest calls, in letters that are read across the hall."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Grid, Vertical

from data.texts import Words
from data.views import Call
from display.hall.line import Line
from display.hall.plan import GAP, Plan
from display.hall.shape import ARROW, MARK, Shape
from display.parts.big import BigText, Fit, fit
from display.parts.calls.announcements import Shown


class Tile(Grid):
    """One call: its ticket, an arrow, its window; side by side, or one above the other."""

    def __init__(self) -> None:
        super().__init__()
        self.mark, self.ticket = Shape(MARK, classes="mark"), BigText(classes="ticket")
        self.arrow, self.window = Shape(ARROW, classes="arrow"), BigText(classes="window")

    def compose(self) -> ComposeResult:
        yield from (self.mark, self.ticket, self.arrow, self.window)

    def show(self, call: Call, announced: bool, lit: bool) -> None:
        """Show `call`; with a mark while it is `announced`, inverted while its flash is `lit`."""
        self.ticket.value, self.window.value = call.ticket, str(call.window)
        self.mark.drawn = announced
        self.set_class(announced and lit, "-lit")

    def resize(self, size: Fit | None) -> None:
        """Draw with letters of `size`."""
        self.ticket.fit = self.window.fit = size
        height = size.bottom - size.top if size else 0
        self.mark.side, self.arrow.side = height * 4 // 5, height * 2 // 3


class Tiles(Vertical):
    """The captions, and as many tiles as the plan has. Mounted once: Textual keeps what was mounted (issue 6666)."""

    def __init__(self) -> None:
        super().__init__()
        self.ticket, self.window = Line(classes="ticket"), Line(classes="window")
        self.captions = Grid(Line(classes="mark"), self.ticket, Line(classes="arrow"), self.window, id="captions")
        self.tiles = [Tile()]
        self.grid = Grid(*self.tiles, id="tiles")

    def compose(self) -> ComposeResult:
        yield from (self.captions, self.grid)

    def share_out(self, plan: Plan) -> None:
        """Have the tiles of `plan`; those that it has no room for stay, unseen."""
        more = [Tile() for _ in range(plan.tiles - len(self.tiles))]
        self.tiles += more
        self.grid.mount(*more)
        self.grid.styles.grid_size_columns = plan.across
        self.grid.styles.grid_rows = [plan.first_rows + GAP, *[plan.tile_rows + GAP] * (plan.down - 1)]
        self.tiles[0].styles.column_span = plan.across
        for first, tile in zip([True, *[False] * len(self.tiles)], self.tiles, strict=False):
            tile.styles.height = plan.first_rows if first else plan.tile_rows
        self.set_class(plan.upright, "-upright")

    def show(self, shown: Shown, plan: Plan, say: Words) -> None:
        """Show the newest calls of `shown`, as many as `plan` has room for."""
        ticket, window = say("Ticket"), say("Window")
        self.ticket.show(f"{ticket} → {window}" if plan.upright else ticket)
        self.window.show("" if plan.upright else window)
        calls = shown.calls[: plan.tiles]
        for tile, call in zip(self.tiles, calls, strict=False):
            tile.show(call, call == shown.announced, shown.lit)
        for place, tile in enumerate(self.tiles):
            tile.display = place < len(calls)
        self.call_after_refresh(self._level, calls, plan)

    def _level(self, calls: Sequence[Call], plan: Plan) -> None:
        """Draw those that are equally large in one size, once the room that they have is known."""
        alone = 1 if plan.across > 1 else len(self.tiles)
        for tiles, those in ((self.tiles[:alone], calls[:alone]), (self.tiles[alone:], calls[alone:])):
            if those:
                size = _fit(tiles[0], those)
                for tile in tiles:
                    tile.resize(size)


def _fit(tile: Tile, calls: Sequence[Call]) -> Fit | None:
    """The size in which the tickets and windows of all `calls` have room in such a tile."""
    tickets = {(call.ticket, tile.ticket.size.width) for call in calls}
    windows = {(str(call.window), tile.window.size.width) for call in calls}
    return fit(tuple(sorted(tickets | windows)), tile.ticket.size.height)
