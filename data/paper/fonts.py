"""Which font draws a character?

Noto Sans comes with the program, and Noto Sans Arabic. For other scripts the fonts of the machine are looked through.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.paper.coverage import coverage

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts")
KINDS = {".ttf", ".otf", ".ttc"}
REGULAR, BOLD, NORMAL_WIDTH = 450, 750, 100
MARKS = {"Mn", "Mc", "Me"}
FROM_THE_RIGHT = {"R", "AL"}
PREFERRED = ("Noto", "DejaVu")


class Run(NamedTuple):
    """Characters that one font draws."""

    file: Path
    text: str


@cache
def own() -> tuple[Path, ...]:
    """The fonts that come with the program."""
    import fontpkg_noto_sans  # themselves: to look them up by name through fontpkg costs 6 MB
    import fontpkg_noto_sans_arabic

    return (
        fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf",
        fontpkg_noto_sans_arabic.ROOT / "files" / "NotoSansArabic[wdth,wght].ttf",
    )


@cache
def installed() -> tuple[Path, ...]:
    """The fonts of this machine, in an order of their own; upright and of ordinary weight where their names say so."""
    files = {
        file for folder in FOLDERS for file in Path(folder).expanduser().rglob("*") if file.suffix.lower() in KINDS
    }
    return tuple(sorted(files, key=_order))


@lru_cache(4096)
def font_of(character: str) -> Path | None:
    """The font that draws `character`: one that comes with the program, else one of this machine, else None."""
    ours = next((file for file in own() if character in coverage(file)), None)
    return ours or next((file for file in installed() if character in coverage(file)), None)


def drawable(text: str) -> bool:
    """Whether there is a font for every character of `text`."""
    characters = unicodedata.normalize("NFC", text)
    return all(font_of(character) for character in characters if unicodedata.category(character) != "Cf")


def runs(text: str) -> Iterator[Run]:
    """The text in runs of one font; a character that no font has is left out, and a mark stays with its letter."""
    files: list[tuple[str, Path]] = []
    for character in text:
        file = font_of(character)
        if files and unicodedata.category(character) in MARKS and character in coverage(files[-1][1]):
            file = files[-1][1]
        if file:
            files.append((character, file))
    for file, run in groupby(files, key=lambda pair: pair[1]):
        yield Run(file, "".join(character for character, _ in run))


def font(run: Run, size: int, bold: bool) -> "FreeTypeFont":
    """The font that draws a run, at `size` dots."""
    # What goes from the right is in its order already, and the shaping would turn it round again.
    turned = any(unicodedata.bidirectional(character) in FROM_THE_RIGHT for character in run.text)
    return _font(run.file, size, bold, not turned)


@lru_cache(3)  # each takes up to 1 MB of a kiosk's memory
def _font(file: Path, size: int, bold: bool, shape: bool) -> "FreeTypeFont":
    """Other scripts than ours may need their letters shaped, which is done where the machine has what it takes."""
    from PIL import ImageFont, features

    ours = file in own()
    layout = ImageFont.Layout.RAQM if shape and not ours and features.check("raqm") else ImageFont.Layout.BASIC
    made = ImageFont.truetype(file, size, layout_engine=layout)
    if ours:
        made.set_variation_by_axes([BOLD if bold else REGULAR, NORMAL_WIDTH])
    return made


def _order(file: Path) -> tuple[bool, bool, int, str]:
    """Ordinary ones first."""
    name = file.stem
    slanted = any(word in name for word in ("Italic", "Oblique", "Mono", "Condensed", "Light", "Thin", "Serif"))
    return (not name.startswith(PREFERRED), slanted, len(name), str(file))
