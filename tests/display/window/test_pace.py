"""Targets are said by a shape and a word, and by a colour besides."""

from datetime import timedelta
from pathlib import Path

import pytest

from data import setup, visitor
from data.centre import read
from data.store import Store
from data.texts import words
from display.window import pace
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.display.window import days
from tests.display.window.at_window import EACH_SIZE, at_window

SAY = words("en")
QUARTER = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("minutes", "wait", "service"),
    [
        (0, "● on time", ""),
        (9.99, "● on time", ""),
        (10, "◆ soon", "◆ Soon too long"),
        (14.99, "◆ soon", "◆ Soon too long"),
        (15, "■ late", "■ Too long"),
        (600, "■ late", "■ Too long"),
    ],
)
def test_the_last_third_of_a_target_is_soon_and_its_end_is_late(minutes: float, wait: str, service: str) -> None:
    span = timedelta(minutes=minutes)
    assert pace.wait(span, QUARTER, SAY).plain == wait
    assert pace.service(span, QUARTER, SAY).plain == service


def test_without_a_target_nothing_is_late() -> None:
    assert pace.wait(timedelta(days=1), timedelta(0), SAY).plain == "● on time"


def test_each_stands_in_a_colour_of_its_own() -> None:
    waits = [pace.wait(timedelta(minutes=minutes), QUARTER, SAY) for minutes in (0, 10, 15)]
    assert len({str(wait.spans[0].style) for wait in waits}) == 3


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_the_next_and_each_queue_say_how_they_stand(
    store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    days.free(store, clock)
    visitor.take(store, service="passport")
    async with at_window(store, clock, size=size) as operator:
        lines = operator.sees.splitlines()
        assert any("Identity card" in line and "2" in line and "◆ soon" in line for line in lines)
        assert any("Passport" in line and "1" in line and "● on time" in line for line in lines)
        clock.advance(minutes=3)
        visitor.take(store, service="passport")
        await operator.until_seen("■ late")
        assert sum("■ late" in line for line in operator.sees.splitlines()) == 2


async def test_a_ticket_too_long_in_hand_says_so(store: Store, clock: MovableClock) -> None:
    days.serving(store, clock)
    async with at_window(store, clock) as operator:
        assert "oo long" not in operator.sees
        clock.advance(minutes=20)
        await operator.until_seen("◆ Soon too long")
        clock.advance(minutes=9)
        await operator.until_seen("■ Too long")


async def test_steps_still_to_come_are_shown_in_hand(tmp_path: Path, clock: MovableClock) -> None:
    path = str(tmp_path / "steps.db")
    steps = CENTRE.replace('id = "tax"\n', 'id = "tax"\nthen = ["notary", "passport"]\n')
    setup.init(path, read(steps, "centre.toml"), clock=clock)
    with Store.open(path, clock=clock) as store:
        visitor.take(store, service="tax")
        async with at_window(store, clock, window=3) as operator:
            await operator.press("w", "c")
            await operator.until_seen("Tax", "Afterwards  Notary → Passport")
            await operator.press("s", "f")
            await operator.press("c")
            await operator.until_seen("● B001 called", "Afterwards  Passport")
