"""A text in big letters or in those of the terminal, whole in the room there is."""

from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from display.parts import glyphs, halves


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a text; in big letters whose capitals are `capital` half cells high, or as they are for 0."""

    lines: tuple[str, ...]
    capital: int = 0

    @property
    def rows(self) -> int:
        """The rows of cells that it takes."""
        return glyphs.rows(self.lines, self.capital) if self.capital else len(self.lines)


def big(text: str, capital: int, columns: int, rows: int | None = None) -> Block | None:
    """`text` with capitals so high; None where it has no room, or a letter can't be drawn so."""
    if capital < glyphs.SMALLEST or not text.strip():
        return None
    lines = glyphs.wrapped(text, min(capital, glyphs.LARGEST), columns)
    block = Block(lines, min(capital, glyphs.LARGEST)) if lines else None
    return block if block and (rows is None or block.rows <= rows) else None


def plain(text: str, columns: int, rows: int | None = None) -> Block:
    """`text` in the letters of the terminal; what has no room in `rows` ends in an ellipsis. A line feed stays one."""
    parts = [" ".join(part.split()) for part in text.split("\n")]
    if columns < 2 or not any(parts):
        return Block(())
    lines = [line.plain.strip() for part in parts for line in (Content(part).wrap(columns) if part else [Content("")])]
    if rows is not None and len(lines) > rows:
        lines = lines[:rows]
        if lines:
            lines[-1] = Content(lines[-1] + " " * columns).truncate(columns - 1).plain.rstrip() + "…"
    return Block(tuple(lines))


def largest(text: str, capital: int, least: int, columns: int, rows: int) -> Block | None:
    """`text` with capitals of at most `capital` and at least `least`, as large as it fits; None where it does not."""
    sizes = range(capital, max(least, glyphs.SMALLEST) - 1, -1)
    return next((block for size in sizes if (block := big(text, size, columns, rows))), None)


class Letters(Widget):
    """A text as large as asked for. `block` is what it shows; it is as high as that, and as wide as there is room."""

    DEFAULT_CSS = "Letters { width: 1fr; height: auto; }"
    ALLOW_SELECT = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.block = Block(())

    def show(self, block: Block) -> None:
        """Show `block` from now on."""
        if block != self.block:
            self.block = block
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self.block.rows

    def render_line(self, y: int) -> Strip:
        return line(self.block, self.rich_style, y, self.size, self.styles.text_align == "center")


def line(block: Block, style: Style, y: int, room: Size, centred: bool) -> Strip:
    """Row `y` of `block` in the middle of so much room."""
    if block.capital and style.color and style.bgcolor and 0 <= y < room.height:
        picture = glyphs.draw(block.lines, block.capital, *room, centred)
        return halves.strip(picture[y], style.color, style.bgcolor)
    at = y - (room.height - len(block.lines)) // 2
    text = block.lines[at] if not block.capital and 0 <= at < len(block.lines) else ""
    free = max(0, room.width - cell_len(text))
    before = free // 2 if centred else 0
    return Strip([Segment(" " * before + text + " " * (free - before), style)], room.width)
