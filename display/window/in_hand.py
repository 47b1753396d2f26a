"""The ticket in hand, or what to do while there is none."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.texts import Words, mark
from data.views import InHand
from display.parts.big import BigText
from display.parts.wording import class_words, heading, put, spread, ticking, waited
from display.window import pace
from display.window.seen import Seen

STATES = {"called": mark("Called"), "serving": mark("Being served")}
SINCE = {"called": mark("Called for"), "serving": mark("Being served for")}
WAITED, CALLS, SPEAKS, REASON = mark("Waited"), mark("Calls"), mark("Language"), mark("Reason")
STEPS, THEN = mark("Afterwards"), " → "
BREAK, COME_BACK = mark("On a break since {time}"), mark("Press n or p to come back.")
CLOSED, FREE = mark("The window is closed"), mark("Nothing in hand")
TO_OPEN, TO_CALL = mark("Press n, w or Enter to open it."), mark("Press n to call the next ticket.")
NOBODY = mark("Nobody is waiting.")


def advice(seen: Seen) -> tuple[str, str]:
    """What stands in place of a ticket: how things are, and what to do."""
    if seen.desk.state != "open":
        return CLOSED, TO_OPEN
    return FREE, TO_CALL if seen.desk.next else NOBODY


def facts(ticket: InHand, seen: Seen, now: datetime, say: Words, width: int) -> Content:
    """How long it waited and has been as it is, where it goes after this, how often it was called, in which language,
    why it has its class."""
    since = now - (ticket.started_at or ticket.called_at)
    label = lambda text: Content.styled(say(text), "$secondary")  # noqa: E731
    rows = [
        (label(WAITED), waited(ticket.called_at - ticket.arrival, say)),
        (pace.service(since, seen.long_in_hand, say) or label(SINCE[ticket.state]), ticking(since)),
        *([(label(STEPS), THEN.join(map(seen.service, ticket.steps)))] if ticket.steps else []),
        (label(CALLS), str(ticket.calls)),
        (label(SPEAKS), seen.speaks),
        *([(label(REASON), seen.reason)] if seen.reason else []),
    ]
    column = max(name.cell_length for name, _ in rows) + 2
    lines = [name.pad_right(column - name.cell_length) + Content.styled(value, "bold") for name, value in rows]
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
        ticket, pause = seen.desk.in_hand, seen.desk.pause_since
        self.set_class(ticket is None, "-empty")
        self.set_class(pause is not None, "-break")
        self.query_one(BigText).value = ticket.ticket if ticket else waited(now - pause, say) if pause else ""
        state, service, known = self._texts(seen, now, say)
        for name, content in ("state", state), ("service", service), ("facts", known):
            put(self.query_one(f"#{name}", Static), content)

    def _texts(self, seen: Seen, now: datetime, say: Words) -> tuple[Content, Content, Content]:
        ticket, width = seen.desk.in_hand, self.content_size.width
        if ticket is None and seen.desk.pause_since:
            since = say(BREAK, time=seen.clock(seen.desk.pause_since))
            return heading(since), Content(seen.pause), Content(say(COME_BACK))
        if ticket is None:
            state, advised = advice(seen)
            return heading(say(state)), Content(say(advised)), Content()
        state = spread(heading(say(STATES[ticket.state])), class_words(ticket.class_, say), width)
        service = Content(seen.service(ticket.service)).truncate(2 * width, ellipsis=True)
        return state, service, facts(ticket, seen, now, say, width)
