"""All that stands on the hall screen, from top to bottom."""

from datetime import datetime

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from data.texts import name, words
from display.hall import news
from display.hall.announcer import OFF
from display.hall.below import Below
from display.hall.line import Line
from display.hall.notice import Notice
from display.hall.plan import AROUND, SIDES, Plan, plan
from display.hall.tiles import Tiles
from display.parts.calls import turns
from display.parts.calls.announcements import Shown
from display.parts.calls.outage import Outage
from display.parts.calls.seen import Seen
from display.parts.calls.sentences import notice, standing

HEAD = 16


class Page(Vertical):
    """The centre and the time; whether the numbers can be trusted; the newest calls; the rest; news; the log's head."""

    def compose(self) -> ComposeResult:
        self.plan = plan(80, 24)
        self.centre, self.sound, self.time = Line(id="centre"), Line(id="sound"), Line(id="time")
        self.status, self.tiles, self.notice = Line(id="status"), Tiles(), Notice(id="notice")
        self.below, self.news, self.head = Below(), Line(id="news"), Line(id="head")
        yield Horizontal(self.centre, self.sound, self.time, id="top")
        yield from (self.status, self.tiles, self.notice, self.below, self.news, self.head)

    def share_out(self, plan: Plan) -> None:
        """Share out the rows by `plan`."""
        self.plan = plan
        self.tiles.share_out(plan)
        self.below.set_class(plan.tall, "-tall")

    def show(
        self, shown: Shown, seen: Seen | None, outage: Outage | None, now: datetime, language: str, silent: bool
    ) -> None:
        """Show all this in `language`; with a mark where the calls are `silent`."""
        say = words(language)
        closed = bool(seen and seen.closed and not shown.announced)
        self._tell(notice(seen, outage, now, say), bool(seen), closed, bool(shown.calls))
        self.status.show(standing(seen, outage, say))
        self.status.set_class(bool(seen and outage), "-outage")
        if seen:
            self.centre.show(name(seen.centre.name, language))
            self._mark(self.sound, say(OFF) if silent else "")
            self.time.show(f"{now.astimezone(seen.centre.zone):%H:%M}")
            self.tiles.show(shown, self.plan, say)
            self.below.show(shown.calls[self.plan.tiles :], seen, language, turns.turn(now))
            self._tell_news(seen, turns.turn(now))
            self.head.show(f"{seen.board.revision}:{seen.board.head[:HEAD]}")

    def _tell(self, text: str, large: bool, closed: bool, calls: bool) -> None:
        """The notice in place of the tiles, or of all that is below as well when it is closed."""
        self.tiles.display = calls and not closed
        self.notice.display = not self.tiles.display
        self.below.display = not closed
        if self.notice.display:
            rows = self.size.height - AROUND if closed else self.plan.rows + 2
            self.notice.tell(text, max(2, self.size.width - SIDES), max(1, rows), large)

    def _tell_news(self, seen: Seen, turn: int) -> None:
        text = news.line(seen.centre.about.news, seen.languages, self.size.width - SIDES, turn)
        self.news.display = bool(text)
        self.news.show(text)

    @staticmethod
    def _mark(line: Line, text: str) -> None:
        line.display = bool(text)
        line.styles.width = cell_len(text) + 4
        line.show(text)
