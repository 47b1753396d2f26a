"""What stands on a paper, from top to bottom? Frozen: the same paper is always the same picture."""

from dataclasses import dataclass
from typing import Literal

DOTS = {58: 384, 80: 576}
"""How many dots a print head has for a paper of so many mm: 8 a mm."""
MARGIN = 8

Sign = Literal["priority", "immediate"]


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of letters of so many parts of the width; a long text has more lines."""

    text: str
    size: float = 0.065
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Large:
    """One line as large as the paper allows, but no more than `most` parts of the width; `white` on black."""

    text: str
    most: float = 1.0
    white: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A black bar with the sign of a class: it says nothing about a person."""

    sign: Sign


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code."""

    payload: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""


Part = Text | Large | Bar | Code | Rule


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of so many dots; `right_to_left` is the direction of its language."""

    width: int
    right_to_left: bool
    parts: tuple[Part, ...]

    @property
    def room(self) -> int:
        """The dots between the margins."""
        return self.width - 2 * MARGIN
