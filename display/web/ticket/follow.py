"""The stream of a ticket's page: what the page shows now, and again whenever that has changed."""

from collections.abc import AsyncIterator

from data.clock import SECOND, micros, reader
from display.web.following import Following
from display.web.streams import Event
from display.web.ticket.shown import Shown, When
from display.web.web import Web

BEAT_S = 15.0
"""A page hears so often that what it shows is still true; its script cannot hear the pings of the stream."""


async def follow(web: Web, shown: Shown, following: Following, language: str) -> AsyncIterator[str | Event]:
    """The messages, the newest when one is asked for, until the code of the ticket is purged."""
    seen = following.now
    while seen.ticket.code:
        yield shown.message(web.live.centre, seen, language, when(web))
        newer = await following.changed(seen, BEAT_S)
        while newer is seen and not web.live.refused:
            yield Event(when(web).at, "beat")
            newer = await following.changed(seen, BEAT_S)
        seen = newer


def when(web: Web) -> When:
    """Of when what is shown is."""
    live = web.live
    age = (reader(web.clock)() - micros(live.read_at)) // SECOND
    return When(f"{live.read_at.astimezone(live.centre.zone):%H:%M}", max(0, age), live.refused is not None)
