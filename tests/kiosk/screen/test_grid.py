"""Targets are large, never overlap, and every choice is on one page."""

import pytest
from textual.geometry import Region

from kiosk.screen.grid import COLUMNS, DIGITS, LOW, ROWS, Page, pages

SPACES = [(80, 18), (80, 15), (120, 28), (200, 52)]


@pytest.mark.parametrize("leads", [False, True])
@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("count", [*range(1, 30), 500])
def test_every_choice_has_a_large_place_of_its_own(count: int, space: tuple[int, int], leads: bool) -> None:
    found = pages(count, leads, *space)
    assert [at for page in found for at in range(page.first, page.first + len(page.cells))] == list(range(count))
    for page in found:
        below = page.leads if leads or len(found) > 1 else ()
        assert len(page.cells) <= DIGITS
        assert all(place.width >= COLUMNS and place.height >= ROWS for place in page.cells)
        assert all(place.width >= COLUMNS / 2 and place.height >= LOW for place in below)
        assert_apart([*page.cells, *below], space)


def assert_apart(places: list[Region], space: tuple[int, int]) -> None:
    assert all(Region(0, 0, *space).contains_region(place) for place in places)
    assert not any(one.overlaps(other) for at, one in enumerate(places) for other in places[at + 1 :])


def test_few_choices_stand_in_one_column_on_one_page() -> None:
    (page,) = pages(3, False, 80, 18)
    assert {cell.x for cell in page.cells} == {page.cells[0].x}


def test_six_choices_and_the_way_back_stand_on_one_page_of_the_smallest_screen() -> None:
    assert [len(page.cells) for page in pages(6, True, 80, 18)] == [6]


def test_what_leads_on_stands_still_from_page_to_page() -> None:
    assert len({page.leads for page in pages(500, True, 80, 18)}) == 1


def test_a_number_can_be_kept_for_something_else() -> None:
    assert max(len(page.cells) for page in pages(30, True, 200, 52, most=8)) == 8


def test_in_a_room_too_small_there_is_still_a_place() -> None:
    found: tuple[Page, ...] = pages(20, True, 20, 3)
    assert len(found) == 20
    assert found[0].cells[0].width > 0
