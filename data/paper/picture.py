"""A paper as a picture of black and white dots."""

from typing import TYPE_CHECKING

from data.paper import code, marks
from data.paper.letters import Style, draw, extent, wrapped
from data.paper.parts import MARGIN, Bar, Code, Large, Paper, Part, Rule, Text

if TYPE_CHECKING:
    from PIL.Image import Image

BLACK, WHITE = 0, 255
GREY = 140
"""Lighter than this is left white: thin strokes stay, and nothing is grey on a thermal printer."""
ASCENT, DESCENT = 0.95, 0.33
SMALLEST = 8


def picture(paper: Paper) -> "Image":
    """The paper from top to bottom, one bit a dot. Nothing is cut: what is long makes it longer."""
    from PIL import Image

    pieces = [_piece(paper, part) for part in paper.parts]
    gap = paper.width // 48
    height = MARGIN + sum(piece.height + gap for piece in pieces) + MARGIN
    sheet, y = Image.new("L", (paper.width, height), WHITE), MARGIN
    for piece in pieces:
        sheet.paste(piece, ((paper.width - piece.width) // 2, y))
        y += piece.height + gap
    return sheet.point([BLACK if value < GREY else WHITE for value in range(256)]).convert(
        "1", dither=Image.Dither.NONE
    )


def _piece(paper: Paper, part: Part) -> "Image":
    match part:
        case Text():
            return _text(paper, part)
        case Large():
            return _large(paper, part)
        case Bar():
            return marks.bar(part.sign, paper.room, paper.width // 8)
        case Code():
            return code.picture(part.payload, paper.room)
        case Rule():
            return marks.rule(paper.room)


def _text(paper: Paper, part: Text) -> "Image":
    from PIL import Image, ImageDraw

    style = Style(round(part.size * paper.width), part.bold, paper.right_to_left)
    lines = wrapped(part.text, style, paper.room)
    inks = [extent(line, style) for line in lines]
    up = max([round(ASCENT * style.size), *(-ink.top for ink in inks)])
    down = max([round(DESCENT * style.size), *(ink.bottom for ink in inks)])
    image = Image.new("L", (paper.room, len(lines) * (up + down)), WHITE)
    for at, (line, ink) in enumerate(zip(lines, inks, strict=True)):
        x = (paper.room - ink.width) // 2 - ink.left
        draw(ImageDraw.Draw(image), x, at * (up + down) + up, line, style, BLACK)
    return image


def _large(paper: Paper, part: Large) -> "Image":
    """One line, its letters as large as its room: in a black bar a little smaller than the bar."""
    from PIL import Image, ImageDraw

    edge = paper.width // 32 if part.white else 0
    style = _largest(paper, part, paper.room - 2 * edge)
    ink = extent(part.text, style)
    size = (paper.room, ink.bottom - ink.top + 2 * edge)
    image = Image.new("L", size, BLACK if part.white else WHITE)
    x = (paper.room - ink.width) // 2 - ink.left
    draw(ImageDraw.Draw(image), x, edge - ink.top, part.text, style, WHITE if part.white else BLACK)
    return image


def _largest(paper: Paper, part: Large, room: int) -> Style:
    size = round(part.most * paper.width)
    while True:
        style = Style(size, True, paper.right_to_left)
        width = extent(part.text, style).width
        if width <= room or size <= SMALLEST:
            return style
        size = max(SMALLEST, min(size - 1, size * room // width))
