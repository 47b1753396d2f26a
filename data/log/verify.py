"""Is the log untouched, and is every ticket what the log says?"""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import select

from data import views
from data.lifecycle import Act
from data.log import chain
from data.log.events import PAGE, after
from data.log.replay import replay
from data.models import EVENT, NOTE, STORE, TICKET, WINDOW, given
from data.records import Event, Ticket
from data.store import Statement, Store

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
NEWEST = Statement(select(STORE.c.revision, STORE.c.head, STORE.c.at))
WINDOWS = Statement(select(WINDOW.c.number, WINDOW.c.state, WINDOW.c.revision))

Fault = tuple[int, str]


def verify(store: Store, *, head: tuple[int, str] | None = None) -> views.Verdict:
    """Follow the chain from the first event, then replay every ticket and compare it with the store.

    `head` is a revision and its digest, noted outside: only that finds a tail that was rewritten as a whole.
    Reads in pages, so that a centre can go on working. The verdict names the first revision that is wrong.
    """
    faults = [fault for fault in (_chain(store, head), _tickets(store), _without_ticket(store)) if fault]
    with store.snapshot():
        revision, digest, _ = store.one(NEWEST) or (0, "", 0)
    error = "revision {}: {}".format(*min(faults)) if faults else None
    return views.Verdict(ok=not faults, revision=revision, head=digest, error=error)


def _chain(store: Store, head: tuple[int, str] | None) -> Fault | None:
    previous, revision, at = chain.GENESIS, 0, 0
    windows: dict[int, tuple[str, int]] = {}
    while True:
        with store.snapshot():
            page = after(store, revision)
            if not page:
                return _ends(store, revision, previous, at, windows) or _unreached(revision, head)
            notes = _notes(store, revision, page[-1].revision)
        for event in page:
            fault = _link(event, revision + 1, previous, notes.get(event.revision), head)
            if fault:
                return fault
            previous, revision, at = event.digest.hex(), event.revision, event.at
            _follow(windows, event)


def _link(
    event: Event, expected: int, previous: str, note: tuple[bytes, str] | None, head: tuple[int, str] | None
) -> Fault | None:
    if event.revision != expected:
        return expected, "the event is missing"
    if chain.digest(previous, event) != event.digest:
        return expected, "the event was changed, or the one before it"
    if note and chain.salted(*note) != event.salted:
        return expected, "the reason was changed"
    if head and head[0] == expected and head[1].lower() != event.digest.hex():
        return expected, "the digest is not the one that was noted"
    return None


def _notes(store: Store, since: int, until: int) -> dict[int, tuple[bytes, str]]:
    rows = store.all(NOTES, {"since": since, "until": until})
    return {revision: (salt, text) for revision, salt, text in rows}


def _follow(windows: dict[int, tuple[str, int]], event: Event) -> None:
    if event.window is not None:
        before = windows.get(event.window, ("closed", 0))[0]
        state = {Act.OPEN: "open", Act.CLOSE: "closed"}.get(Act(event.act), before)
        windows[event.window] = (state, event.revision)


def _ends(store: Store, revision: int, digest: str, at: int, windows: dict[int, tuple[str, int]]) -> Fault | None:
    """What the store says of its newest event and of its windows, in the snapshot that found no more events."""
    newest = store.one(NEWEST) or (0, "", 0)
    if newest[0] > revision:
        return revision + 1, "the event is missing"
    if newest != (revision, digest, at):
        return revision, "the store does not end with its last event"
    for number, state, last in store.all(WINDOWS):
        if (state, last) != windows.get(number, ("closed", 0)):
            return windows.get(number, ("", revision))[1], f"window {number} is not what the log says"
    return None


def _unreached(revision: int, head: tuple[int, str] | None) -> Fault | None:
    return (revision, f"the log ends before the noted revision {head[0]}") if head and head[0] > revision else None


def _tickets(store: Store) -> Fault | None:
    faults, since = [], 0
    while True:
        with store.snapshot():
            tickets = [Ticket._make(row) for row in store.all(TICKETS, {"since": since, "page": PAGE})]
            histories = _histories(store, since, tickets[-1].id) if tickets else {}
        faults += [fault for ticket in tickets for fault in _compare(ticket, histories.get(ticket.id, []))]
        if len(tickets) < PAGE:
            return min(faults, default=None)
        since = tickets[-1].id


def _histories(store: Store, since: int, until: int) -> dict[int | None, list[Event]]:
    events = map(Event._make, store.all(HISTORIES, {"since": since, "until": until}))
    return {ticket_id: list(group) for ticket_id, group in groupby(events, key=lambda event: event.ticket_id)}


def _compare(ticket: Ticket, history: list[Event]) -> Iterator[Fault]:
    try:
        said = replay(history, like=ticket)
    except (KeyError, ValueError):
        said = None
    if said is None:
        yield ticket.revision, f"ticket {ticket.name} is not in the log"
    elif said != ticket or any((event.ticket, event.service_day) != _label(ticket) for event in history):
        yield said.revision, f"ticket {ticket.name} is not what the log says"
    elif ticket.code and chain.seal(ticket.code, ticket.language, ticket.request_key) != ticket.seal:
        yield ticket.id, f"the code, language or key of ticket {ticket.name} was changed"


def _label(ticket: Ticket) -> tuple[str, str]:
    return ticket.name, ticket.service_day


def _without_ticket(store: Store) -> Fault | None:
    with store.snapshot():
        row = store.one(WITHOUT_TICKET, {"page": 1})
    return row and (row[0], "the ticket of this event is missing")
