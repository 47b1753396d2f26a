"""Letters of every script: drawn, in their order, and broken where they are too long."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from data.paper import fonts
from data.paper.contents import described
from data.paper.coverage import coverage
from data.paper.fonts import Run, drawable, font, font_of, runs
from data.paper.letters import Style, draw, extent, wrapped
from data.paper.parts import Text
from data.paper.shaping import shaped
from tests.data.paper.papers import TAKEN, a_centre

STYLE = Style(40, False, False)
NOT_DEFINED = "\uffff"


def glyph(letters: Any, character: str) -> bytes:
    """How a font draws a character."""
    return bytes(letters.getmask(character))


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without fonts of its own."""
    monkeypatch.setattr(fonts, "installed", lambda: ())
    fonts.font_of.cache_clear()


@pytest.fixture(autouse=True)
def forgotten() -> object:
    """What one test found out about fonts is not the next one's."""
    font_of.cache_clear()
    yield
    font_of.cache_clear()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("letter", "əƏŞşğIıİÇÖÜЯщёéñ¿علا٣–…·")
def test_a_letter_is_drawn_and_no_box_in_its_place(letter: str) -> None:
    file = font_of(letter)
    assert file
    letters = font(Run(file, letter), 40, True)
    assert letters.getmask(letter).getbbox()
    assert glyph(letters, letter) != glyph(letters, NOT_DEFINED)


@pytest.mark.parametrize("file", fonts.own(), ids=lambda file: file.stem)
def test_what_a_font_has_is_read_as_it_draws(file: Path) -> None:
    letters = font(Run(file, "a"), 20, False)
    box = glyph(letters, NOT_DEFINED)
    for code in (*range(0x21, 0x7F), *range(0x400, 0x460), *range(0x620, 0x64B), 0x4E2D, 0x10D0, 0x1F600):
        assert (chr(code) in coverage(file)) == (glyph(letters, chr(code)) != box), hex(code)


def test_a_file_that_is_no_font_has_nothing(tmp_path: Path) -> None:
    for content in (b"", b"no font", b"\x00\x01\x00\x00\x00\x01" + b"\xff" * 40, b"ttcf" + b"\xff" * 20):
        (tmp_path / f"{len(content)}.ttf").write_bytes(content)
        assert "a" not in coverage(tmp_path / f"{len(content)}.ttf")
    assert "a" not in coverage(tmp_path / "missing.ttf")


def test_arabic_is_joined_and_goes_from_right_to_left() -> None:
    assert shaped("سلام", True) == "ﻡﻼﺳ"
    assert shaped("القاعة (2)", True).startswith("(2) ")
    assert shaped("(الجديدة)", True) == shaped("(الجديدة)", False)
    assert shaped("Hall 2", True) == "Hall 2"


def test_letters_in_two_pieces_are_one() -> None:
    assert shaped("S\u0327", False) == "Ş"
    assert drawable("S\u0327\u200f")


@pytest.mark.usefixtures("bare")
def test_a_name_that_cannot_be_drawn_is_said_in_another_language() -> None:
    assert not drawable("護照")
    centre = a_centre(ka="პასპორტი")
    texts = [part.text for part in described(centre, replace(TAKEN, language="ka")).parts if isinstance(part, Text)]
    assert "Şəxsiyyət vəsiqəsi" in texts
    assert "".join(text for _, text in runs("A 護 B")) == "A  B"


def test_the_fonts_of_the_machine_help_with_other_scripts() -> None:
    found = next((file for file in fonts.installed() if "პ" in coverage(file)), None)
    if not found:
        pytest.skip("no font of this machine has Georgian letters")  # no font of ours has them, so the machine must
    assert drawable("პასპორტი")
    assert extent("პასპორტი", STYLE).width > 100


def test_hebrew_is_turned_round_once() -> None:
    if not drawable("אב"):
        pytest.skip("no font of this machine has Hebrew letters")  # as above: only a font of the machine has them
    assert inked("אב", right_to_left=True) == inked("אב", right_to_left=False)
    file = font_of("א")
    assert file
    alone = ImageFont.truetype(file, 40, layout_engine=ImageFont.Layout.BASIC)
    image = Image.new("L", (200, 100), 255)
    ImageDraw.Draw(image).text((10, 60), "בא", font=alone, fill=0, anchor="ls")
    assert inked("אב") == image.tobytes()


def inked(text: str, right_to_left: bool = True) -> bytes:
    image = Image.new("L", (200, 100), 255)
    draw(ImageDraw.Draw(image), 10, 60, text, Style(40, False, right_to_left), 0)
    return image.tobytes()


@pytest.mark.parametrize(
    "text", ["Şəxsiyyət vəsiqəsinin dəyişdirilməsi", "W" * 60, "بطاقة الهوية الشخصية الجديدة للمواطنين"]
)
def test_a_long_text_is_broken_and_nothing_is_lost(text: str) -> None:
    lines = wrapped(text, STYLE, 300)
    assert len(lines) > 1
    assert max(extent(line, STYLE).width for line in lines) <= 300
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_letters_stand_where_they_were_measured() -> None:
    for text in ("A007", "Şj", "بطاقة 12", "Q ع q"):
        ink = extent(text, STYLE)
        image = Image.new("L", (600, 200), 255)
        draw(ImageDraw.Draw(image), 50, 100, text, STYLE, 0)
        box = image.point([255 - value for value in range(256)]).getbbox()
        assert box
        assert (box[0] >= 50 + ink.left, box[2] <= 51 + ink.right) == (True, True)
        assert (box[1] >= 100 + ink.top, box[3] <= 100 + ink.bottom) == (True, True)
