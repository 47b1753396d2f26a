"""The focus goes where the arrow points."""

import pytest
from textual.geometry import Region

from kiosk.screen.moves import moved

PLACES = [Region(x, y, 40, 5) for y in (0, 5, 10) for x in (0, 40)]


@pytest.mark.parametrize(
    ("key", "at", "to"),
    [
        ("right", 0, 1),
        ("right", 1, 1),
        ("left", 1, 0),
        ("down", 0, 2),
        ("down", 5, 5),
        ("up", 3, 1),
        ("tab", 5, 0),
        ("shift+tab", 0, 5),
    ],
)
def test_a_key_leads_to_the_nearest_place_its_way(key: str, at: int, to: int) -> None:
    assert moved(key, at, PLACES) == to


def test_down_leads_to_the_nearest_in_the_next_row() -> None:
    assert moved("down", 1, [Region(0, 0, 40, 5), Region(40, 0, 40, 5), Region(0, 5, 40, 5)]) == 2


def test_other_keys_lead_nowhere() -> None:
    assert moved("enter", 0, PLACES) is None
