"""Targets are large, never overlap, and every choice is on one page."""

import pytest
from textual.geometry import Region

from kiosk.grid import COLUMNS, DIGITS, ROWS, grid

SPACES = [(80, 20), (120, 30), (200, 56)]


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("count", [*range(1, 30), 500])
def test_every_choice_has_a_large_place_of_its_own(count: int, space: tuple[int, int], back: bool) -> None:
    found = grid(count, back, *space)
    cells, leads = found.places(*space)
    assert found.size * found.pages >= count
    assert found.size <= DIGITS
    shown = [*cells[: found.size], *used(leads, found.pages, back)]
    assert all(place.width >= COLUMNS and place.height >= ROWS for place in shown)
    assert all(Region(0, 0, *space).contains_region(place) for place in shown)
    assert not any(one.overlaps(other) for at, one in enumerate(shown) for other in shown[at + 1 :])


def used(leads: list[Region], pages: int, back: bool) -> list[Region]:
    """The places of "back", "next" and "previous" that a page in the middle shows."""
    first, last, middle = leads
    return [*([first] if back else []), *([last] if pages > 1 else []), *([middle] if pages > 2 else [])]


def test_few_choices_stand_in_one_column_on_one_page() -> None:
    found = grid(3, False, 80, 20)
    assert (found.columns, found.rows, found.pages) == (1, 3, 1)


def test_in_a_room_too_small_there_is_still_a_place() -> None:
    found = grid(20, True, 20, 3)
    cells, _ = found.places(20, 3)
    assert found.size == 1
    assert cells[0].width > 0
