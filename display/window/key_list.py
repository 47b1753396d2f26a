"""What the list of keys says."""

from collections.abc import Iterator

from textual.content import Content

from data.texts import Words
from display.parts.asking.key_list import row
from display.window.keys import AFTER_KEYS, COMMON_ABOUT, KEYS


def rows(say: Words) -> Iterator[Content]:
    """One line for each key."""
    column = max(len(say(key.label)) for key in (*KEYS, *AFTER_KEYS)) + 2
    yield row("n", "", COMMON_ABOUT, 0, say)
    for key in (*KEYS, *AFTER_KEYS):
        yield row(key.key, key.label, key.about, column, say)
