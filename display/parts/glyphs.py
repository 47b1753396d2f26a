"""How does a text look in big letters? Drawn on half cells, spaced by its ink so that small letters stay apart."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from display.parts import halves

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONT = "NotoSans[wdth,wght].ttf"
SMALLEST, LARGEST = 5, 100
"""The lowest and the highest capitals that are drawn, in half cells."""
FACES = {5: (7.0, 75.0, 500, 75), 6: (8.8, 62.5, 600, 75), 7: (9.8, 62.5, 400, 60)}
"""Size, width, weight, and the darkness from which a pixel is inked: found by trying which of the smallest letters stay
apart, above all ı and i, which are two letters in Azerbaijani."""
CAPITAL = 0.714
"""The height of a capital in the em of Noto Sans."""
BOLD_FROM = WIDE_FROM = 12
LOW, LONG = 7, 60
NOBODYS = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Glyph:
    """Rows of `width` bits from `top` half cells above the baseline down, the first bit leftmost."""

    width: int
    top: int = 0
    rows: tuple[int, ...] = ()


@lru_cache(4096)
def glyph(character: str, capital: int) -> Glyph | None:
    """The ink of `character` where a capital is so many half cells high; None when the font has no such letter."""
    if character == " ":
        return Glyph(max(2, (capital + 1) // 3))
    from PIL import Image, ImageDraw  # not before the first paint

    (font, dark), room = _font(capital), 3 * capital

    def drawn(what: str) -> Image.Image:
        image = Image.new("L", (2 * room, 2 * room))
        ImageDraw.Draw(image).text((room // 2, room), what, font=font, fill=255, anchor="ls")
        return image.point([255 * (value > dark) for value in range(256)])

    image = drawn(character)
    if image.tobytes() == drawn(NOBODYS).tobytes():
        return None
    if (box := image.getbbox()) is None:
        return None
    left, top, right, bottom = box
    ink = image.crop(box).tobytes()
    width = right - left
    rows = [sum(1 << (width - 1 - x) for x in range(width) if ink[y * width + x]) for y in range(bottom - top)]
    return Glyph(width, room - top, tuple(rows))


def drawn(text: str, capital: int) -> bool:
    """Whether the font has all letters of `text`."""
    return all(_width(word, capital) is not None for word in unicodedata.normalize("NFC", text).split())


@lru_cache(16384)
def wrapped(text: str, capital: int, columns: int) -> tuple[str, ...] | None:
    """`text` in lines of at most `columns`; None when a word is longer, or a letter can't be drawn.

    In letters no higher than `LOW` a word is broken that is longer than a line as long as `LONG`.
    """
    lines: list[str] = []
    room = 0
    for word in unicodedata.normalize("NFC", text).split():
        width = _width(word, capital)
        if width is None:
            return None
        if width <= room:
            lines[-1] += " " + word
            room -= width + _blank(capital)
            continue
        parts = [word] if width <= columns else _broken(word, capital, columns)
        if not parts:
            return None
        lines += parts
        room = columns - (_width(parts[-1], capital) or 0) - _blank(capital)
    return tuple(lines)


def _broken(word: str, capital: int, columns: int) -> list[str]:
    """A word too long even for a long line, in parts; none where lower letters or a longer line would help."""
    if columns < LONG or capital > LOW:
        return []
    parts = [""]
    for character in word:
        if (_width(parts[-1] + character + "-", capital) or 0) > columns:
            parts[-1] += "-"
            parts.append("")
        parts[-1] += character
    return parts


def _blank(capital: int) -> int:
    """The columns between two words."""
    return 2 * _gap(capital) + max(2, (capital + 1) // 3)


@lru_cache(4096)
def rows(lines: tuple[str, ...], capital: int) -> int:
    """The rows of cells that `lines` take."""
    return (_baselines(lines, capital)[1] + 1) // 2


@lru_cache(256)
def draw(lines: tuple[str, ...], capital: int, columns: int, height: int, centred: bool) -> halves.Picture:
    """The cells of `lines` in the middle of `height` rows of `columns`; what does not fit is left out."""
    baselines, tall = _baselines(lines, capital)
    canvas = [0] * (2 * height)
    above = max(0, 2 * height - tall) // 2
    for line, baseline in zip(lines, baselines, strict=True):
        width = _width(line, capital) or 0
        _ink(canvas, line, capital, above + baseline, columns - max(0, columns - width) // 2 * centred)
    mask = (1 << columns) - 1 if columns else 0
    return halves.picture([_bits(row & mask, columns) for row in canvas]) if columns and height else ()


def _ink(canvas: list[int], line: str, capital: int, baseline: int, left: int) -> None:
    """Draw `line` on rows of bits; `left` counts the bits from its beginning to the right edge."""
    for character in line:
        if (letter := glyph(character, capital)) is None:
            continue
        for at, bits in enumerate(letter.rows, baseline - letter.top):
            if 0 <= at < len(canvas):
                shift = left - letter.width
                canvas[at] |= bits << shift if shift >= 0 else bits >> -shift
        left -= letter.width + _gap(capital)


def _bits(row: int, columns: int) -> Sequence[bool]:
    return [sign == "1" for sign in f"{row:0{columns}b}"]


@lru_cache(4096)
def _baselines(lines: tuple[str, ...], capital: int) -> tuple[tuple[int, ...], int]:
    """Where each line stands below the top, all as far apart as the closest two need; and the height of all."""
    extents = [_extent(line, capital) for line in lines]
    if not extents:
        return (), 0
    apart = max((below + 1 + above for (_, below), (above, _) in pairwise(extents)), default=0)
    baselines = tuple(extents[0][0] + at * apart for at in range(len(lines)))
    return baselines, baselines[-1] + extents[-1][1]


def _extent(line: str, capital: int) -> tuple[int, int]:
    """The half cells above the baseline and below it; at least those of a capital."""
    letters = [letter for character in line if (letter := glyph(character, capital))]
    above = max((letter.top for letter in letters), default=0)
    below = max((len(letter.rows) - letter.top for letter in letters), default=0)
    return max(capital, above), max(0, below)


@lru_cache(16384)
def _width(text: str, capital: int) -> int | None:
    """The columns of `text`; None when a letter of it can't be drawn."""
    letters = [glyph(character, capital) for character in text]
    return (
        None if None in letters else sum(letter.width + _gap(capital) for letter in letters if letter) - _gap(capital)
    )


def _gap(capital: int) -> int:
    return max(1, capital // 7)


@lru_cache(4)
def _font(capital: int) -> tuple["FreeTypeFont", int]:
    """The font for capitals so high, and the darkness from which a pixel of it is inked."""
    import fontpkg_noto_sans  # itself: to look it up by name through fontpkg costs 6 MB
    from PIL import ImageFont

    size, width, weight, dark = FACES.get(capital) or _face(capital)
    file = fontpkg_noto_sans.ROOT / "files" / FONT
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight, width])
    return font, dark


def _face(capital: int) -> tuple[float, float, int, int]:
    weight = 700 if capital >= BOLD_FROM else 500
    return capital / CAPITAL, 75.0 if capital >= WIDE_FROM else 62.5, weight, 105
