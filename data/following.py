"""What has become of the tickets that somebody follows? One read for all of them."""

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import func, literal_column, select

from data import lifecycle, ratings, tickets, views
from data.centre import Centre
from data.lifecycle import Act, State
from data.now import Now
from data.records import Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.tables import EVENT, IS_WAITING, TICKET, given

# Of every day: asked for one, SQLite would go through all tickets of that day rather than through those that wait.
RANKS = Statement(
    select(TICKET.c.id, TICKET.c.service, TICKET.c.service_day)
    .where(IS_WAITING)
    .order_by(TICKET.c.service, TICKET.c.service_day, TICKET.c.place, TICKET.c.id)
)
TOUCHED = Statement(
    select(EVENT.c.ticket_id).where(
        EVENT.c.revision > given("since"), EVENT.c.revision <= given("until"), EVENT.c.ticket_id.is_not(None)
    )
)
PURGED = Statement(
    select(func.max(EVENT.c.service_day)).where(
        EVENT.c.revision > given("since"), EVENT.c.revision <= given("until"), EVENT.c.act == literal_column("'purge'")
    )
)
HOLDERS = {"cancel": Act.CANCEL, "postpone": Act.POSTPONE}


class Standing(NamedTuple):
    """How many are ahead of each ticket that waits today, by its id; of which revision, service day and centre."""

    revision: int
    day: str
    centre: Centre
    ahead: Mapping[int, int]


class Found(NamedTuple):
    """A ticket as it is kept, and whether its visit was rated."""

    ticket: Ticket
    rated: bool


def standing(store: Store, current: Now) -> Standing:
    """How all stand who wait; inside a snapshot. It reads an index, and no more than who waits: 2,000 take 2 ms."""
    ahead: dict[int, int] = {}
    for (_, day), rows in groupby(store.all(RANKS), key=itemgetter(1, 2)):
        if day == current.day:
            ahead.update((row[0], before) for before, row in enumerate(rows))
    return Standing(current.revision, current.day, store.centre, ahead)


def touched(store: Store, since: int, until: int) -> list[Found]:
    """The tickets that the events after revision `since`, up to `until`, were about; inside a snapshot."""
    ids = {ticket_id for (ticket_id,) in store.all(TOUCHED, {"since": since, "until": until})}
    return [_found(store, ticket) for ticket_id in sorted(ids) if (ticket := tickets.by_id(store, ticket_id))]


def purged(store: Store, since: int, until: int) -> str:
    """Up to which service day codes were purged by the events after revision `since`, up to `until`; "" for none."""
    (day,) = store.one(PURGED, {"since": since, "until": until}) or (None,)
    return day or ""


def find(store: Store, code: str) -> Found | None:
    """The ticket of a code, in any way of writing it, None where there is none; inside a snapshot."""
    try:
        return _found(store, tickets.by_code(store, code))
    except Refused as refused:
        if refused.code != "unknown-code":
            raise
        return None


def _found(store: Store, ticket: Ticket) -> Found:
    return Found(ticket, ticket.state == State.SERVED and ratings.rated(store, ticket.id))


def followed(found: Found, among: Standing) -> views.Followed:
    """What the holder of a ticket is shown of it; what was left over of an earlier day has expired."""
    state = lifecycle.settled(found.ticket, among.day)
    ticket = found.ticket if state == found.ticket.state else found.ticket._replace(state=state)
    ahead = among.ahead.get(ticket.id) if state == State.WAITING else None
    return views.Followed(
        ticket=tickets.shown(among.centre, ticket, ahead),
        calls=ticket.calls,
        postpones=ticket.postpones,
        may=_may(ticket, among, rated=found.rated),
    )


def _may(ticket: Ticket, among: Standing, *, rated: bool) -> frozenset[str]:
    at, rules = ticket.acted_at, among.centre.rules  # none of these is bound to a time
    may = {name for name, act in HOLDERS.items() if lifecycle.span(act, ticket, at, rules)}
    if not rated and lifecycle.rateable(ticket, among.day):
        may.add("rate")
    return frozenset(may)
