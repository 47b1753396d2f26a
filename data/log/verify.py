"""Is the log untouched, and is every ticket what the log says?"""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import select

from data import outcomes
from data.lifecycle import Act
from data.log import chain
from data.log.events import PAGE, after
from data.log.follow import Follow
from data.log.purged import Purged
from data.log.replay import replay
from data.log.windows import Fault
from data.records import Event, Ticket
from data.store import Statement, Store
from data.tables import EVENT, NOTE, STORE, TICKET, given

TICKETS = Statement(select(TICKET).where(TICKET.c.id > given("since")).order_by(TICKET.c.id).limit(given("page")))
HISTORIES = Statement(
    select(EVENT)
    .where(EVENT.c.ticket_id > given("since"), EVENT.c.ticket_id <= given("until"))
    .order_by(EVENT.c.ticket_id, EVENT.c.revision)
)
WITHOUT_TICKET = Statement(
    select(EVENT.c.revision)
    .join(TICKET, TICKET.c.id == EVENT.c.ticket_id, isouter=True)
    .where(EVENT.c.ticket_id.is_not(None), TICKET.c.id.is_(None))
    .order_by(EVENT.c.revision)
    .limit(given("page"))
)
NOTES = Statement(select(NOTE).where(NOTE.c.revision > given("since"), NOTE.c.revision <= given("until")))
PURGES = Statement(
    select(EVENT.c.revision, EVENT.c.service_day)
    .where(EVENT.c.act == Act.PURGE.value, EVENT.c.revision > given("since"))
    .order_by(EVENT.c.revision)
)
NEWEST = Statement(select(STORE.c.revision, STORE.c.head))
UNREADABLE = (AttributeError, KeyError, OverflowError, TypeError, ValueError)
BEGINNING = -(2**63)


def verify(store: Store, *, head: tuple[int, str] | None = None) -> outcomes.Verdict:
    """Follow the chain from the first event, then replay every ticket and compare it with the store.

    `head` is a revision and its digest, noted outside: only that finds a tail that was rewritten as a whole. Reads in
    pages, so that a centre can go on working. The verdict names the first revision that is wrong.
    """
    faults = [fault for fault in (_chain(store, head), _tickets(store), _without_ticket(store)) if fault]
    with store.snapshot():
        revision, digest = store.one(NEWEST) or (0, "")
    error = "revision {}: {}".format(*min(faults)) if faults else None
    return outcomes.Verdict(ok=not faults, revision=revision, head=digest, error=error)


def _chain(store: Store, head: tuple[int, str] | None) -> Fault | None:
    follow, since = Follow(head), BEGINNING
    while True:
        with store.snapshot():
            page = after(store, since)
            if not page:
                return follow.end(store)
            notes = {revision: (salt, text) for revision, salt, text in _notes(store, since, page[-1].revision)}
        for event in page:
            try:
                fault = follow.read(event, notes.get(event.revision))
            except UNREADABLE:
                fault = event.revision, "the event cannot be read"
            if fault:
                return fault
        since = page[-1].revision


def _notes(store: Store, since: int, until: int) -> list[tuple[int, bytes, str]]:
    return store.all(NOTES, {"since": since, "until": until})  # type: ignore[return-value]


def _tickets(store: Store) -> Fault | None:
    faults, since, purges = [], BEGINNING, list[Purged]()
    while True:
        with store.snapshot():
            tickets = [Ticket._make(row) for row in store.all(TICKETS, {"since": since, "page": PAGE})]
            histories = _histories(store, since, tickets[-1].id) if tickets else {}
            newest = (store.one(NEWEST) or (0,))[0]
            purges += map(Purged._make, store.all(PURGES, {"since": purges[-1].revision if purges else BEGINNING}))
        for ticket in tickets:
            history = histories.get(ticket.id, [])
            faults += _compare(ticket, history, newest)
            faults += _kept(ticket, history, purges)
        if len(tickets) < PAGE:
            return min(faults, default=None)
        since = tickets[-1].id


def _histories(store: Store, since: int, until: int) -> dict[int | None, list[Event]]:
    events = map(Event._make, store.all(HISTORIES, {"since": since, "until": until}))
    return {ticket_id: list(group) for ticket_id, group in groupby(events, key=lambda event: event.ticket_id)}


def _compare(ticket: Ticket, history: list[Event], newest: int) -> Iterator[Fault]:
    try:
        said = replay(history, like=ticket)
        named = all(_names(event, ticket) for event in history)
    except UNREADABLE:
        said, named = None, False
    if said is None:
        yield ticket.revision, "its ticket is not what the log says"
    elif said != ticket or not named:
        # Where the ticket has gone on, it is the event after those that is missing.
        wrong = ticket.revision if said.revision < ticket.revision <= newest else said.revision
        yield wrong, f"ticket {ticket.name} is not what the log says"


def _kept(ticket: Ticket, history: list[Event], purges: list[Purged]) -> Iterator[Fault]:
    """Code, language and key are those of the take. Where the code was purged, nothing tells the language any more."""
    try:
        if ticket.code is None:
            purged = any(each.covers(event) for event in history[:1] for each in reversed(purges))
            right = purged and ticket.request_key is None
        else:
            right = chain.seal(ticket.code, ticket.language, ticket.request_key) == ticket.seal
    except UNREADABLE:
        right = False
    if not right:
        yield ticket.id, f"the code, language or key of ticket {ticket.name} was changed"


def _names(event: Event, ticket: Ticket) -> bool:
    """Whether the event says the ticket's day and number; those of a booking may be from before it had one."""
    unnumbered = event.ticket is None and ticket.slot is not None
    return event.service_day == ticket.service_day and (unnumbered or (event.ticket or "") == ticket.name)


def _without_ticket(store: Store) -> Fault | None:
    with store.snapshot():
        row = store.one(WITHOUT_TICKET, {"page": 1})
    return (row[0], "the ticket of this event is missing") if row else None
