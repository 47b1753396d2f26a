"""What becomes of a booking: which slots may be booked, and what happens when its holder comes?"""

from datetime import date

from sqlalchemy import select

from data import admission, becoming, fairness, lifecycle, slots, tickets, views
from data.act import Going
from data.centre import Centre
from data.clock import HOUR, micros
from data.lifecycle import Act, State
from data.log import chain
from data.now import Now, now
from data.records import Event, Ticket
from data.refused import Refused, mark
from data.slots import DAYS_AHEAD
from data.store import Statement, Store
from data.tables import NOTE, TICKET, given

COMING = Statement(
    select(TICKET, NOTE.c.text)
    .join(NOTE, NOTE.c.revision == TICKET.c.id, isouter=True)
    .where(TICKET.c.service_day.between(given("first"), given("last")), TICKET.c.slot.is_not(None))
    .order_by(TICKET.c.slot, TICKET.c.id)
)
LAST_DAY = "9999-12-31"
FARTHEST = (DAYS_AHEAD + 1) * 24 * HOUR
PASSED = mark("This time is over. The next one that is free: {slot}.")
NOT_A_SLOT = mark("There is no appointment at this time. The nearest one that is free: {slot}.")
DAY_FULL = mark("All tickets of this service for that day have been taken. The next appointment that is free: {slot}.")
SLOT_FULL = mark("All appointments at this time have been taken. The next one that is free: {slot}.")
NONE_FREE = mark("No appointment for this service is free in the next {n} days.")


def coming(store: Store, *, day: date | None = None) -> tuple[views.Booking, ...]:
    """The bookings of a service day, or of today and all later ones, by their slots."""
    with store.snapshot():
        current = now(store)
        first, last = (current.day, LAST_DAY) if day is None else (day.isoformat(), day.isoformat())
        return tuple(_view(store, row, current) for row in store.all(COMING, {"first": first, "last": last}))


def write(going: Going, service: str, slot: int, *, language: str | None, key: str | None, name: str | None) -> Ticket:
    """Book a slot that is free. Raises Refused as `check_slot` does, and `not-allowed` for a language."""
    check_slot(going, service, slot)
    language = admission.spoken(going, language)
    code = admission.new_code(going.store.random_bytes(11))
    event = Event(
        revision=going.revision + 1,
        at=going.at,
        act=Act.BOOK,
        ticket_id=going.revision + 1,
        service_day=going.centre.service_day(slot),
        service=service,
        class_="normal",
        seal=chain.seal(code, language, key),
        slot=slot,
        steps=",".join(going.centre.service(service).then) or None,
    )
    ticket = becoming.taken(event, code=code, key=key, language=language)
    tickets.add(going.store, ticket)
    going.write(event, name)
    return ticket


def check_slot(going: Going, service: str, slot: int) -> None:
    """Refuse a slot that cannot be booked, and name one that can.

    Raises Refused: unknown-service, not-bookable, not-a-slot, quota-full, slot-full.
    """
    centre, store, at = going.centre, going.store, going.at
    slots.duration(centre, service)
    if slot < at:
        raise refusal("not-a-slot", PASSED, going, service, slots.next_free(store, service, at, at))
    if slot - at > FARTHEST or centre.service_day(slot) > slots.last_day(centre, at):
        raise Refused("not-a-slot", "Appointments are given at most {n} days ahead.", n=DAYS_AHEAD)
    day = centre.service_day(slot)
    if slot not in slots.grid(centre, service, day):
        raise refusal("not-a-slot", NOT_A_SLOT, going, service, slots.nearest_free(store, service, slot, at))
    if slots.is_full(store, service, day):
        raise refusal("quota-full", DAY_FULL, going, service, slots.next_free(store, service, slot, at))
    if not slots.is_free(store, service, slot):
        raise refusal("slot-full", SLOT_FULL, going, service, slots.next_free(store, service, slot, at))


def check_in(going: Going, ticket: Ticket) -> Ticket:
    """Give the number and the place to whoever came with a booking.

    Who comes within the time of the slot has the place of one who came the target wait before it; who comes later, of
    one who comes now. Raises Refused: not-allowed, too-soon.
    """
    _in_time(going, ticket)
    series = going.centre.service(ticket.first_service).series
    arrival = _arrival(going, ticket)
    event = Event(
        revision=going.revision + 1,
        at=going.at,
        act=Act.CHECK_IN,
        ticket_id=ticket.id,
        ticket=admission.new_name(going.store, ticket.service_day, series),
        service_day=ticket.service_day,
        service=ticket.service,
        class_=ticket.class_,
        place=fairness.place(arrival, going.centre.head_start(ticket.class_)),
        arrival=None if arrival == going.at else arrival,
    )
    ticket = becoming.after(ticket, event)
    tickets.check_in(going.store, ticket)
    going.write(event)
    going.arrival = max(going.arrival, min(arrival, going.at))
    return ticket


def came_late(centre: Centre, ticket: views.Ticket) -> bool:
    """Whether a booking, as it is right after its check-in, has become a ticket like any other."""
    return ticket.slot is not None and _is_late(centre, micros(ticket.slot), micros(ticket.at))


def _is_late(centre: Centre, slot: int, at: int) -> bool:
    late = centre.rules.check_in_late
    return late > 0 and at > slot + late


def _arrival(going: Going, ticket: Ticket) -> int:
    slot = ticket.slot or 0
    if _is_late(going.centre, slot, going.at):
        return admission.arrival(going)
    return slot - going.centre.service(ticket.first_service).target_wait


def _in_time(going: Going, ticket: Ticket) -> None:
    if ticket.state == State.NO_SHOW and not ticket.name:
        slot = going.centre.wall(ticket.slot or 0)
        raise Refused("not-allowed", "This appointment was on {day}. Please take a ticket.", day=slot.date())
    opens = going.centre.check_in(ticket.slot or 0)[0] if ticket.state == State.BOOKED else going.at
    if going.at < opens:
        back = going.centre.wall(opens)
        if back.date() == going.centre.wall(going.at).date():
            raise Refused("too-soon", "It is too soon to check in. Please come back at {time}.", time=back.time())
        raise Refused("too-soon", "It is too soon to check in. Please come back: {back}.", back=back)
    lifecycle.check(Act.CHECK_IN, ticket, going.at, going.centre.rules)


def refusal(code: str, text: str, going: Going, service: str, slot: int | None) -> Refused:
    """The refusal of a slot, with one that is free: `slot`, or where there is none, the first from now on."""
    slot = slot or slots.next_free(going.store, service, going.at, going.at)
    if slot is None:
        return Refused(code, NONE_FREE, n=DAYS_AHEAD)
    return Refused(code, text, slot=going.centre.wall(slot))


def _view(store: Store, row: tuple[object, ...], current: Now) -> views.Booking:
    ticket, name = Ticket._make(row[:-1]), row[-1]
    return views.Booking(
        slot=store.centre.wall(ticket.slot or 0),
        service=ticket.service,
        state=lifecycle.settled(ticket, current.day),
        ticket=ticket.name,
        name=str(name or ""),
        language=ticket.language,
        service_day=date.fromisoformat(ticket.service_day),
    )
