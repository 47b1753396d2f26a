"""The ticket in hand, or what to do while there is none."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.texts import Words, mark
from data.views import InHand
from display.parts.big import BigText
from display.window.seen import Seen
from display.window.wording import class_words, heading, put, spread, ticking, waited

STATES = {"called": mark("Called"), "serving": mark("Being served")}
SINCE = {"called": mark("Called for"), "serving": mark("Being served for")}
WAITED, CALLS, SPEAKS, REASON = mark("Waited"), mark("Calls"), mark("Language"), mark("Reason")
CLOSED, FREE = mark("The window is closed"), mark("Nothing in hand")
TO_OPEN, TO_CALL = mark("Press n, w or Enter to open it."), mark("Press n to call the next ticket.")
NOBODY = mark("Nobody is waiting.")


def advice(seen: Seen) -> tuple[str, str]:
    """What stands in place of a ticket: how things are, and what to do."""
    if seen.desk.state != "open":
        return CLOSED, TO_OPEN
    return FREE, TO_CALL if seen.desk.next else NOBODY


def facts(ticket: InHand, seen: Seen, now: datetime, say: Words, width: int) -> Content:
    """How long it waited and has been as it is, how often it was called, in which language, why it has its class."""
    began = ticket.started_at or ticket.called_at
    rows = {
        say(WAITED): waited(ticket.called_at - ticket.arrival, say),
        say(SINCE[ticket.state]): ticking(now - began),
        say(CALLS): str(ticket.calls),
        say(SPEAKS): seen.speaks,
    }
    if seen.reason:
        rows[say(REASON)] = seen.reason
    column = max(map(len, rows)) + 2
    lines = [Content.assemble((label.ljust(column), "$secondary"), (value, "bold")) for label, value in rows.items()]
    return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)


class Hand(Vertical):
    """The left-hand side of the screen."""

    def compose(self) -> ComposeResult:
        yield Static(id="state")
        yield BigText(id="ticket")
        yield Static(id="service")
        yield Static(id="facts")

    def show(self, seen: Seen, now: datetime, say: Words) -> None:
        """Draw what was last read, as it stands `now`."""
        ticket = seen.desk.in_hand
        self.set_class(ticket is None, "-empty")
        self.query_one(BigText).value = ticket.ticket if ticket else ""
        state, service, known = self._texts(seen, now, say)
        for name, content in ("state", state), ("service", service), ("facts", known):
            put(self.query_one(f"#{name}", Static), content)

    def _texts(self, seen: Seen, now: datetime, say: Words) -> tuple[Content, Content, Content]:
        ticket, width = seen.desk.in_hand, self.content_size.width
        if ticket is None:
            state, advised = advice(seen)
            return heading(say(state)), Content(say(advised)), Content()
        state = spread(heading(say(STATES[ticket.state])), class_words(ticket.class_, say), width)
        service = Content(seen.service(ticket.service)).truncate(2 * width, ellipsis=True)
        return state, service, facts(ticket, seen, now, say, width)
