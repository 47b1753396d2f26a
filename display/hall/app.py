"""The hall screen: the newest calls, those before, who waits, the time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from data.clock import SECOND, Clock, micros
from data.refused import Refused, mark
from data.texts import words
from data.zone import WHOLE, Zone
from display.hall.announcer import Announcer
from display.hall.page import Page
from display.hall.plan import plan
from display.hall.watchdog import Watchdog
from display.parts.app import NovbeApp
from display.parts.beats import at_terminal
from display.parts.calls import turns
from display.parts.calls.announcements import Announcements, Shown
from display.parts.calls.outage import Outage
from display.parts.calls.seen import Seen, look
from display.parts.line import Answered, Lost, Reading

if TYPE_CHECKING:
    from data.store import Store
    from display.hall.speaker import Said

LOOKS = 2.0
"""Seconds between two looks whether the store still answers; with SILENT well under 10."""
SILENT = 7.0
SHORTEST = 0.01
MINUTE = 60 * SECOND
STANDS = mark("This screen has stood still since {time}.")


@dataclass(frozen=True, slots=True)
class Hall:
    """Which `zone` of the building a hall screen shows; without sound where it is `mute`; own recorded `clips`."""

    zone: Zone = WHOLE
    mute: bool = False
    clips: Path | None = None


def run(open_store: "Callable[[], Store]", clock: Clock, hall: Hall, tell: Callable[[Refused], object]) -> int:
    """Show the hall until it is ended; the exit code. Raises Refused `unknown-window` and `unknown-service`.

    What was amiss meanwhile, and is not seen on the screen, is told once that is left.
    """
    app = HallApp(open_store, clock, hall=hall)
    app.line.source = at_terminal("hall")
    app.run()
    if app.refused:
        raise app.refused
    if app.announcer.unrecorded:
        tell(app.announcer.unrecorded)
    return app.return_code or 0


class HallApp(NovbeApp):
    """Shows the board and announces each new call. Nobody touches it: it wakes when something is to change.

    `refused` says why it ended by itself: the centre has no such window or service.
    """

    CSS_PATH = "hall.tcss"
    LEAST = (60, 24)

    def __init__(
        self, open_store: "Callable[[], Store]", clock: Clock, language: str | None = None, hall: Hall | None = None
    ) -> None:
        super().__init__(open_store, clock, language)
        self.refused: Refused | None = None
        self.announcer = Announcer(self.post_message, mute=bool(hall and hall.mute), clips=hall and hall.clips)
        self.watchdog = Watchdog(self._standing)
        self._zone = hall.zone if hall else WHOLE
        self._announcements = Announcements()
        self._before: Seen | None = None
        self._seen: Seen | None = None
        self._asked_at = 0
        self._outage: Outage | None = None
        self._alarm: Timer | None = None
        self._beaten = self.now()

    def compose(self) -> ComposeResult:
        self.page = Page()
        yield self.page

    def read(self, store: "Store") -> Seen | Refused:
        try:
            self._before = look(store, self._before, self._zone)
        except Refused as refused:
            if refused.of_store:
                raise
            return refused
        return self._before

    def on_ready(self) -> None:
        self.set_interval(LOOKS, self._beat)
        if not self.is_headless:
            self.watchdog.start()

    def on_unmount(self) -> None:
        self.watchdog.close()
        self.announcer.close()

    def on_reading(self, message: Reading) -> None:
        self._take(message.value)

    def on_answered(self, message: Answered) -> None:
        self._take(message.value)

    def on_lost(self, message: Lost) -> None:
        self._outage = Outage(self.now(), message.refused)
        self.tick()

    def on_said(self, message: "Said") -> None:
        self.announcer.said(message)
        self._announcements.release(message.call)
        self.tick()

    def on_resize(self, event: events.Resize) -> None:
        self.page.share_out(plan(*event.size))
        self.call_after_refresh(self.tick)

    def tick(self) -> None:
        """Show what is to be seen now, and wake again when that changes."""
        if not self.shows(Page):
            return
        now = self.now()
        self._mind_the_minute(now)
        shown = self._announcements.at(now)
        self._have_said(shown, now)
        self.language = self._language_at(now)
        outage = self._outage or self._silence(now)
        self.page.show(shown, self._seen, outage, now, self.language, self.announcer.silent is not None)
        self._wake_in(min(shown.wait or turns.SECONDS, turns.left(now)))

    def _take(self, seen: Seen | Refused) -> None:
        if isinstance(seen, Refused):
            self.refused = seen
            self.exit()
            return
        self._seen, self._outage = seen, None
        self._announcements.dwell = seen.centre.hall.dwell / SECOND
        self._announcements.hear(seen.board.calls, seen.new, self.now())
        self.tick()

    def _have_said(self, shown: Shown, now: datetime) -> None:
        if self._seen and self.announcer.keep_up(shown, self._seen.centre, now):
            self._announcements.hold(shown)

    def _mind_the_minute(self, now: datetime) -> None:
        """Read again each minute: a day ends, services open and close, without an act."""
        minute = micros(now) // MINUTE
        if self._seen and self._asked_at != minute != micros(self._seen.at) // MINUTE:
            self._asked_at = minute
            self.line.ask(self.read)

    def _language_at(self, now: datetime) -> str:
        languages = self._seen.languages if self._seen else (self.language,)
        return languages[turns.turn(now) % len(languages)]

    def _silence(self, now: datetime) -> Outage | None:
        silent = self.line.silent()
        return Outage(now - timedelta(seconds=silent)) if silent > SILENT else None

    def _beat(self) -> None:
        """Tell the watchdog that the screen lives, and the screen when the store no longer does."""
        self._beaten = self.now()
        if self.watchdog.beat():
            self.refresh(layout=True)
        if self._seen and not self._outage and self.line.silent() > SILENT:
            self.tick()

    def _standing(self) -> str:
        zone = self._seen.centre.zone if self._seen else None
        return words(self.language)(STANDS, time=self._beaten.astimezone(zone).time())

    def _wake_in(self, seconds: float) -> None:
        if self._alarm:
            self._alarm.stop()
        self._alarm = self.set_timer(max(SHORTEST, seconds), self.tick)
