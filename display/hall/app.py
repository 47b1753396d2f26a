"""The hall screen: the newest calls, those before, who waits, the time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from data.clock import Clock, micros
from display.hall.announcements import Announcements
from display.hall.outage import Outage
from display.hall.page import Page
from display.hall.plan import plan
from display.hall.seen import Seen, look
from display.parts.app import NovbeApp
from display.parts.line import Answered, Lost, Reading

if TYPE_CHECKING:
    from data.store import Store

LANGUAGE_TURN = 10
SILENT = 10.0
SHORTEST = 0.01


def run(open_store: "Callable[[], Store]", clock: Clock) -> int:
    """Show the hall until it is ended; the exit code."""
    app = HallApp(open_store, clock)
    app.run()
    return app.return_code or 0


class HallApp(NovbeApp):
    """Shows the board and announces each new call. Nobody touches it: it wakes when something is to change."""

    CSS_PATH = "hall.tcss"

    def __init__(self, open_store: "Callable[[], Store]", clock: Clock, language: str | None = None) -> None:
        super().__init__(open_store, clock, language)
        self._announcements = Announcements()
        self._revision: int | None = None
        self._seen: Seen | None = None
        self._outage: Outage | None = None
        self._alarm: Timer | None = None

    def compose(self) -> ComposeResult:
        self.page = Page()
        yield self.page

    def read(self, store: "Store") -> Seen:
        seen = look(store, self._revision)
        self._revision = seen.board.revision
        return seen

    def on_reading(self, message: Reading) -> None:
        self._take(message.value)

    def on_answered(self, message: Answered) -> None:
        self._take(message.value)

    def on_lost(self, message: Lost) -> None:
        self._outage = Outage(self.now(), message.refused)
        self.tick()

    def on_resize(self, event: events.Resize) -> None:
        self.page.share_out(plan(*event.size))
        self.call_after_refresh(self.tick)

    def tick(self) -> None:
        """Show what is to be seen now, and wake again when that changes."""
        now = self.now()
        self._mind_the_day(now)
        shown = self._announcements.at(now)
        self.language = self._language_at(now)
        self.page.show(shown, self._seen, self._outage or self._silence(now), now, self.language)
        turn = LANGUAGE_TURN - now.timestamp() % LANGUAGE_TURN
        self._wake_in(min(shown.wait or turn, turn))

    def _take(self, seen: Seen) -> None:
        self._seen, self._outage = seen, None
        self._announcements.hear(seen.board.calls, seen.new, self.now())
        self.tick()

    def _mind_the_day(self, now: datetime) -> None:
        """Read again when the service day has changed: what was on the board goes without an act."""
        if self._seen and self._seen.day != (day := self._seen.centre.service_day(micros(now))):
            self._seen = replace(self._seen, day=day)
            self.line.ask(self.read)

    def _language_at(self, now: datetime) -> str:
        languages = self._seen.centre.languages if self._seen else (self.language,)
        return languages[int(now.timestamp()) // LANGUAGE_TURN % len(languages)]

    def _silence(self, now: datetime) -> Outage | None:
        silent = self.line.silent()
        return Outage(now - timedelta(seconds=silent)) if silent > SILENT else None

    def _wake_in(self, seconds: float) -> None:
        if self._alarm:
            self._alarm.stop()
        self._alarm = self.set_timer(max(SHORTEST, seconds), self.tick)
