"""How do names in big letters stand on pages? As many a page as fit at one size, each whole, down to one."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil

from display.parts import glyphs, letters
from kiosk.screen.grid import DIGITS, LOW, ROWS, WIDEST_BIG, Page, most_across, page
from kiosk.visit.question import Choice

EDGES, MARK, SPACE = 4, 4, 2
HIGH = 8
LEAST = 6
"""The height of capitals in what stands below a name, where that has no room otherwise."""


def pages(
    choices: Sequence[Choice], leads: bool, width: int, height: int, capital: int, most: int = DIGITS
) -> tuple[Page, ...]:
    """`choices` on pages; a name that has no room even alone gets smaller letters, in the end those of the terminal.

    `leads` says that there is something in the row below even where all stand on one page.
    """
    found: list[Page] = []
    first = 0
    while first < len(choices) or not found:
        found.append(_page(choices, first, leads, width, height, capital, most))
        first += max(1, len(found[-1].cells))
    return tuple(found)


@lru_cache(16)
def key_columns(capital: int) -> int:
    """The columns of the box with the number of a target."""
    return 2 + max(letter.width for sign in "0123456789" if (letter := glyphs.glyph(sign, capital)))


def name_columns(width: int, capital: int) -> int:
    """The columns that a target of `width` has for names beside its mark and its number."""
    return width - EDGES - MARK - key_columns(capital) - SPACE


def lead_rows(height: int) -> list[int]:
    """The heights that the row may have which leads back and on, the best first."""
    return [rows for rows, part in ((HIGH, 4), (ROWS, 3), (LOW, 1)) if rows <= height // part or rows == LOW]


def _page(choices: Sequence[Choice], first: int, leads: bool, width: int, height: int, capital: int, most: int) -> Page:
    """The page that begins with choice `first`: the first try by which any fit, and of it the most that do."""
    left = choices[first : first + most]
    alone = not leads and first == 0 and len(left) == len(choices)
    for name, detail in _tries(capital):
        if alone and (columns := _columns(left, len(left), width, height, name, detail)):
            return page(first, len(left), columns, ceil(len(left) / columns), width, height, 0, name, detail)
        counts = {low: _count(left, width, height - low, name, detail) for low in lead_rows(height)}
        low = max(counts, key=lambda low: counts[low])
        if count := counts[low]:
            columns = _columns(left, count, width, height - low, name, detail)
            return page(first, count, columns, ceil(count / columns), width, height, low, name, detail)
    return page(first, min(1, len(left)), 1, 1, width, height, LOW)


def _count(here: Sequence[Choice], width: int, height: int, name: int, detail: int) -> int:
    """How many of `here` fit at most, in as many columns as are best for that."""
    return max(_most(here, columns, width, height, name, detail) for columns in range(1, most_across(width) + 1))


def _columns(here: Sequence[Choice], count: int, width: int, height: int, name: int, detail: int) -> int:
    """The fewest columns in which so many fit; 0 where they do in none."""
    across = range(1, most_across(width) + 1)
    return next((one for one in across if _most(here, one, width, height, name, detail) >= count), 0)


def _most(here: Sequence[Choice], columns: int, width: int, height: int, name: int, detail: int) -> int:
    """How many of `here` fit into `columns`, each with as much room as the highest needs."""
    room = name_columns(min(WIDEST_BIG, width // columns), name)
    highest = 0
    for count, choice in enumerate(here, 1):
        needed = _needed(choice.name, choice.detail, name, detail, room)
        highest = max(highest, ROWS, height + 1 if needed is None else needed + 2)
        if ceil(count / columns) * highest > height:
            return count - 1
    return len(here)


def _tries(capital: int) -> Iterator[tuple[int, int]]:
    """What to try in turn: the height of capitals in names, and in what stands below them."""
    yield from ((capital, detail) for detail in (capital, LEAST, 0))
    yield from ((size, 0) for size in range(capital - 1, glyphs.SMALLEST - 1, -1))


@lru_cache(16384)
def _needed(name: str, detail: str, capital: int, small: int, columns: int) -> int | None:
    """The rows that a name and what stands below it take; None when a word is too long.

    In plain text what stands below it is in the edge, and takes none.
    """
    block = letters.big(name, capital, columns)
    if block is None and glyphs.drawn(name, capital):
        return None
    rows = (block or letters.plain(name, columns)).rows
    if not small or not detail:
        return rows
    below = letters.big(steady(detail), small, columns)
    return rows + below.rows if below else None


def steady(text: str) -> str:
    """`text` as wide as it gets while its numbers change by one or two, so that no target moves under a finger."""
    return re.sub(r"\d+", lambda number: "0" * max(2, len(number[0])), text)
