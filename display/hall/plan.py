"""How the hall shares out its cells: big tiles in one to four columns, then ordinary lines."""

from dataclasses import dataclass

MOST_ACROSS, MOST_DOWN, MOST_BELOW_FIRST = 4, 6, 3
SIDES = 4
GAP = 1
FEWEST_BELOW, FEWEST_BELOW_UPRIGHT = 7, 5
TALL = 45
AROUND = 5
SMALLEST = 5
"""Rows of the lowest letters; a twelfth of the screen's shorter side where that is more."""
LETTER_WIDTH, UPRIGHT_LETTER_WIDTH = 14, 9
"""Columns of a tile for each row of its letters, with ticket and window side by side, or one above the other."""
PADDING = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """Tiles `across` and `down`, each `tile_rows` high; where several are across, the first has a row of its own.

    `upright`: too narrow for a ticket beside its window, which stands below it; `tall`: so do the parts below.
    """

    across: int
    down: int
    first_rows: int
    tile_rows: int
    upright: bool = False
    tall: bool = False

    @property
    def tiles(self) -> int:
        return 1 + (self.down - 1) * self.across

    @property
    def rows(self) -> int:
        """The rows of all tiles with the gaps between them."""
        return self.first_rows + (self.down - 1) * (self.tile_rows + GAP)


def plan(columns: int, rows: int) -> Plan:
    """The plan for a screen of `columns` and `rows`: as many tiles as there are with letters to be read from afar."""
    width = columns - SIDES
    room = max(3, rows - AROUND - max(FEWEST_BELOW, rows // 5))
    least = max(SMALLEST, min(rows, columns // 2) // 12)
    across = min(MOST_ACROSS, max(1, (width + 2 * GAP) // (least * LETTER_WIDTH + 2 * GAP)))
    if width < SMALLEST * LETTER_WIDTH:
        return _upright(width, rows)
    return (across > 1 and _grid(width, room, across)) or _stack(width, room, least)


def _upright(width: int, rows: int) -> Plan:
    room = rows - AROUND - max(FEWEST_BELOW_UPRIGHT, rows // 5)
    tile = min(room, 2 * (width // UPRIGHT_LETTER_WIDTH) + PADDING)
    return Plan(1, _down(room, tile), tile, tile, upright=True, tall=rows >= TALL)


def _stack(width: int, room: int, least: int) -> Plan:
    down = _down(room, least + PADDING)
    tile = min((room + GAP) // down - GAP, width // LETTER_WIDTH + PADDING)
    return Plan(1, down, tile, tile)


def _grid(width: int, room: int, across: int) -> Plan | None:
    """The newest call across the whole width, and the others below it, in half of the room at least; None: too low."""
    tile = (width - 2 * GAP * (across - 1)) // across // LETTER_WIDTH + PADDING - 1
    first = min(width // LETTER_WIDTH + PADDING, (room - GAP) // 2)
    below = min(MOST_BELOW_FIRST, (room - first) // (tile + GAP))
    if below < 1 or first < tile:
        return None
    return Plan(across, 1 + below, min(room - below * (tile + GAP), first + 2 * GAP), tile)


def _down(room: int, tile: int) -> int:
    return min(MOST_DOWN, max(1, (room + GAP) // (tile + GAP)))
