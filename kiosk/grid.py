"""Where do targets stand? As many as fit with at least 5 rows and 30 columns each, in pages, never scrolled."""

from dataclasses import dataclass
from math import ceil

from textual.geometry import Region

COLUMNS, ROWS = 30, 5
WIDEST, HIGHEST = 76, 7
ACROSS = 3
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Grid:
    """Places for `size` choices a page in `columns` and `rows`, and a row below them that leads back and on."""

    columns: int
    rows: int
    size: int
    pages: int
    leads: bool

    def places(self, width: int, height: int) -> tuple[list[Region], list[Region]]:
        """The regions of the choices, and of "back", "next page" and "previous page", within `width` and `height`."""
        low = min(ROWS, height // (self.rows + 1)) if self.leads else 0
        high = min(HIGHEST, (height - low) // self.rows)
        wide = min(WIDEST, width // self.columns)
        left = (width - wide * self.columns) // 2
        top = (height - low - high * self.rows) // 2
        cells = [
            Region(left + wide * column, top + high * row, wide, high)
            for row in range(self.rows)
            for column in range(self.columns)
        ]
        return cells[: self.size], self._leads(left, wide, height - low, low, cells)

    def _leads(self, left: int, wide: int, top: int, high: int, cells: list[Region]) -> list[Region]:
        across = max(2, self.columns)
        wide = wide * self.columns // across
        row = [Region(left + wide * at, top, wide, high) for at in range(across)]
        middle = row[1] if across > 2 else cells[-1] if self.pages > 2 else row[-1]
        return [row[0], row[-1], middle]


def grid(count: int, back: bool, width: int, height: int) -> Grid:
    """The grid for `count` choices: one page in as few columns as will do, else pages of the most that fit."""
    across, down = min(ACROSS, max(1, width // COLUMNS)), max(1, height // ROWS)
    for columns in range(1, across + 1):
        rows = ceil(count / columns)
        if count <= DIGITS and rows + back <= down:
            return Grid(columns, max(1, rows), count, 1, back)
    down = max(1, down - 1)
    size = min(DIGITS, across * down)
    if size * 2 < count and across < ACROSS and size == across * down:
        size = max(1, size - 1)  # the last place is for "previous page"
    return Grid(across, ceil(size / across), size, ceil(count / size), True)
