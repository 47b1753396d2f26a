"""One zone of the hall, as all its screens show it at the same time."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from data.clock import SECOND, moment, reader
from data.refused import Refused
from data.zone import Zone
from display.parts.calls import turns
from display.parts.calls.announcements import Announcements
from display.parts.calls.outage import Outage
from display.parts.calls.seen import Seen, look
from display.web.bell import Bell
from display.web.hall.picture import Painter, Picture
from display.web.web import Web

if TYPE_CHECKING:
    from data.store import Store

SILENT_S = 5.0
"""A look that takes so long stands for a store that cannot be reached."""
KEPT_S = 60.0
"""It goes on for so long after its last screen: one that comes back has missed no call."""
SHORTEST = 0.01


class Show:
    """Looks whenever the store has changed, announces each new call, and has `picture` painted when it changes.

    Its screens differ in nothing: they flash together, and the work is the same for one as for a hundred.
    """

    def __init__(self, web: Web, zone: Zone, ended: "Callable[[Show], None]") -> None:
        self.zone = zone
        self.picture: Picture | None = None
        self._web = web
        self._now = reader(web.clock)
        self._paint = Painter(web.pages, web.live)
        self._announcements = Announcements()
        self._seen: Seen | None = None
        self._outage: Outage | None = None
        self._bell = Bell()
        self._screens: Counter[str] = Counter()
        self._left = monotonic()
        self._task = asyncio.get_running_loop().create_task(self._go_on())
        self._task.add_done_callback(lambda task: self._end(ended))

    @property
    def watched(self) -> bool:
        """Whether any screen shows it now."""
        return bool(self._screens)

    def watched_from(self, address: str) -> bool:
        """Whether a screen at this address shows it now."""
        return address in self._screens

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._task.done()

    def close(self) -> None:
        """End it."""
        self._task.cancel()

    @contextmanager
    def screen(self, address: str) -> Iterator[None]:
        """A screen at an address that shows it."""
        self._screens[address] += 1
        try:
            yield
        finally:
            self._screens -= Counter([address])  # keeps those only of which there are any
            self._left = monotonic()

    async def changed(self, seen: Picture | None, seconds: float) -> Picture | None:
        """The picture after the one that was `seen`: as soon as there is one, else after so many `seconds` as it is."""
        self._left = monotonic()
        if self.picture is seen and not self.over:
            await self._bell.wait(seconds)
        return self.picture

    async def _go_on(self) -> None:
        live, version = self._web.live, -1
        while self._screens or monotonic() - self._left < KEPT_S:
            if live.version != version:
                version = live.version
                await self._look()
            await live.changed(version, self._show())

    async def _look(self) -> None:
        live = self._web.live
        seen = None
        if not live.refused:
            with suppress(Refused, TimeoutError):
                async with asyncio.timeout(SILENT_S):
                    seen = await live.reading.ask(self._read)
        if seen is None:
            self._outage = self._outage or Outage(live.read_at)
        else:
            self._take(seen)

    def _read(self, store: "Store") -> Seen:
        return look(store, self._seen, self.zone)

    def _take(self, seen: Seen) -> None:
        self._seen, self._outage = seen, None
        self._announcements.dwell = seen.centre.hall.dwell / SECOND
        self._announcements.hear(seen.board.calls, seen.new, self._at())

    def _show(self) -> float:
        """Paint what is to be seen now; after how many seconds that changes by itself."""
        now = self._at()
        shown = self._announcements.at(now)
        picture = self._paint(shown, self._seen, self._outage, now)
        if picture != self.picture:
            self.picture = picture
            self._bell.ring()
        return max(SHORTEST, min(shown.wait or turns.SECONDS, turns.left(now)))

    def _at(self) -> datetime:
        return moment(self._now())

    def _end(self, ended: "Callable[[Show], None]") -> None:
        self._bell.ring()
        ended(self)
