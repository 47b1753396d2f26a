"""A whole day, from the first booking to its closing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from tests.clocks import MovableClock
from tests.day.arrivals import everybody
from tests.day.at_windows import AtWindow
from tests.day.centre import LATE_SHIFT, OPERATORS, open_store
from tests.day.hall import Hall
from tests.day.script import EPOCH, Script, Steps, at_clock
from tests.day.supervisor import Supervisor

CRASHES = {5: (11.0, "called"), 9: (15.4, "serving")}


@contextmanager
def day(url: str, *, guests: int, seed: int = 1) -> Iterator[tuple[Script, list[Hall]]]:
    """What was done on the day, and the hall screens that there were."""
    clock = MovableClock(EPOCH + timedelta(microseconds=at_clock(-12)))
    with open_store(url, clock) as store:
        script = Script(store, url, clock, seed, guests)
        everybody(script)
        places = [AtWindow(script, n, name) for n, name in enumerate(OPERATORS, 1)]
        for place in places:
            place.crash = CRASHES.get(place.number)
            script.begin(at_clock(8.8), place.day())
        for place, name in zip(places, LATE_SHIFT, strict=False):
            place.late = name
        Supervisor(script, places).plan()
        halls: list[Hall] = []
        for begins, ends in ((8.5, 13.2), (13.25, 19)):
            script.begin(at_clock(begins), hall(script, halls, ends))
        script.run()
        yield script, halls


def hall(script: Script, halls: list[Hall], ends: float) -> Steps:
    """A hall screen from now until an hour."""
    screen = Hall(script)
    halls.append(screen)
    script.begin(script.now, screen.watch())
    yield script.until(ends)
    screen.die()
