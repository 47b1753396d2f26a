"""What a screen says when the terminal is too small for it."""

from typing import Any

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from data.texts import words

Least = tuple[int, int]
LEAST: Least = (80, 24)
"""Columns and rows that a screen needs unless it says otherwise."""


class TooSmall(Static):
    """How large the terminal must be."""


def mind_size(screen: Screen[Any], size: Size, language: str, least: Least = LEAST) -> None:
    """Hide what `screen` shows while the terminal is smaller than the `least`, and say how large it must be."""
    small = size.width < least[0] or size.height < least[1]
    if small:
        _notice(screen).update(Content(_sentence(size, language, least)))
    screen.set_class(small, "-too-small")


def _sentence(size: Size, language: str, least: Least) -> str:
    sentence = "This screen needs at least {columns} x {rows}. It is {width} x {height}."
    return words(language)(sentence, columns=least[0], rows=least[1], width=size.width, height=size.height)


def _notice(screen: Screen[Any]) -> TooSmall:
    found = screen.query(TooSmall)
    if found:
        return found.first()
    notice = TooSmall()
    screen.mount(notice)
    return notice
