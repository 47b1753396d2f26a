"""Everything comes in every language."""

from itertools import pairwise

import pytest

from display.parts.calls import turns
from tests.clocks import MORNING, MovableClock


@pytest.mark.parametrize("pages", range(1, 8))
@pytest.mark.parametrize("languages", range(1, 6))
def test_each_page_comes_in_each_language_and_none_waits_long(pages: int, languages: int) -> None:
    seen = [(turns.page(turn, pages, languages), turn % languages) for turn in range(999, 999 + 4 * pages * languages)]
    assert set(seen) == {(page, language) for page in range(pages) for language in range(languages)}
    for page in range(pages):
        at = [place for place, shown in enumerate(seen) if shown[0] == page]
        assert max(later - earlier for earlier, later in pairwise(at)) < 2 * pages + 1


def test_a_turn_lasts_ten_seconds() -> None:
    clock = MovableClock()
    first = turns.turn(MORNING)
    assert turns.left(MORNING) == 10
    clock.advance(9.75)
    assert (turns.turn(clock()), turns.left(clock())) == (first, 0.25)
    clock.advance(0.25)
    assert turns.turn(clock()) == first + 1
