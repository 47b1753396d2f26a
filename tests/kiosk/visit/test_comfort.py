"""What a visitor sets, and the height that letters have then."""

from math import radians, tan

import pytest
from pydantic import TypeAdapter

from data.centre.entries import Kiosk
from data.centre.faults import Fault
from data.centre.values import Id
from display.parts import glyphs
from kiosk.visit.comfort import CONTRAST, LOUDER, QUIETER, Comfort, capital, required, start
from kiosk.visit.question import READ, SETTINGS
from tests.kiosk.centres import a_centre

ROWS = [24, 34, 60]
PLACES = [(600, 9), (600, 4), (1000, 9), (1000, 5), (1500, 4), (300, 12)]


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(("distance", "cell"), PLACES)
def test_large_capitals_span_seven_tenths_of_a_degree(distance: int, cell: int, rows: int) -> None:
    high = capital("large", Kiosk(distance=distance, cell=cell), rows)
    letter = glyphs.glyph("H", min(high, glyphs.LARGEST))
    assert letter
    assert len(letter.rows) * cell / 2 >= distance * tan(radians(0.7))


def test_the_height_that_is_required() -> None:
    assert required(Kiosk()) == 2  # 7.33 mm, and half a cell is 4.5 mm
    assert required(Kiosk(distance=1000, cell=4)) == 7  # 12.22 mm


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(("distance", "cell"), PLACES)
def test_the_steps_rise(distance: int, cell: int, rows: int) -> None:
    kiosk = Kiosk(distance=distance, cell=cell)
    assert 0 == capital("small", kiosk, rows) < capital("medium", kiosk, rows) < capital("large", kiosk, rows)


def test_each_tool_changes_one_thing() -> None:
    comfort = Comfort()
    assert comfort.after("text:large") == Comfort("large")
    assert comfort.after("do:contrast") == Comfort(contrast=True)
    assert Comfort(contrast=True).after("do:contrast") == comfort
    assert comfort.after("do:louder") == Comfort(volume=4)
    assert comfort.after("do:quieter") == Comfort(volume=2)
    assert comfort.after("do:read") is None


def test_the_volume_has_ends() -> None:
    assert Comfort(volume=5).after("do:louder") == Comfort(volume=5)
    assert Comfort(volume=0).after("do:quieter") == Comfort(volume=0)


def test_one_key_leads_through_the_sizes() -> None:
    sizes = [Comfort("small"), Comfort("medium"), Comfort("large")]
    assert [comfort.next_text for comfort in sizes] == ["medium", "large", "small"]


def test_a_visit_begins_as_the_centre_file_says() -> None:
    from data import centre

    given = a_centre({"Only": ["One"]})
    large = given.model_copy(update={"kiosk": Kiosk(text="large")})
    assert start(given) == Comfort("small")
    assert start(large) == Comfort("large")
    assert centre.default().kiosk.text == "small"


@pytest.mark.parametrize("tool", [CONTRAST, LOUDER, QUIETER, READ, SETTINGS])
def test_no_service_and_no_agency_can_have_the_id_of_a_tool(tool: str) -> None:
    with pytest.raises((Fault, ValueError)):
        TypeAdapter(Id).validate_python(tool)
