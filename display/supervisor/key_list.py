"""What the list of keys says."""

from collections.abc import Iterator

from textual.content import Content

from data.texts import Words
from display.parts.asking.key_list import row
from display.supervisor.keys import KEYS, PAGE_NAMES, PAGES_ABOUT


def rows(say: Words) -> Iterator[Content]:
    """One line for each key."""
    column = max(len(say(key.label)) for key in KEYS) + 2
    for key in KEYS:
        yield row(key.key, key.label, key.about, column, say)
    yield row("0", PAGE_NAMES[0], PAGES_ABOUT, column, say)
    for page in range(1, len(PAGE_NAMES)):
        yield row(str(page), PAGE_NAMES[page], "", column, say)
