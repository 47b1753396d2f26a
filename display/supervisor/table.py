"""Rows with columns that fit: the columns that matter least are left out, and names give way."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its title. A `flexible` one gives way, down to the `least` columns that say something.

    One with a `weight` is left out where there is no room, the heaviest first.
    """

    title: str
    right: bool = False
    flexible: bool = False
    weight: int = 0
    least: int = 18


def table(columns: Sequence[Column], rows: Sequence[Sequence[Content]], width: int) -> list[Content]:
    """The titles, and each row on one line of at most `width`."""
    titles = [Content.styled(column.title, "bold $secondary") for column in columns]
    everything = [titles, *rows]
    widths = {at: max(row[at].cell_length for row in everything) for at in range(len(columns))}
    _fit(columns, widths, width)
    return [_line(row, columns, widths) for row in everything]


def _fit(columns: Sequence[Column], widths: dict[int, int], width: int) -> None:
    """Leave out what matters least until the rest can fit; then narrow the flexible columns, the widest first."""
    while _least(columns, widths) > width and any(columns[at].weight for at in widths):
        del widths[max(widths, key=lambda at: columns[at].weight)]
    while _total(widths) > width:
        flexible = [at for at in widths if columns[at].flexible and widths[at] > columns[at].least]
        if not flexible:
            return
        widths[max(flexible, key=lambda at: widths[at])] -= 1


def _least(columns: Sequence[Column], widths: dict[int, int]) -> int:
    return _total({at: min(wide, columns[at].least) if columns[at].flexible else wide for at, wide in widths.items()})


def _total(widths: dict[int, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def _line(row: Sequence[Content], columns: Sequence[Column], widths: dict[int, int]) -> Content:
    cells = [_cell(row[at], wide, columns[at].right) for at, wide in widths.items()]
    return Content(" " * GAP).join(cells).rstrip()


def _cell(cell: Content, width: int, right: bool) -> Content:
    short = cell.truncate(width, ellipsis=True)
    room = width - short.cell_length
    return short.pad_left(room) if right else short.pad_right(room)
