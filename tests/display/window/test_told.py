"""What a supervisor tells a window is shown until it was read."""

import pytest

from data import desk, messages
from data.store import Store
from display.window.told import Told
from tests.clocks import MovableClock
from tests.display.window import days, staff
from tests.display.window.at_window import EACH_SIZE, at_window

LONG = "Please take passports first: window 1 closes at eleven, [b]the hall[/] is full,\nand it rains."


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_messages_are_shown_one_after_the_other_until_read(
    store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    days.called(store, clock)
    staff.hired(store)
    async with at_window(store, clock, size=size) as operator:
        await staff.sign_on(operator, "Rauf")
        messages.message(store, window=1, text=LONG, by=staff.leyla(store))
        messages.message(store, window=1, text="And smile.", by=staff.leyla(store))
        messages.message(store, window=2, text="Not for you.", by=staff.leyla(store))
        await operator.until_seen("10:32 Leyla: Please take passports", "+ 1 more", "m  Read")
        for word in LONG.split():
            assert word in operator.sees
        assert "smile" not in operator.sees
        await operator.press("m")
        await operator.until_seen("And smile.", "● The message has been read")
        assert "+ 1 more" not in operator.sees
        clock.advance(1)
        await operator.pilot.click(Told)
        await operator.until(lambda: "And smile." not in operator.sees)
        assert desk.read(store, window=1).messages == ()
        clock.advance(1)
        await operator.press("m")
        await operator.until_seen("! There is no message.")
        assert "Not for you" not in operator.sees
