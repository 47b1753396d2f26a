"""The events, read in order."""

from collections.abc import Iterator

from sqlalchemy import select

from data import views
from data.clock import moment
from data.lifecycle import CALLS
from data.records import Event
from data.store import Statement, Store
from data.tables import EVENT, TICKET, given

PAGE = 500
AFTER = Statement(
    select(EVENT).where(EVENT.c.revision > given("since")).order_by(EVENT.c.revision).limit(given("page"))
)
CALLS_AFTER = Statement(
    select(EVENT.c.ticket, EVENT.c.window, EVENT.c.at, EVENT.c.revision, EVENT.c.service, TICKET.c.language)
    .join(TICKET, TICKET.c.id == EVENT.c.ticket_id)
    .where(EVENT.c.revision > given("since"), EVENT.c.act.in_(sorted(CALLS)))
    .order_by(EVENT.c.revision)
    .limit(given("page"))
)
ONE = Statement(select(EVENT).where(EVENT.c.revision == given("revision")))
HISTORY = Statement(select(EVENT).where(EVENT.c.ticket_id == given("ticket_id")).order_by(EVENT.c.revision))


def events(store: Store, *, since: int = 0) -> Iterator[Event]:
    """The events after revision `since`, oldest first; read in pages, so that no snapshot stays open."""
    while True:
        with store.snapshot():
            page = after(store, since)
        yield from page
        if len(page) < PAGE:
            return
        since = page[-1].revision


def calls(store: Store, *, since: int) -> tuple[views.Call, ...]:
    """The calls, recalls and resumes after revision `since`, oldest first; those undone later are among them."""
    found: list[views.Call] = []
    while True:
        with store.snapshot():
            page = store.all(CALLS_AFTER, {"since": since, "page": PAGE})
        found += (
            views.Call(ticket, window, moment(at), revision, *rest) for ticket, window, at, revision, *rest in page
        )
        if len(page) < PAGE:
            return tuple(found)
        since = page[-1][3]


def after(store: Store, since: int) -> list[Event]:
    """A page of the events after `since`; inside a snapshot or a transaction."""
    return [Event._make(row) for row in store.all(AFTER, {"since": since, "page": PAGE})]


def one(store: Store, revision: int) -> Event | None:
    """The event of a revision; inside a snapshot or a transaction."""
    row = store.one(ONE, {"revision": revision})
    return Event._make(row) if row else None


def history(store: Store, ticket_id: int) -> list[Event]:
    """All events of one ticket, oldest first; inside a snapshot or a transaction."""
    return [Event._make(row) for row in store.all(HISTORY, {"ticket_id": ticket_id})]
