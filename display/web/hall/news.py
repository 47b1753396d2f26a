"""A line of news, in each language in turn; a long one in several lines one after the other."""

import textwrap
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

WIDTH = 72
"""Characters; where the screen is upright, it stands on two lines."""


class News(NamedTuple):
    """A line of the news and its language."""

    language: str
    text: str


def line(news: Mapping[str, str] | None, languages: Sequence[str], turn: int) -> News | None:
    """What of the `news` is shown in this turn; None where there are none."""
    lines = _lines(tuple((language, news[language]) for language in languages if language in news)) if news else ()
    return lines[turn % len(lines)] if lines else None


@lru_cache(4)
def _lines(texts: tuple[tuple[str, str], ...]) -> tuple[News, ...]:
    return tuple(News(language, line) for language, text in texts for line in textwrap.wrap(text, WIDTH))
