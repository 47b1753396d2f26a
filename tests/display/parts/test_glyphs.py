"""Big letters: as high as asked for, apart, and told from each other."""

import pytest

from display.parts import glyphs
from display.parts.glyphs import Glyph, draw, drawn, glyph, rows, wrapped

CAPITALS = [*range(glyphs.SMALLEST, 16), 30, glyphs.LARGEST]
ALIKE = [("ı", "i"), ("I", "İ"), ("Ə", "Ö"), ("ş", "s"), ("ç", "c"), ("ğ", "g"), ("и", "й"), ("u", "ü"), ("B", "8")]
TEXTS = ["Şəxsiyyət vəsiqəsi", "Удостоверение личности", "Enregistrement d'une société", "Número de identificación"]


def shape(character: str, capital: int) -> Glyph:
    found = glyph(character, capital)
    assert found
    return found


@pytest.mark.parametrize("capital", CAPITALS)
def test_a_capital_is_as_high_as_asked_for(capital: int) -> None:
    letter = shape("H", capital)
    assert capital <= len(letter.rows) <= capital * 1.1 + 1
    assert letter.top == len(letter.rows)


@pytest.mark.parametrize("capital", [7, 9, 10, 12])
@pytest.mark.parametrize(("one", "other"), [*ALIKE, ("ə", "a"), ("ə", "e")])
def test_letters_are_told_from_each_other(one: str, other: str, capital: int) -> None:
    assert shape(one, capital) != shape(other, capital)


@pytest.mark.parametrize("capital", [5, 6])
def test_even_the_smallest_tell_i_with_and_without_a_dot(capital: int) -> None:
    assert shape("ı", capital) != shape("i", capital)
    assert shape("I", capital) != shape("İ", capital)


@pytest.mark.parametrize("capital", [5, 7, 9, 14])
@pytest.mark.parametrize("text", TEXTS)
def test_a_line_is_drawn_whole_and_its_letters_stand_apart(text: str, capital: int) -> None:
    picture = draw((text,), capital, 400, rows((text,), capital), False)
    inked = [any(row[x] for row in picture) for x in range(400)]
    parts = sum(ink and not before for before, ink in zip([False, *inked], inked, strict=False))
    assert parts >= len(text.replace(" ", ""))
    assert any(picture[0])
    assert any(picture[-1])


@pytest.mark.parametrize("text", TEXTS)
def test_lines_keep_within_their_columns_and_lose_no_word(text: str) -> None:
    for columns in (60, 80, 120):
        lines = wrapped(text, 7, columns)
        assert lines
        assert " ".join(lines) == text
        picture = draw(lines, 7, columns, rows(lines, 7), True)
        wider = draw(lines, 7, columns + 40, rows(lines, 7), True)
        assert sum(map(any_ink, picture)) == sum(map(any_ink, wider))


def any_ink(row: bytes) -> int:
    return sum(map(bool, row))


def test_a_word_that_is_too_long_has_no_lines() -> None:
    assert wrapped("Uzunhərflisözlərinhamısı", 9, 40) is None


def test_what_the_font_lacks_is_not_drawn() -> None:
    assert not drawn("🎉 праздник", 7)
    assert wrapped("🎉", 7, 100) is None
    assert drawn("Şəxsiyyət", 7)


def test_a_letter_and_its_mark_are_one() -> None:
    assert wrapped("S\u0327", 7, 60) == ("Ş",)


def test_a_word_longer_than_any_line_is_broken_in_low_letters_alone() -> None:
    word = "налогоплательщика"
    assert wrapped(word, 9, 65) is None
    assert wrapped(word, 7, 40) is None
    lines = wrapped(word, 7, 65)
    assert lines
    assert "".join(lines).replace("-", "") == word
    assert lines[0].endswith("-")
