"""A text is whole: in big letters where they fit, else in those of the terminal."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from display.parts.letters import Block, Letters, big, largest, plain
from tests.screens import text

SENTENCE = "Take a photo of this code and keep it: it is your ticket."


class Shown(App[None]):
    CSS = "Letters { width: 40; } .-centred { text-align: center; }"

    def __init__(self, block: Block, classes: str = "") -> None:
        super().__init__()
        self.block, self.wanted = block, classes

    def compose(self) -> ComposeResult:
        letters = Letters(classes=self.wanted)
        letters.block = self.block
        yield letters


def test_the_largest_that_fits_is_taken() -> None:
    high, low = largest(SENTENCE, 12, 5, 90, 40), largest(SENTENCE, 12, 5, 76, 15)
    assert high
    assert low
    assert high.capital == 12 > low.capital
    assert low.rows <= 15
    assert largest(SENTENCE, 12, 12, 76, 15) is None


@pytest.mark.parametrize("given", ["", " ", "🎉"])
def test_what_cannot_be_drawn_has_no_big_letters(given: str) -> None:
    assert big(given, 9, 80) is None


def test_plain_text_says_that_it_is_cut() -> None:
    block = plain("word " * 40, 20, 2)
    assert len(block.lines) == 2
    assert block.lines[-1].endswith("…")
    assert all(cell_len(line) <= 20 for line in block.lines)
    assert plain("one\ntwo", 20).lines == ("one", "two")


async def test_plain_text_keeps_to_its_width() -> None:
    async with Shown(plain("Növbə, [/] and more", 40), "-centred").run_test(size=(60, 4)) as pilot:
        first = text(pilot).split("\n")[0]
        assert len(first) == 60
        assert first.index("Növbə") == (40 - len("Növbə, [/] and more")) // 2


async def test_big_text_is_as_high_as_its_lines() -> None:
    block = big("Növbə", 9, 40)
    assert block
    async with Shown(block).run_test(size=(60, 20)) as pilot:
        assert pilot.app.query_one(Letters).size.height == block.rows
        assert "▄" in text(pilot)
