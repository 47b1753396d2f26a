"""Big letters of any script, drawn on half cells and read across a hall."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from display.parts import halves

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONT = "NotoSans[wdth,wght].ttf"
BOLD, NORMAL_WIDTH = 750, 100
SAMPLE = 200
SMALLEST = 8
LARGEST = 1000
DARK = 110


@dataclass(frozen=True, slots=True)
class Fit:
    """A font size in pixels, and the top and bottom of its letters from the baseline. Texts of one fit stand level."""

    size: int
    top: int
    bottom: int


@lru_cache(32)
def fit(texts: tuple[tuple[str, int], ...], rows: int) -> Fit | None:
    """The largest fit with which each text keeps within its columns and all within `rows`.

    None when letters would be too small to be drawn.
    """
    text = "".join(text for text, _ in texts)
    top, bottom = _extent(text, SAMPLE)
    sizes = [SAMPLE * columns / max(1, _width(text, SAMPLE)) for text, columns in texts if text]
    size = int(min([*sizes, SAMPLE * 2 * rows / (bottom - top), LARGEST]))
    while size >= SMALLEST:
        top, bottom = _extent(text, size)
        if bottom - top <= 2 * rows and all(_width(text, size) <= columns for text, columns in texts):
            return Fit(size, top, bottom)
        size -= 1
    return None


@lru_cache(64)
def draw(text: str, columns: int, rows: int, fit: Fit) -> halves.Picture:
    """The cells of `text` with `fit`, in the middle of `columns` and `rows`; what does not fit is left out."""
    from PIL import Image, ImageDraw  # not before the first paint

    font = _font(fit.size)
    left, _, right, _ = font.getbbox(text, anchor="ls")
    image = Image.new("L", (columns, 2 * rows), 0)
    x = (columns - (right - left)) // 2 - left
    y = (2 * rows - (fit.bottom - fit.top)) // 2 - fit.top
    ImageDraw.Draw(image).text((x, y), text, font=font, fill=255, anchor="ls")
    pixels = [value > DARK for value in image.tobytes()]
    return halves.picture([pixels[at : at + columns] for at in range(0, len(pixels), columns)])


def rows(text: str, columns: int, rows: int) -> halves.Picture:
    """The cells of `text` as large as they fit into `columns` and `rows`; none when it would be too small."""
    best = fit(((text, columns),), rows)
    return draw(text, columns, rows, best) if best else ()


def _extent(text: str, size: int) -> tuple[int, int]:
    """Top and bottom from the baseline; at least those of a capital, so that 7 and A stand level."""
    _, top, _, bottom = _font(size).getbbox(text + "H", anchor="ls")
    return int(top), int(bottom)


def _width(text: str, size: int) -> int:
    left, _, right, _ = _font(size).getbbox(text, anchor="ls")
    return int(right - left)


@lru_cache(6)
def _font(size: int) -> "FreeTypeFont":
    import fontpkg_noto_sans  # itself: to look it up by name through fontpkg costs 6 MB
    from PIL import ImageFont

    font = ImageFont.truetype(fontpkg_noto_sans.ROOT / "files" / FONT, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([BOLD, NORMAL_WIDTH])
    return font


class BigText(Widget):
    """`value` as large as the widget; as an ordinary line where big letters have no room.

    `fit` gives several of them one size and one baseline: `display.parts.big.fit` finds it.
    """

    DEFAULT_CSS = "BigText { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    value: reactive[str] = reactive("")
    fit: reactive[Fit | None] = reactive[Fit | None](None)

    def __init__(self, value: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.set_reactive(BigText.value, value)

    def render_line(self, y: int) -> Strip:
        columns, rows = self.size
        text = " ".join(self.value.split())
        best = self.fit or (fit(((text, columns),), rows) if text and columns else None)
        ink, paper = self.rich_style.color, self.rich_style.bgcolor
        if best and ink and paper and y < rows:
            return halves.strip(draw(text, columns, rows, best)[y], ink, paper)
        return self._plain(text if y == rows // 2 else "")

    def _plain(self, text: str) -> Strip:
        line = Content(text).truncate(self.size.width, ellipsis=True).center(self.size.width)
        return Strip([Segment(line.plain, self.rich_style)], self.size.width)
