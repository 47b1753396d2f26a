"""The stream of a ticket's page: what the page shows now, and again whenever that has changed."""

from collections.abc import AsyncIterator
from datetime import datetime, tzinfo
from functools import lru_cache

from data.clock import SECOND, micros, reader
from display.web.following import Following
from display.web.streams import PING, Event, Stream, written
from display.web.ticket.shown import Shown, When
from display.web.web import Web


def stream(web: Web, shown: Shown, following: Following, language: str) -> Stream:
    """The messages, the newest when one is asked for, until the code leads to no ticket any more.

    Between them the page hears that what it shows is still true, unless the store is away.
    """

    def beat() -> bytes:
        return PING if web.live.refused else written(Event(when(web).at, "beat"))

    return Stream(_messages(web, shown, following, language), beat=beat)


async def _messages(web: Web, shown: Shown, following: Following, language: str) -> AsyncIterator[bytes]:
    seen = following.now
    while not following.gone:
        yield b"data: %b\n\n" % shown.message(web.live.centre, seen, language, when(web))
        seen = await following.changed(seen)


def when(web: Web) -> When:
    """Of when what is shown is."""
    live = web.live
    age = (reader(web.clock)() - micros(live.read_at)) // SECOND if live.refused else 0
    return _when(live.read_at, live.centre.zone, max(0, age), live.refused is not None)


@lru_cache(1)  # thousands of pages ask at once
def _when(read_at: datetime, zone: tzinfo, age: int, lost: bool) -> When:
    return When(f"{read_at.astimezone(zone):%H:%M}", age, lost)
