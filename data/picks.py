"""Which tickets can an operator pick by hand at a window?"""

from sqlalchemy import select

from data import lifecycle, turn, views
from data.clock import moment
from data.lifecycle import Act, State
from data.now import now
from data.records import Ticket
from data.store import Statement, Store
from data.tables import IS_WAITING, TICKET, WINDOW_SERVICE, given
from data.tickets import steps

MOST = 200
"""A list for the eye: who is further behind is found by number."""
WAITING = Statement(
    select(TICKET)
    .select_from(WINDOW_SERVICE)
    .join(TICKET, TICKET.c.service == WINDOW_SERVICE.c.service)
    .where(IS_WAITING, WINDOW_SERVICE.c.window == given("window"), TICKET.c.service_day == given("day"))
    .order_by(TICKET.c.place, TICKET.c.id)
    .limit(MOST)
)
NOT_COME = Statement(
    select(TICKET)
    .where(TICKET.c.service_day == given("day"), TICKET.c.state == State.NO_SHOW.value)
    .order_by(TICKET.c.acted_at.desc(), TICKET.c.id.desc())
    .limit(MOST)
)


def waiting(store: Store, *, window: int) -> tuple[views.Waiting, ...]:
    """Who waits for what the window serves, the first first; those who were put back a moment ago too."""
    with store.snapshot():
        current = now(store)
        serves = turn.services(store, window)
        rows = map(Ticket._make, store.all(WAITING, {"window": window, "day": current.day}))
        return tuple(_waiting(ticket) for ticket in rows if ticket.service in serves)


def not_come(store: Store) -> tuple[views.Waiting, ...]:
    """Who did not come, and may wait again; who has not come last is the first."""
    with store.snapshot():
        current = now(store)
        rows = map(Ticket._make, store.all(NOT_COME, {"day": current.day}))
        return tuple(_waiting(ticket) for ticket in rows if _may_wait_again(store, ticket, current.at))


def _may_wait_again(store: Store, ticket: Ticket, at: int) -> bool:
    span = lifecycle.span(Act.REVIVE, ticket, at, store.centre.rules)
    return span is not None and (span[1] is None or at <= span[1]) and bool(ticket.name)


def _waiting(ticket: Ticket) -> views.Waiting:
    return views.Waiting(ticket.name, ticket.service, ticket.class_, moment(ticket.arrival), steps(ticket))
