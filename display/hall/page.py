"""All that stands on the hall screen, from top to bottom."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from data.texts import Words, name, words
from display.hall.announcements import Shown
from display.hall.below import Below
from display.hall.line import Line
from display.hall.outage import Outage
from display.hall.plan import Plan, plan
from display.hall.seen import Seen
from display.hall.tiles import Tiles

HEAD = 16


class Page(Vertical):
    """The centre and the time; whether the numbers can be trusted; the newest calls; the rest; the head of the log."""

    def compose(self) -> ComposeResult:
        self.plan = plan(80, 24)
        self.centre, self.time, self.status = Line(id="centre"), Line(id="time"), Line(id="status")
        self.tiles, self.notice = Tiles(), Line(id="notice")
        self.below, self.head = Below(), Line(id="head")
        yield Horizontal(self.centre, self.time, id="top")
        yield from (self.status, self.tiles, self.notice, self.below, self.head)

    def share_out(self, plan: Plan) -> None:
        """Share out the rows by `plan`."""
        self.plan = plan
        self.tiles.styles.height = self.notice.styles.height = plan.rows + 2

    def show(self, shown: Shown, seen: Seen | None, outage: Outage | None, now: datetime, language: str) -> None:
        """Show all this in `language`."""
        say = words(language)
        self.tiles.display, self.notice.display = bool(shown.calls), not shown.calls
        self.notice.show(_notice(seen, outage, say))
        self.status.show(_status(seen, outage, say))
        self.status.set_class(bool(seen and outage), "-outage")
        if seen:
            self.centre.show(name(seen.centre.name, language))
            self.time.show(f"{now.astimezone(seen.centre.zone):%H:%M}")
            self.tiles.show(shown, self.plan, say)
            self.below.show(shown.calls[self.plan.tiles :], seen, language)
            self.head.show(f"{seen.board.revision}:{seen.board.head[:HEAD]}")


def _status(seen: Seen | None, outage: Outage | None, say: Words) -> str:
    if not (seen and outage):
        return ""
    since = f"{outage.since.astimezone(seen.centre.zone):%H:%M}"
    return say("No connection to the store. These numbers stand since {time}.", time=since)


def _notice(seen: Seen | None, outage: Outage | None, say: Words) -> str:
    if seen:
        return say("Welcome. Please take a ticket at the kiosk.")
    if outage is None:
        return say("Connecting…")
    reason = outage.refused and say(outage.refused.text, **outage.refused.values)
    return "\n".join([say("No connection to the store."), *([reason] if reason else [])])
