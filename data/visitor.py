"""What happens when a visitor acts?"""

from sqlalchemy import func, select

from data import act, fairness, lifecycle, tickets, views
from data.act import Going
from data.lifecycle import Act, State
from data.log import chain
from data.log.events import one
from data.now import now
from data.records import Event, Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.tables import IS_WAITING, TICKET, given
from data.typed import kept, needed

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 17
LAST_NUMBER = Statement(
    select(func.max(TICKET.c.number)).where(TICKET.c.service_day == given("day"), TICKET.c.series == given("series"))
)
TAKEN = Statement(
    select(func.count()).where(TICKET.c.service_day == given("day"), TICKET.c.first_service == given("service"))
)
NEWEST_WAITING = Statement(select(func.max(TICKET.c.arrival)).where(IS_WAITING))


def take(
    store: Store,
    *,
    service: str,
    class_: str = "normal",
    language: str | None = None,
    key: str | None = None,
    reason: str | None = None,
) -> views.Ticket:
    """Take a ticket for a service.

    A `key` seen before, on any day, gives the same ticket as it is now, with `at` and `revision` of its take. Raises
    Refused: unknown-service, unknown-class, service-closed, quota-full, reason-missing, key-reused, not-allowed (a
    language that the centre does not have).
    """
    key, reason = kept(key or "") or None, kept(reason or "").strip() or None
    with act.begin(store) as going:
        known = tickets.by_key(store, key) if key else None
        if known:
            going.keep = False
            return _again(store, known, service, class_)
        head_start = _admit(going, service, class_, language, reason)
        ticket = _write(going, service, class_, language or going.centre.languages[0], key, reason, head_start)
        return tickets.view(store, ticket)


def cancel(store: Store, *, code: str) -> views.Ticket:
    """Give a ticket up. Raises Refused: unknown-code, not-allowed."""
    with act.begin(store) as going:
        return tickets.view(store, going.move(Act.CANCEL, tickets.by_code(store, code)))


def ticket(store: Store, *, code: str) -> views.Ticket:
    """A ticket as it is now; what was left over of an earlier day has expired. Raises Refused: unknown-code."""
    with store.snapshot():
        found = tickets.by_code(store, code)
        over = found.service_day < now(store).day
        left_over = over and found.state in lifecycle.MOVES[Act.EXPIRE].sources
        return tickets.view(store, found._replace(state=State.EXPIRED) if left_over else found)


def taken(store: Store, day: str, service: str) -> int:
    """How many tickets were taken for a service on a day, whatever became of them; inside a snapshot."""
    row = store.one(TAKEN, {"day": day, "service": service})
    return row[0] if row else 0


def new_code(random: bytes) -> str:
    """17 characters of Crockford's base32 from the first 85 of 88 random bits."""
    bits = int.from_bytes(random[:11], "big") >> 3
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(CODE_LENGTH)))


def _again(store: Store, known: Ticket, service: str, class_: str) -> views.Ticket:
    if (known.first_service, known.class_) != (service, class_):
        raise Refused("key-reused", "This request key was used for another ticket. Use a new key for each ticket.")
    event = one(store, known.id)
    return tickets.view(store, known, at=event and event.at, revision=known.id)


def _admit(going: Going, service: str, class_: str, language: str | None, reason: str | None) -> int:
    """The head start of the class, where a ticket may be taken now."""
    centre = going.centre
    wanted = centre.current_service(service)
    head_start = centre.head_start(class_)
    if class_ == "immediate":
        needed(reason)
    if language is not None and language not in centre.languages:
        languages = ", ".join(centre.languages)
        raise Refused("not-allowed", "The language must be one of: {languages}.", languages=languages)
    if not centre.is_open(going.at):
        raise Refused("service-closed", "This service is closed now.")
    if wanted.quota is not None and taken(going.store, going.day, service) >= wanted.quota:
        raise Refused("quota-full", "All tickets of this service for today have been taken.")
    return head_start


def _write(
    going: Going, service: str, class_: str, language: str, key: str | None, reason: str | None, head_start: int
) -> Ticket:
    store = going.store
    number = _number(going, going.centre.service(service).series)
    code = new_code(store.random_bytes(11))
    arrival = _arrival(going)
    event = Event(
        revision=going.revision + 1,
        at=going.at,
        act=Act.TAKE,
        ticket_id=going.revision + 1,
        ticket="",
        service_day=going.day,
        service=service,
        class_=class_,
        place=fairness.place(arrival, head_start),
        arrival=None if arrival == going.at else arrival,
        seal=chain.seal(code, language, key),
    )
    ticket = lifecycle.taken(event, number=number, code=code, key=key, language=language)
    tickets.add(store, ticket)
    going.write(event._replace(ticket=ticket.name), reason)
    return ticket


def _number(going: Going, series: str) -> tuple[str, int]:
    row = going.store.one(LAST_NUMBER, {"day": going.day, "series": series})
    return series, (row[0] if row and row[0] else 0) + 1


def _arrival(going: Going) -> int:
    """Looks at who waits only where the clock has been set back behind the newest arrival."""
    newest = None
    if going.at < going.arrival:
        row = going.store.one(NEWEST_WAITING)
        newest = row[0] if row else None
    arrival = fairness.arrival(going.at, newest)
    going.arrival = max(going.arrival, arrival)
    return arrival
