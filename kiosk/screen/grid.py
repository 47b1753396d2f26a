"""Where do targets stand? Each with at least 5 rows and 30 columns, in pages, never scrolled.

Below them a row leads back and on; where room is short, it is low.
"""

from dataclasses import dataclass
from math import ceil

from textual.geometry import Region

COLUMNS, ROWS = 30, 5
LOW = 3
WIDEST, HIGHEST = 76, 7
WIDEST_BIG = 110
ACROSS = 3
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Page:
    """Places for the choices from number `first` on, and for "back", "previous page" and "next page" below them.

    The names are in capitals of `name` half cells, what stands below them in capitals of `detail`; 0 is plain text.
    """

    first: int
    cells: tuple[Region, ...]
    leads: tuple[Region, Region, Region]
    name: int = 0
    detail: int = 0


def pages(count: int, leads: bool, width: int, height: int, most: int = DIGITS) -> tuple[Page, ...]:
    """`count` choices on one page in as few columns as will do, else on pages of the most that fit, at most `most`.

    `leads` says that there is something in the row below even where all stand on one page.
    """
    across = most_across(width)
    for columns in range(1, across + 1):
        rows = max(1, ceil(count / columns))
        if count <= most and rows * ROWS + LOW * leads <= height:
            return (page(0, count, columns, rows, width, height, lead(height, rows) if leads else 0),)
    rows = max(1, (height - LOW) // ROWS)
    size = min(most, across * rows)
    rows = ceil(size / across)
    low = lead(height, rows)
    return tuple(
        page(first, min(size, count - first), across, rows, width, height, low) for first in range(0, count, size)
    )


def most_across(width: int) -> int:
    """The most columns of targets in `width`."""
    return min(ACROSS, max(1, width // COLUMNS))


def lead(height: int, rows: int) -> int:
    """The height of the row that leads back and on, below so many rows of choices."""
    return min(max(LOW, height - rows * ROWS), ROWS, max(1, height // 2))


def page(
    first: int, count: int, columns: int, rows: int, width: int, height: int, low: int, name: int = 0, detail: int = 0
) -> Page:
    """The places of `count` choices in `columns` and `rows`, above a row of the height `low`."""
    high = min(height, (height - low) // rows) if name else min(HIGHEST, (height - low) // rows)
    wide = min(WIDEST_BIG if name else WIDEST, width // columns)
    left, top = (width - wide * columns) // 2, (height - low - high * rows) // 2
    cells = [Region(left + wide * (at % columns), top + high * (at // columns), wide, high) for at in range(count)]
    return Page(first, tuple(cells), below(left, wide * columns, height - low, low), name, detail)


def below(left: int, wide: int, top: int, high: int) -> tuple[Region, Region, Region]:
    """Three places side by side. Where they are low, the first is narrow: "back" is short in every language."""
    on = wide * 3 // 8 if high < ROWS else wide // 3
    back = wide - 2 * on
    return (
        Region(left, top, back, high),
        Region(left + back, top, on, high),
        Region(left + back + on, top, on, high),
    )
