"""Who is next, how many wait for what, and who is on hold."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual import events
from textual.content import Content
from textual.widgets import Static

from data.texts import Words, mark
from data.views import Queue, Waiting
from display.parts.wording import class_words, heading, put, spread, waited
from display.window import pace
from display.window.seen import Seen

NEXT, WAITING, ON_HOLD = mark("Next"), mark("Waiting"), mark("On hold")
NOBODY = mark("Nobody is waiting")
MORE = mark("+ {n} more")
LONGEST = mark("longest")
WIDE, COLUMN, GAP = 60, 16, 2


def lines(seen: Seen, now: datetime, say: Words, width: int, height: int) -> list[Content]:
    """All that fits into `width` and `height`; of a list that does not, how many more there are."""
    desk = seen.desk
    upper = [heading(say(NEXT)), *_next(seen, now, say, width), Content()]
    waiting = [_queue(queue, seen, say, width) for queue in desk.queues]
    held = [_held(ticket, seen, now, say, width) for ticket in desk.on_hold]
    room = height - len(upper) - (3 if held else 1)
    for_held = min(len(held), max(2, room // 3, room - len(waiting)))
    total = Content.styled(str(sum(queue.waiting for queue in desk.queues)), "bold")
    oldest = Content.styled(say(LONGEST), "$secondary")
    numbers = _numbers(heading(say(WAITING)), total, oldest, Content(), say, width)
    shown = [*upper, numbers, *some(waiting, room - for_held, say)]
    return [*shown, Content(), heading(say(ON_HOLD)), *some(held, for_held, say)] if held else shown


def some(rows: Sequence[Content], room: int, say: Words) -> list[Content]:
    """As many rows as there is room for; the last says how many more there are."""
    if len(rows) <= room:
        return list(rows)
    shown = max(0, room - 1)
    return [*rows[:shown], Content.styled(say(MORE, n=len(rows) - shown), "$secondary")][:room]


def _next(seen: Seen, now: datetime, say: Words, width: int) -> list[Content]:
    ticket = seen.desk.next
    if ticket is None:
        return [Content(say(NOBODY))]
    who = Content.assemble((ticket.ticket, "bold $primary"), "  ", class_words(ticket.class_, say))
    wait = now - ticket.arrival
    service = Content(seen.service(ticket.service))
    kept = pace.wait(wait, seen.targets.get(ticket.service, timedelta(0)), say)
    return [spread(who, Content(waited(wait, say)), width), spread(service, _in_column(kept, say), width)]


def _queue(queue: Queue, seen: Seen, say: Words, width: int) -> Content:
    style = "" if queue.waiting else "$secondary"
    oldest = kept = Content()
    if queue.oldest_wait_s is not None:
        wait = timedelta(seconds=queue.oldest_wait_s)
        oldest, kept = Content(waited(wait, say)), pace.wait(wait, seen.targets.get(queue.service, timedelta(0)), say)
    name = Content.styled(seen.service(queue.service), style)
    return _numbers(name, Content.styled(str(queue.waiting), style or "bold"), oldest, kept, say, width)


def _numbers(name: Content, number: Content, oldest: Content, kept: Content, say: Words, width: int) -> Content:
    """A name, how many wait, the longest wait where there is room for it, and how that stands to its target."""
    longest = oldest.pad_left(max(0, COLUMN - oldest.cell_length)) if width >= WIDE else Content()
    return spread(name, Content.assemble(number, longest, " " * GAP, _in_column(kept, say)), width)


def _in_column(kept: Content, say: Words) -> Content:
    return kept.pad_right(max(0, pace.column(say) - kept.cell_length))


def _held(ticket: Waiting, seen: Seen, now: datetime, say: Words, width: int) -> Content:
    who = Content.assemble((ticket.ticket, "bold"), "  ", Content(seen.service(ticket.service)))
    return spread(who, Content(waited(now - ticket.arrival, say)), width)


class Queues(Static):
    """The right-hand side of the screen."""

    seen: Seen | None = None

    def show(self, seen: Seen, now: datetime, say: Words) -> None:
        """Draw what was last read, as it stands `now`."""
        self.seen, self.drawn_at, self.say = seen, now, say
        width, height = self.content_size
        put(self, Content("\n").join(lines(seen, now, say, width, height)))

    def on_resize(self, event: events.Resize) -> None:
        if self.seen:
            self.show(self.seen, self.drawn_at, self.say)
