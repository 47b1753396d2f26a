"""What the tests of the screens share."""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.pilot import Pilot


async def until(pilot: Pilot[Any], condition: Callable[[], object], seconds: float = 5) -> None:
    """Let the app work until `condition` holds; fail when it does not within `seconds`."""
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "the screen did not get there in time"
        await pilot.pause()
        await asyncio.sleep(0.01)


def text(pilot: Pilot[Any]) -> str:
    """The characters on the screen, a line a row."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
