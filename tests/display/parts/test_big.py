"""Big letters: as large as there is room for, level beside each other, never in the way."""

import pytest
from textual.app import App, ComposeResult

from display.parts.big import BigText, draw, fit, rows
from tests.screens import text


def inked(picture: tuple[bytes, ...]) -> list[int]:
    return [y for y, row in enumerate(picture) if any(row)]


@pytest.mark.parametrize("value", ["A007", "12", "Ə1000", "Ж7", "ÇĞ9", "QJ", "→", "[/]"])
def test_letters_fill_the_room_and_keep_within_it(value: str) -> None:
    picture = rows(value, 60, 12)
    assert [len(row) for row in picture] == [60] * 12
    assert len(inked(picture)) >= 8 or any(row[0] or row[-1] for row in picture) or value == "→"


def test_a_number_is_seven_rows_high_where_there_are_seven() -> None:
    assert len(inked(rows("A007", 60, 7))) == 7


def test_texts_of_one_fit_share_their_top_and_their_foot() -> None:
    best = fit((("A007", 40), ("12", 20)), 9)
    assert best is not None
    assert inked(draw("A007", 40, 9, best)) == inked(draw("12", 20, 9, best))


def test_the_longest_text_decides_the_common_size() -> None:
    short, both = fit((("12", 20),), 9), fit((("12", 20), ("A1000", 36)), 9)
    assert short is not None
    assert both is not None
    assert both.size < short.size


@pytest.mark.parametrize(("columns", "height"), [(0, 0), (1, 0), (0, 1), (1, 1), (3, 1), (1, 30), (200, 1)])
def test_no_room_gives_no_big_letters(columns: int, height: int) -> None:
    assert rows("A007", columns, height) == ()


class Shown(App[None]):
    CSS = "BigText { width: 12; height: 1; }"

    def __init__(self, value: str) -> None:
        super().__init__()
        self.value = value

    def compose(self) -> ComposeResult:
        yield BigText(self.value)


async def test_where_there_is_no_room_the_text_is_an_ordinary_line() -> None:
    async with Shown("A007").run_test(size=(20, 3)) as pilot:
        assert text(pilot).split("\n")[0].strip() == "A007"


async def test_an_ordinary_line_that_is_too_long_says_so() -> None:
    async with Shown("[/] a long name\nof Tax [A] 🎫").run_test(size=(20, 3)) as pilot:
        assert text(pilot).split("\n")[0].strip() == "[/] a long …"


@pytest.mark.parametrize(("width", "height"), [(0, 0), (1, 1), (0, 5), (5, 0), (12, 2), (120, 40)])
async def test_no_size_and_no_text_ends_the_app(width: int, height: int) -> None:
    async with Shown("A007").run_test(size=(130, 45)) as pilot:
        big = pilot.app.query_one(BigText)
        for value in "", "A007", "\n", "🎫🎫", "W" * 300:
            big.value = value
            big.styles.width, big.styles.height = width, height
            await pilot.pause()
