"""A code before the scanner of a kiosk."""

from textual import events

from tests.kiosk.kiosks import Kiosk
from tests.screens import until


async def scan(kiosk: Kiosk, text: str) -> None:
    """Hold a code before the scanner: keys in one burst, with Enter at the end."""
    kiosk.clock.advance(1)
    for sign in text:
        kiosk.app.post_message(events.Key(sign, sign))
    kiosk.app.post_message(events.Key("enter", "\r"))
    await until(kiosk.pilot, lambda: kiosk.app.visit.step != "looking")
    await kiosk.pilot.pause()
