"""The day so far: who came, how long they waited, and the curve of it."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.overview.views import Today
from data.texts import Words, mark
from display.parts.wording import heading, put, waited
from display.supervisor.seen import Seen
from display.supervisor.wording import CAME, CURVES, SUMMARY, WAIT, WAITS, WORKING

TODAY, NOTHING_YET = mark("Today"), mark("Nothing yet")


class Day(Vertical):
    """Figures in words over the curve."""

    _drawn: Today | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="figures")

    def show(self, seen: Seen, now: datetime, say: Words) -> None:
        """Draw what was last read; the curve only where the day was read anew."""
        put(self.query_one("#figures", Static), figures(seen, say))
        if self._drawn is seen.overview.today:
            return
        from display.supervisor.curve import Curve  # plotext: not before the first paint

        self._drawn = seen.overview.today
        curves = self.query(Curve)
        curve = curves.first() if curves else Curve()
        if not curves:
            self.mount(curve)
        curve.display = bool(seen.overview.today.curve)
        curve.show(seen)


def figures(seen: Seen, say: Words) -> Content:
    """How many came, were served and wait, and how long they waited."""
    today = seen.overview.today
    waiting = sum(line.waiting for line in seen.overview.lines)
    lines = [heading(say(TODAY)), Content(say(SUMMARY, arrived=today.arrived, served=today.served, waiting=waiting))]
    if today.mean is not None and today.p90 is not None:
        waits = say(WAITS, n=today.n, mean=waited(today.mean, say), p90=waited(today.p90, say))
        lines.append(Content.styled(waits, "$secondary"))
    below = say(CURVES, came=CAME, wait=WAIT, working=WORKING) if today.curve else say(NOTHING_YET)
    lines.append(Content.styled(below, "$secondary"))
    return Content("\n").join(lines)
