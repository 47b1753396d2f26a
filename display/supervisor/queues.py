"""The queues: how many wait for what and how long, and how that agrees with the targets."""

from datetime import datetime, timedelta

from textual.content import Content

from data.overview.views import Line
from data.texts import Words, mark
from display.parts.wording import waited
from display.supervisor.panel import cut
from display.supervisor.seen import Seen
from display.supervisor.table import Column, table
from display.supervisor.wording import TICKETS, share, signed

QUEUES = mark("Queues")
SERVICE, WAIT, LONGEST = mark("Service"), mark("Waiting"), mark("Longest")
WITHIN, OPEN, GIVEN = mark("On time"), mark("Windows"), mark("Tickets")
SOON = 2 / 3
"""The part of a target after which a wait is marked before it is missed; a target of nothing is never missed."""


def queues(seen: Seen, now: datetime, say: Words, width: int, height: int) -> list[Content]:
    """A line for each service; those that wait longest first where not all have room."""
    ordered = seen.overview.lines
    if len(ordered) > height - 2:
        ordered = sorted(ordered, key=lambda line: (line.oldest is None, line.oldest or now))
    columns = (
        Column(say(SERVICE), flexible=True),
        Column(say(WAIT), right=True),
        Column(say(LONGEST), right=True),
        Column(say(WITHIN), right=True, weight=1),
        Column(say(OPEN), right=True, weight=2),
        Column(say(GIVEN), weight=3),
    )
    return cut(QUEUES, table(columns, [_queue(line, seen, now, say) for line in ordered], width), height, say)


def _queue(line: Line, seen: Seen, now: datetime, say: Words) -> tuple[Content, ...]:
    quiet = "" if line.waiting else "$secondary"
    unserved = line.waiting and not line.windows
    return (
        Content.styled(seen.service(line.service), quiet),
        Content.styled(str(line.waiting), quiet or "bold"),
        _longest(line, now, say),
        Content.styled(share(line, seen.overview.today, say), quiet),
        Content.styled(f"□ {line.windows}" if unserved else str(line.windows), "bold $warning" if unserved else quiet),
        signed(TICKETS[line.tickets], "$secondary" if line.tickets in ("given", "hours") else "$warning", say),
    )


def _longest(line: Line, now: datetime, say: Words) -> Content:
    """The longest wait, with a sign where the target is near, and another where it is missed."""
    if line.oldest is None:
        return Content()
    wait = max(timedelta(0), now - line.oldest)
    if wait > line.target > timedelta(0):
        return Content.styled(f"■ {waited(wait, say)}", "bold $error")
    near = wait > SOON * line.target > timedelta(0)
    return Content.styled(f"◆ {waited(wait, say)}" if near else waited(wait, say), "bold $warning" if near else "")
