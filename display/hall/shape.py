"""An arrow and a mark as large as letters; no font of the house has them."""

from functools import lru_cache
from typing import Any

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from display.parts import halves

Points = tuple[tuple[float, float], ...]

ARROW: Points = ((0, 0.42), (0.55, 0.42), (0.55, 0.1), (1, 0.5), (0.55, 0.9), (0.55, 0.58), (0, 0.58))
MARK: Points = ((0.25, 0), (0.85, 0.5), (0.25, 1))


@lru_cache(16)
def draw(points: Points, columns: int, rows: int, side: int) -> halves.Picture:
    """The cells of a shape in a square of `side` pixels in the middle of `columns` and `rows`."""
    from PIL import Image, ImageDraw  # not before the first paint

    image = Image.new("1", (columns, 2 * rows), 0)
    left, top = (columns - side) / 2, (2 * rows - side) / 2
    ImageDraw.Draw(image).polygon([(left + x * side, top + y * side) for x, y in points], fill=1)
    pixels = [bool(value) for value in image.convert("L").tobytes()]
    return halves.picture([pixels[at : at + columns] for at in range(0, len(pixels), columns)])


class Shape(Widget):
    """`points` in a square of at most `side` pixels, drawn while it is `drawn`."""

    side: reactive[int] = reactive(0)
    drawn: reactive[bool] = reactive(True)

    def __init__(self, points: Points, **options: Any) -> None:
        super().__init__(**options)
        self.points = points

    def render_line(self, y: int) -> Strip:
        columns, rows = self.size
        side = min(self.side, columns, 2 * rows)
        ink, paper = self.rich_style.color, self.rich_style.bgcolor
        if not (self.drawn and side > 2 and ink and paper and y < rows):
            return Strip.blank(columns, self.rich_style)
        return halves.strip(draw(self.points, columns, rows, side)[y], ink, paper)
