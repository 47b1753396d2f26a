"""The operator's way through a day, by keyboard alone and by mouse alone."""

import pytest

from data import visitor
from data.store import Store
from tests.clocks import MovableClock
from tests.display.window.at_window import SIZES, at_window


@pytest.mark.parametrize("size", SIZES)
async def test_open_call_start_next_by_keyboard_alone(store: Store, clock: MovableClock, size: tuple[int, int]) -> None:
    for _ in range(2):
        visitor.take(store, service="id-card")
    clock.advance(minutes=12)
    async with at_window(store, clock, size=size) as operator:
        assert "Closed" in operator.sees
        await operator.press("enter")
        await operator.until_seen("The window is open", "A001", "12 min", "Identity card")
        await operator.press("n")
        await operator.until_seen("A001 called")
        clock.advance(30)
        await operator.press("n")
        await operator.until_seen("A001 is being served")
        clock.advance(300)
        await operator.press("n")
        await operator.until_seen("A001 served · A002 called")
        assert operator.hand == ("A002", "called")
