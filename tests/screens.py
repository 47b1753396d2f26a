"""What the tests of the screens share."""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from rich.style import Style
from textual import events
from textual.color import Color
from textual.keys import _character_to_key
from textual.pilot import Pilot


async def until(pilot: Pilot[Any], condition: Callable[[], object], seconds: float = 15) -> None:
    """Let the app work until `condition` holds; fail when it does not within `seconds`."""
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "the screen did not get there in time"
        await pilot.pause()
        await asyncio.sleep(0.01)


async def scan(pilot: Pilot[Any], code: str) -> None:
    """Hold `code` before the scanner, which types all of it at once, with Enter at the end."""
    driver = pilot.app._driver
    assert driver
    for key, sign in [*((_character_to_key(sign), sign) for sign in code), ("enter", "\r")]:
        event = events.Key(key, sign)
        event.set_sender(pilot.app)
        driver.send_message(event)
    await pilot.pause()


def text(pilot: Pilot[Any]) -> str:
    """The characters on the screen, a line a row."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def faint(pilot: Pilot[Any], least: float = 7) -> set[str]:
    """The text on the screen with less contrast than `least` to 1; lines and blocks are no text."""
    segments = [segment for strip in pilot.app.screen._compositor.render_strips() for segment in strip]
    return {
        segment.text.strip()
        for segment in segments
        if any(not ("\u2500" <= sign <= "\u259f" or sign.isspace()) for sign in segment.text)
        and (style := segment.style)
        and _contrast(style) < least
    }


def _contrast(style: Style) -> float:
    assert style.color
    assert style.bgcolor
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


def contrast(one: Color, other: Color) -> float:
    """How much lighter one is than the other, from 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
