"""How the hall shares out its rows: big tiles, then ordinary lines."""

from dataclasses import dataclass

MOST_TILES = 4
FEWEST_BELOW = 7
AROUND = 4
GAP = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """How many tiles of how many rows, and the rows below them, their heading included."""

    tiles: int
    tile_rows: int
    below: int


def plan(columns: int, rows: int) -> Plan:
    """The plan for a screen of `columns` and `rows`: tiles as tall as the width can fill with letters, at most four."""
    room = max(1, rows - AROUND - max(FEWEST_BELOW, rows // 4))
    tiles = min(MOST_TILES, max(1, (room + GAP) // 10))
    tile_rows = min((room + GAP) // tiles - GAP, columns // 10 + 2)
    used = tiles * (tile_rows + GAP) - GAP
    return Plan(tiles, tile_rows, max(1, rows - AROUND - used))
