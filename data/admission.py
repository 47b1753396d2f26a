"""What does a new ticket get: which code, which number, which arrival?"""

from sqlalchemy import func, or_, select

from data import becoming, fairness, tickets, views
from data.act import Going
from data.lifecycle import Act
from data.log import chain
from data.log.events import one
from data.records import Event, Ticket, name_of
from data.refused import Refused
from data.store import Statement, Store
from data.tables import IS_WAITING, TICKET, given

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 17
LAST_NUMBER = Statement(
    select(func.max(TICKET.c.number)).where(TICKET.c.service_day == given("day"), TICKET.c.series == given("series"))
)
# A booking that came in time counts as come at a moment of its slot, perhaps a later one than now.
NEWEST_WAITING = Statement(
    select(func.max(TICKET.c.arrival)).where(IS_WAITING, or_(TICKET.c.slot.is_(None), TICKET.c.arrival > TICKET.c.slot))
)


def new_code(random: bytes) -> str:
    """17 characters of Crockford's base32 from the first 85 of 88 random bits."""
    bits = int.from_bytes(random[:11], "big") >> 3
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(CODE_LENGTH)))


def new_name(store: Store, day: str, series: str) -> str:
    """The next number of a series on a service day, as people read it."""
    row = store.one(LAST_NUMBER, {"day": day, "series": series})
    return name_of(series, (row[0] if row and row[0] else 0) + 1)


def arrival(going: Going) -> int:
    """When whoever is here now counts as come.

    Looks at who waits only where the clock has been set back behind the newest arrival.
    """
    newest = None
    if going.at < going.arrival:
        row = going.store.one(NEWEST_WAITING)
        newest = row[0] if row else None
    return fairness.arrival(going.at, newest)


def spoken(going: Going, language: str | None) -> str:
    """The language of a ticket, the centre's first where none is given; Refused `not-allowed` for another."""
    languages = going.centre.languages
    if language is not None and language not in languages:
        raise Refused("not-allowed", "The language must be one of: {languages}.", languages=", ".join(languages))
    return language or languages[0]


def issue(
    going: Going,
    act: Act,
    service: str,
    *,
    class_: str,
    language: str,
    key: str | None = None,
    reason: str | None = None,
    window: int | None = None,
) -> Ticket:
    """Write the ticket of one who is here now, with its number and place, by its first event: `act`, at a `window`."""
    store, wanted = going.store, going.centre.service(service)
    code = new_code(store.random_bytes(11))
    came = arrival(going)
    event = Event(
        revision=going.revision + 1,
        at=going.at,
        act=act,
        ticket_id=going.revision + 1,
        ticket=new_name(store, going.day, wanted.series),
        service_day=going.day,
        service=service,
        class_=class_,
        window=window,
        place=fairness.place(came, going.centre.head_start(class_)),
        arrival=None if came == going.at else came,
        seal=chain.seal(code, language, key),
        steps=",".join(wanted.then) or None,
    )
    ticket = becoming.taken(event, code=code, key=key, language=language)
    tickets.add(store, ticket)
    going.write(event, reason)
    going.arrival = max(going.arrival, came)
    return ticket


def again(store: Store, known: Ticket, *, same: bool) -> views.Ticket:
    """The ticket of a request key as it is now, with `at` and `revision` of its first event.

    Raises Refused `key-reused` unless it is the `same` request.
    """
    if not same:
        raise Refused("key-reused", "This request key was used for another ticket. Use a new key for each ticket.")
    event = one(store, known.id)
    return tickets.view(store, known, at=event and event.at, revision=known.id)
