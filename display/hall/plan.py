"""How the hall shares out its rows: big tiles, then ordinary lines."""

from dataclasses import dataclass

MOST_TILES = 4
FEWEST_BELOW = 7
AROUND = 5
GAP = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """How many tiles of how many rows each, and the rows of all with the gaps between them."""

    tiles: int
    tile_rows: int

    @property
    def rows(self) -> int:
        return self.tiles * (self.tile_rows + GAP) - GAP


def plan(columns: int, rows: int) -> Plan:
    """The plan for a screen of `columns` and `rows`: tiles as tall as the width can fill with letters, at most four."""
    room = max(3, rows - AROUND - max(FEWEST_BELOW, rows // 5))
    tiles = min(MOST_TILES, max(1, (room + GAP) // 10))
    return Plan(tiles, min((room + GAP) // tiles - GAP, columns // 10 + 2))
