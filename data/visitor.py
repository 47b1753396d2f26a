"""What happens when a visitor acts?"""

from datetime import datetime

from data import act, admission, bookings, lifecycle, outbox, rights, tickets, views
from data.act import Going
from data.centre.closed import closed
from data.clock import micros
from data.lifecycle import Act
from data.now import now
from data.records import Ticket
from data.refused import Refused
from data.store import Store
from data.typed import kept, needed
from data.views import Signed


def take(
    store: Store,
    *,
    service: str,
    class_: str = "normal",
    language: str | None = None,
    key: str | None = None,
    reason: str | None = None,
    printer: str | None = None,
    by: Signed | None = None,
) -> views.Ticket:
    """Take a ticket for a service, to be printed on the `printer` with this URL.

    A `key` seen before, and not purged since, gives the same ticket as it is now, with `at` and `revision` of its take;
    that is not printed again. Raises Refused: unknown-service, unknown-class, service-closed, quota-full,
    reason-missing, key-reused, not-allowed (a language that the centre does not have).
    """
    key, reason = kept(key or "") or None, kept(reason or "").strip() or None
    with act.begin(store, Act.TAKE if class_ != "immediate" else rights.IMMEDIATE, by=by) as going:
        known = tickets.by_key(store, key) if key else None
        if known:
            going.keep = False
            same = (known.first_service, known.class_, known.slot) == (service, class_, None)
            return admission.again(store, known, same=same)
        _admit(going, service, class_, reason)
        spoken = admission.spoken(going, language)
        taken = admission.issue(going, Act.TAKE, service, class_=class_, language=spoken, key=key, reason=reason)
        return _answer(going, taken, printer)


def book(
    store: Store,
    *,
    service: str,
    at: datetime,
    language: str | None = None,
    name: str | None = None,
    key: str | None = None,
    printer: str | None = None,
    by: Signed | None = None,
) -> views.Ticket:
    """Book the slot of a service that begins `at`, aware; the ticket gets its number when it is checked in.

    A `key` seen before gives the same booking as it is now; that is not printed again. Raises Refused: unknown-service,
    not-bookable, not-a-slot, slot-full, quota-full, key-reused, not-allowed (a language that the centre does not have).
    """
    key, name, slot = kept(key or "") or None, kept(name or "").strip() or None, micros(at)
    with act.begin(store, Act.BOOK, by=by) as going:
        known = tickets.by_key(store, key) if key else None
        if known:
            going.keep = False
            return admission.again(store, known, same=(known.first_service, known.slot) == (service, slot))
        return _answer(going, bookings.write(going, service, slot, language=language, key=key, name=name), printer)


def check_in(store: Store, *, code: str, printer: str | None = None, by: Signed | None = None) -> views.Ticket:
    """Let whoever has a booking wait; after the time of its slot as with a ticket that is taken now.

    Raises Refused: unknown-code, too-soon (with the time from when on), not-allowed.
    """
    with act.begin(store, Act.CHECK_IN, by=by) as going:
        return _answer(going, bookings.check_in(going, tickets.by_code(store, code)), printer)


def cancel(store: Store, *, code: str, by: Signed | None = None) -> views.Ticket:
    """Give a ticket or a booking up. Raises Refused: unknown-code, not-allowed."""
    with act.begin(store, Act.CANCEL, by=by) as going:
        return tickets.view(store, going.move(Act.CANCEL, tickets.by_code(store, code)))


def postpone(store: Store, *, code: str, seen: int | None = None, by: Signed | None = None) -> views.Ticket:
    """Let others go first: the place moves back by `[rules] postpone_by`, whoever waits behind it, and nothing else.

    Who gives how often it was so far, as `seen` before, gets the ticket as it is now where it was more often since: a
    request that comes twice is done once. Raises Refused: unknown-code, too-often, not-allowed (it does not wait, or
    the centre has switched this off).
    """
    with act.begin(store, Act.POSTPONE, by=by) as going:
        found = tickets.by_code(store, code)
        if seen is not None and found.postpones > seen:
            going.keep = False
            return tickets.view(store, found)
        place = found.place + going.centre.rules.postpone_by
        return tickets.view(store, going.move(Act.POSTPONE, found, place=place))


def ticket(store: Store, *, code: str) -> views.Ticket:
    """A ticket as it is now; what was left over of an earlier day has expired. Raises Refused: unknown-code."""
    with store.snapshot():
        found = tickets.by_code(store, code)
        return tickets.view(store, found._replace(state=lifecycle.settled(found, now(store).day)))


def _answer(going: Going, ticket: Ticket, printer: str | None) -> views.Ticket:
    if printer:
        outbox.add(going.store, ticket.id, printer)
    return tickets.view(going.store, ticket)


def _admit(going: Going, service: str, class_: str, reason: str | None) -> None:
    """Refuse, as `take` does, where no ticket may be taken now."""
    centre = going.centre
    wanted = centre.current_service(service)
    centre.head_start(class_)
    if class_ == "immediate":
        needed(reason)
    if not centre.gives_tickets(service, going.at):
        raise closed(centre, service, going.at)
    if wanted.quota is not None and tickets.taken(going.store, going.day, service) >= wanted.quota:
        raise Refused("quota-full", "All tickets of this service for today have been taken.")
