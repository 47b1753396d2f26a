"""The shapes on a paper that are no letters."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin
from typing import TYPE_CHECKING

from data.paper.parts import Sign

if TYPE_CHECKING:
    from PIL.Image import Image

BLACK, WHITE = 0, 255
FINE = 4
"""Shapes are drawn so many times larger first, for smooth edges."""

Shape = Sequence[tuple[float, float]]
"""Corners; its height goes from 0 to 1."""


def _star() -> Shape:
    spokes = [(0.5 if at % 2 == 0 else 0.2, pi * at / 5) for at in range(10)]
    return [(0.5 + far * sin(turn), 0.5 - far * cos(turn)) for far, turn in spokes]


CHEVRON: Shape = ((0.1, 0.9), (0.5, 0.5), (0.9, 0.9), (0.9, 0.55), (0.5, 0.15), (0.1, 0.55))
SIGNS: dict[Sign, tuple[Shape, ...]] = {"priority": (_star(),), "immediate": (CHEVRON, CHEVRON, CHEVRON)}


def bar(sign: Sign, width: int, height: int) -> "Image":
    """A black bar with the sign in white in its middle: a star for priority, three arrows upwards for immediate."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (width * FINE, height * FINE), BLACK)
    shapes, size = SIGNS[sign], 0.7 * height * FINE
    left = (width * FINE - size * len(shapes)) / 2
    top = (height * FINE - size) / 2
    for at, shape in enumerate(shapes):
        corners = [(left + size * (at + x), top + size * y) for x, y in shape]
        ImageDraw.Draw(image).polygon(corners, fill=WHITE)
    return image.resize((width, height))


def rule(width: int) -> "Image":
    """A dotted line."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (width, 3), WHITE)
    for left, right in list(pairwise(range(0, width + 1, 8)))[::2]:
        ImageDraw.Draw(image).rectangle((left, 0, right, 2), fill=BLACK)
    return image
