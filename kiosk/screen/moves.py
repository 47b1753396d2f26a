"""Where does the focus go?"""

from collections.abc import Sequence

from textual.geometry import Region

MOVES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
STEPS = {"tab": 1, "shift+tab": -1}


def moved(key: str, at: int, places: Sequence[Region]) -> int | None:
    """The place that `key` leads to from place `at`: an arrow, or on in the order of reading. None for other keys."""
    if key in STEPS:
        return (at + STEPS[key]) % len(places)
    if key not in MOVES:
        return None
    across, down = MOVES[key]
    here = places[at]
    beyond = [there for there in places if _beyond(here, there, across, down)]
    return places.index(min(beyond, key=lambda there: _distance(here, there, across))) if beyond else at


def _beyond(here: Region, there: Region, across: int, down: int) -> bool:
    if across:
        return (there.x - here.x) * across > 0 and there.y < here.bottom and here.y < there.bottom
    return (there.y - here.y) * down > 0


def _distance(here: Region, there: Region, across: int) -> tuple[int, int]:
    aside, away = abs(there.x - here.x), abs(there.y - here.y)
    return (aside, away) if across else (away, aside)
