"""Names in big letters: whole, of one size on a page, and on as few pages as that allows."""

from time import perf_counter

import pytest
from textual.geometry import Region

from data.centre import default
from data.texts import name
from display.parts import letters
from kiosk.screen.fitting import name_columns, pages
from kiosk.screen.grid import DIGITS, LOW, Page
from kiosk.visit.question import Choice

SPACES = [(80, 20), (120, 24), (200, 46)]
CAPITALS = [7, 9]
CENTRE = default()


def services(language: str) -> list[Choice]:
    return [Choice(one.id, name(one.name, language), "12 people ahead") for one in CENTRE.services]


@pytest.mark.parametrize("language", ["az", "en", "ru"])
@pytest.mark.parametrize("capital", CAPITALS)
@pytest.mark.parametrize("space", SPACES)
def test_every_name_is_whole(space: tuple[int, int], capital: int, language: str) -> None:
    choices = services(language)
    found = pages(choices, True, *space, capital)
    assert [at for page in found for at in range(page.first, page.first + len(page.cells))] == list(range(len(choices)))
    for page in found:
        assert page.name
        assert len(page.cells) <= DIGITS
        for choice, cell in zip(choices[page.first :], page.cells, strict=False):
            assert Region(0, 0, *space).contains_region(cell)
            assert whole(choice, cell, page)
        assert all(place.height >= LOW and place.bottom == space[1] for place in page.leads)


def whole(choice: Choice, cell: Region, page: Page) -> bool:
    columns, room = name_columns(cell.width, page.name), cell.height - 2
    block = letters.big(choice.name, page.name, columns)
    below = letters.big(choice.detail, page.detail, columns) if page.detail else None
    return block is not None and block.rows + (below.rows if below else 0) <= room


def test_where_there_is_room_more_stand_on_a_page() -> None:
    low, high = (len(pages(services("en"), True, *space, 7)) for space in ((80, 18), (200, 46)))
    assert high < low


def test_names_of_the_same_length_have_the_size_of_the_step() -> None:
    found = pages([Choice(str(at), "Tax") for at in range(20)], True, 80, 18, 9)
    assert {page.name for page in found} == {9}


def test_an_absurd_name_is_in_smaller_letters_and_in_the_end_in_those_of_the_terminal() -> None:
    long = Choice("a", "A very long name of a service that goes on and on")
    endless = Choice("b", "endless " * 40)
    found = pages([long, Choice("c", "Tax"), endless], True, 80, 18, 9)
    assert 0 < found[0].name < 9
    assert found[1].name == 9
    assert found[-1].name == 0


def test_letters_that_the_font_lacks_take_no_page_of_their_own() -> None:
    (page,) = pages([Choice("a", "🎉🎉"), Choice("b", "Tax")], False, 80, 18, 7)
    assert page.name == 7


def test_numbers_that_change_move_no_target() -> None:
    few, many = ([Choice("a", "Tax", f"{n} people ahead"), Choice("b", "Law")] for n in (1, 44))
    assert pages(few, True, 120, 24, 7) == pages(many, True, 120, 24, 7)


@pytest.mark.parametrize("space", SPACES)
def test_five_hundred_names_are_soon_arranged(space: tuple[int, int]) -> None:
    choices = [Choice(str(at), f"Service number {at} of this agency", "12 people ahead") for at in range(500)]
    pages(choices, True, *space, 9)
    start = perf_counter()
    pages(choices, True, *space, 9)
    assert perf_counter() - start < 0.2
