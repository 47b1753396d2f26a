"""Pictures of half cells: one character cell is two square pixels, one above the other.

A cell of one colour is a space on that background; a mixed cell is always the LOWER half block, because fonts leave a
hairline above the upper and the full one.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Picture = tuple[bytes, ...]
"""Rows of cells: 2 where the upper half is inked, 1 where the lower is, 3 both."""


def picture(pixels: Sequence[Sequence[bool]]) -> Picture:
    """The cells of rows of pixels; an odd last row stands above an empty one."""
    lower = [*pixels[1::2], *([[False] * len(pixels[0])] if len(pixels) % 2 else [])]
    return tuple(bytes(2 * a + b for a, b in zip(*pair, strict=True)) for pair in zip(pixels[::2], lower, strict=True))


def strip(row: bytes, ink: Color, paper: Color) -> Strip:
    """One row of cells drawn with `ink` on `paper`."""
    return Strip([_segment(cell, len(list(run)), ink, paper) for cell, run in groupby(row)], len(row))


@lru_cache(4096)
def _segment(cell: int, length: int, ink: Color, paper: Color) -> Segment:
    upper, lower = ink if cell & 2 else paper, ink if cell & 1 else paper
    return Segment((" " if upper == lower else "▄") * length, Style.from_color(lower, upper))
