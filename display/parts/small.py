"""What a screen says when the terminal is too small for it."""

from typing import Any

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from data.texts import words

COLUMNS, ROWS = 80, 24


class TooSmall(Static):
    """How large the terminal must be."""


def mind_size(screen: Screen[Any], size: Size, language: str) -> None:
    """Hide what `screen` shows while the terminal is too small for it, and say how large it must be."""
    small = size.width < COLUMNS or size.height < ROWS
    if small:
        _notice(screen).update(Content(_sentence(size, language)))
    screen.set_class(small, "-too-small")


def _sentence(size: Size, language: str) -> str:
    sentence = "This screen needs at least {columns} x {rows}. It is {width} x {height}."
    return words(language)(sentence, columns=COLUMNS, rows=ROWS, width=size.width, height=size.height)


def _notice(screen: Screen[Any]) -> TooSmall:
    found = screen.query(TooSmall)
    if found:
        return found.first()
    notice = TooSmall()
    screen.mount(notice)
    return notice
