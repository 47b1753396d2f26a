"""A line of news, in each language in turn; a long one in several lines one after the other."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from textual.content import Content


def line(news: Mapping[str, str] | None, languages: Sequence[str], width: int, turn: int) -> str:
    """What of the `news` is shown in this turn, in at most `width` cells and in whole words; "" for none."""
    texts = tuple(news[language] for language in languages if language in news) if news else ()
    lines = _lines(texts, width) if width > 1 else ()
    return lines[turn % len(lines)] if lines else ""


@lru_cache(4)
def _lines(texts: tuple[str, ...], width: int) -> tuple[str, ...]:
    return tuple(line.plain.strip() for text in texts for line in Content(" ".join(text.split())).wrap(width))
