"""A line of letters: how wide it is, how it is drawn, and where a long text is broken."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from data.paper.fonts import MARKS, font, runs
from data.paper.shaping import shaped

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw


class Style(NamedTuple):
    """How letters look: their size in dots, their weight, and the direction of their paper."""

    size: int
    bold: bool
    right_to_left: bool


class Extent(NamedTuple):
    """The ink of a line, from the start of its baseline; y grows downwards."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left


def extent(line: str, style: Style) -> Extent:
    """Where the ink of `line` would be."""
    x, boxes = 0.0, []
    for run in runs(shaped(line, style.right_to_left)):
        letters = font(run, style.size, style.bold)
        left, top, right, bottom = letters.getbbox(run.text, anchor="ls")
        boxes.append((x + left, top, x + right, bottom))
        x += letters.getlength(run.text)
    if not boxes:
        return Extent(0, 0, 0, 0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Extent(int(min(lefts)), int(min(tops)), int(max(rights)) + 1, int(max(bottoms)) + 1)


def draw(on: "ImageDraw", x: int, baseline: int, line: str, style: Style, ink: int) -> None:
    """Draw `line` so that its baseline begins at `x`."""
    at = float(x)
    for run in runs(shaped(line, style.right_to_left)):
        letters = font(run, style.size, style.bold)
        on.text((round(at), baseline), run.text, font=letters, fill=ink, anchor="ls")
        at += letters.getlength(run.text)


def wrapped(text: str, style: Style, room: int) -> list[str]:
    """The text in lines no wider than `room` dots: broken between words, and within one that is too long itself."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and extent(joined, style).width <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, style, room)
    return lines


def _pieces(word: str, style: Style, room: int) -> Iterator[str]:
    start = 0
    for end in range(1, len(word)):
        stays = unicodedata.category(word[end]) in MARKS
        if not stays and end > start and extent(word[start : end + 1], style).width > room:
            yield word[start:end]
            start = end
    yield word[start:]
