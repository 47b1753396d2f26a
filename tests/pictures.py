"""Pictures of the running screens: `python -m tests.pictures FOLDER`, and for tests that look."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg
from PIL import Image, ImageDraw, ImageFont
from rich.color import Color
from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot

from data import setup, visitor, window
from data.store import Store
from tests.clocks import MovableClock
from tests.screens import text, until

CELL = WIDTH, HEIGHT = 10, 20
HALVES = {"▄": (0, HEIGHT // 2, WIDTH, HEIGHT), "▀": (0, 0, WIDTH, HEIGHT // 2), "█": (0, 0, WIDTH, HEIGHT)}
Rgb = tuple[int, int, int]


def picture(app: App[Any]) -> Image.Image:
    """What the screen of a running app shows, each cell 10 by 20 pixels."""
    strips = app.screen._compositor.render_strips()
    image = Image.new("RGB", (app.size.width * WIDTH, len(strips) * HEIGHT))
    for row, strip in enumerate(strips):
        column = 0
        for segment in strip:
            _draw(ImageDraw.Draw(image), segment, column * WIDTH, row * HEIGHT)
            column += segment.cell_length
    return image


def _draw(draw: ImageDraw.ImageDraw, segment: Segment, x: int, y: int) -> None:
    style = segment.style
    ink, paper = _rgb(style and style.color, (255, 255, 255)), _rgb(style and style.bgcolor, (0, 0, 0))
    if style and style.reverse:
        ink, paper = paper, ink
    draw.rectangle((x, y, x + segment.cell_length * WIDTH - 1, y + HEIGHT - 1), fill=paper)
    for place, character in enumerate(segment.text):
        left = x + place * WIDTH
        if character in HALVES:
            x0, y0, x1, y1 = HALVES[character]
            draw.rectangle((left + x0, y + y0, left + x1 - 1, y + y1 - 1), fill=ink)
        elif not character.isspace():
            draw.text((left, y + 15), character, fill=ink, font=_font(bool(style and style.bold)), anchor="ls")


def _rgb(color: Color | None, otherwise: Rgb) -> Rgb:
    return otherwise if color is None else tuple(color.get_truecolor())  # type: ignore[return-value]


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(fontpkg.path("JetBrains Mono")), 16)
    font.set_variation_by_axes([700 if bold else 400])
    return font
