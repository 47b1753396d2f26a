"""In which order, and in which forms, are the characters of a line drawn?

By python-bidi and arabic-reshaper, so that no library of the system is needed.
"""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from data.paper.fonts import FROM_THE_RIGHT, font_of

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"
BRACKET = re.compile(r"([()\[\]{}«»<>])")


def shaped(line: str, right_to_left: bool) -> str:
    """The characters of `line` from left to right as they are drawn, Arabic letters in their joined forms.

    `right_to_left` is the direction of the whole, which decides where its numbers and dots stand.
    """
    line = unicodedata.normalize("NFC", line)
    if not any(unicodedata.bidirectional(character) in FROM_THE_RIGHT for character in line):
        return line
    from bidi.algorithm import get_display  # it mirrors brackets, which `bidi.get_display` does not

    joined = _reshaper().reshape(line)
    known = "".join(one if font_of(one) else unicodedata.normalize("NFKC", one) for one in joined)
    # It knows no pairs of brackets: marks on both sides give each the direction of the whole.
    mark = RIGHT_MARK if right_to_left else LEFT_MARK
    marked = BRACKET.sub(rf"{mark}\1{mark}", known)
    seen = str(get_display(marked, base_dir="R" if right_to_left else "L"))
    return seen.replace(mark, "")


@cache
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": True, "delete_tatweel": True, "support_ligatures": True})
