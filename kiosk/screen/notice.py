"""Sentences and nothing else: in big letters as many at a time as fit, the next ones after a press."""

import re
from collections.abc import Sequence
from typing import Any

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from display.parts import letters
from display.parts.letters import Block
from kiosk.visit.comfort import MEDIUM

NUMBERS = re.compile(r"\d+")
SENTENCES = re.compile(r"(?<=[.!?…])\s+")


def faces(texts: Sequence[str], capital: int, columns: int, rows: int) -> tuple[Block, ...]:
    """`texts` in capitals so high, all at once if they fit so or a little smaller, else sentence by sentence.

    A sentence that has no room even alone is in smaller letters, in the end in those of the terminal.
    """
    if not capital:
        return (letters.plain("\n\n".join(texts), columns, rows),)
    for size in range(capital, MEDIUM - 1, -1):
        if whole := _together(texts, size, columns, rows):
            return (whole,)
    found: list[Block] = []
    held: list[str] = []
    for sentence in [sentence for text in texts for sentence in SENTENCES.split(text) if sentence]:
        more = _together([" ".join([*held, sentence])], capital, columns, rows)
        if more and held:
            found[-1], held = more, [*held, sentence]
        else:
            one = more or letters.largest(sentence, capital, 0, columns, rows)
            found.append(one or letters.plain(sentence, columns, rows))
            held = [sentence]
    return tuple(found)


def _together(texts: Sequence[str], capital: int, columns: int, rows: int) -> Block | None:
    lines: list[str] = []
    for text in texts:
        if (block := letters.big(text, capital, columns)) is None:
            return None
        lines += [*([""] if lines else []), *block.lines]
    block = Block(tuple(lines), capital)
    return block if lines and block.rows <= rows else None


class Notice(Widget):
    """Shows sentences, in the middle of its room."""

    ALLOW_SELECT = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.texts: tuple[str, ...] = ()
        self.capital = 0
        self.face = 0
        self.faces: tuple[Block, ...] = ()

    def tell(self, *texts: str) -> None:
        """Show `texts`, from the first one on unless they are shown already, at most with other numbers."""
        if texts != self.texts:
            same = [NUMBERS.sub("", text) for text in texts] == [NUMBERS.sub("", text) for text in self.texts]
            self.texts, self.face = texts, self.face if same else 0
            self._arrange()

    def suit(self, capital: int) -> None:
        """Show them in capitals of so many half cells, 0 for plain text."""
        if capital != self.capital:
            self.capital, self.face = capital, 0
            self._arrange()

    def turned(self, *, around: bool = False) -> bool:
        """Whether there was more to read; it is shown now. `around`: after the last comes the first."""
        more = self.face + 1 < len(self.faces) or (around and self.face > 0)
        if more:
            self.face = (self.face + 1) % len(self.faces)
            self.refresh()
        return more

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def render_line(self, y: int) -> Strip:
        block = self.faces[self.face] if self.faces else Block(())
        return letters.line(block, self.rich_style, y, self.size, True)

    def _arrange(self) -> None:
        self.faces = faces(self.texts, self.capital, *self.size) if self.texts and self.size.area else ()
        self.face = min(self.face, max(0, len(self.faces) - 1))
        self.refresh()
