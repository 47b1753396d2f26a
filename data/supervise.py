"""What happens when a supervisor acts on the whole hall?"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select

from data import act, fairness, occupancy, outcomes, setup, tickets, turn, views
from data.act import Going
from data.centre import Centre
from data.clock import moment
from data.lifecycle import Act
from data.messages import message, read
from data.refused import Refused, mark
from data.store import Statement, Store
from data.tables import IS_IN_HAND, TICKET, WINDOW
from data.typed import needed
from data.views import Signed

__all__ = ["assign", "close_day", "close_service", "front", "message", "open_service", "read"]

IMMEDIATE = "immediate"
DAY_OPEN = mark("The day cannot be closed while a ticket is in hand. Window: {windows}.")
BUSY = Statement(select(TICKET.c.window).where(IS_IN_HAND).order_by(TICKET.c.window))
AT_WORK = Statement(
    select(WINDOW.c.number)
    .where((WINDOW.c.state == occupancy.OPEN) | WINDOW.c.person.is_not(None))
    .order_by(WINDOW.c.number)
)


def front(store: Store, *, ticket: str, reason: str | None = None, by: Signed | None = None) -> views.Ticket:
    """Put a waiting ticket in front: its class becomes immediate, with the place of that class, and it is not paused.

    Raises Refused: reason-missing, unknown-ticket, not-allowed.
    """
    reason = needed(reason)
    with act.begin(store, Act.FRONT, by=by) as going:
        found = tickets.by_name(store, ticket, going.day)
        if found.class_ == IMMEDIATE:
            raise Refused("not-allowed", "{ticket} is in front already.", ticket=found.name)
        place = fairness.place(found.arrival, going.centre.head_start(IMMEDIATE))
        return tickets.view(store, going.move(Act.FRONT, found, class_=IMMEDIATE, place=place, reason=reason))


def assign(store: Store, *, window: int, services: Sequence[str], by: Signed | None = None) -> views.Window:
    """Have a window serve these services from now on; a ticket that it has in hand stays there.

    It goes on with a retired service for which anybody waits. Raises Refused: unknown-window, unknown-service,
    not-allowed (none, or one twice).
    """
    with act.begin(store, Act.ASSIGN, by=by) as going:
        assigned = _assigned(going.centre, window, services)
        if assigned != going.centre.window(window).serves:
            setup.keep(going, _assign(going.centre, window, assigned), Act.ASSIGN, window=window, services=assigned)
        state, revision = occupancy.standing(store, window)
        return views.Window(window, state, turn.services(store, window), moment(going.at), revision)


def close_service(store: Store, *, service: str, by: Signed | None = None) -> outcomes.Stop:
    """Give no more tickets for a service until its service day is over; those who have one are served.

    Raises Refused: unknown-service, not-allowed (it is stopped already).
    """
    with act.begin(store, Act.CLOSE_SERVICE, by=by) as going:
        going.centre.current_service(service)
        if going.centre.stopped(service, going.at):
            raise Refused("not-allowed", "This service has been stopped for today already.")
        return _stop(going, Act.CLOSE_SERVICE, service, going.day)


def open_service(store: Store, *, service: str, by: Signed | None = None) -> outcomes.Stop:
    """Give tickets for a stopped service again, within its hours.

    Raises Refused: unknown-service, not-allowed (it is not stopped).
    """
    with act.begin(store, Act.OPEN_SERVICE, by=by) as going:
        going.centre.current_service(service)
        if not going.centre.stopped(service, going.at):
            raise Refused("not-allowed", "Nobody has stopped this service today.")
        return _stop(going, Act.OPEN_SERVICE, service, None)


def close_day(store: Store, *, by: Signed | None = None) -> outcomes.DayClosed:
    """End the service day: what waits or is on hold expires, nobody came for what is booked, and windows close.

    All services are stopped for the day, so that it is remembered, and a supervisor can open one again. Raises Refused:
    day-open (a window has a ticket in hand), not-allowed (the day is closed already).
    """
    with act.begin(store, Act.CLOSE_DAY, by=by) as going:
        _all_done(going)
        before = going.revision
        at_work = tuple(number for (number,) in store.all(AT_WORK))
        left = going.expire((date.fromisoformat(going.day) + timedelta(days=1)).isoformat())
        for number in at_work:
            occupancy.leave(going, number)
        closed = _stopped(going.centre, {service.id for service in going.centre.current_services}, going.day)
        if closed == going.centre and going.revision == before:
            raise Refused("not-allowed", "This day is closed already.")
        event = setup.keep(going, closed, Act.CLOSE_DAY, day=going.day)
        no_shows = sum(ticket.number is None for ticket in left)
        day = date.fromisoformat(going.day)
        return outcomes.DayClosed(day, len(left) - no_shows, no_shows, at_work, moment(going.at), event.revision)


def _all_done(going: Going) -> None:
    busy = [str(number) for (number,) in going.store.all(BUSY)]
    if busy:
        raise Refused("day-open", DAY_OPEN, windows=", ".join(busy))


def _assigned(centre: Centre, number: int, services: Sequence[str]) -> tuple[str, ...]:
    """What the window is to serve, and after it the retired services that it serves still."""
    window = centre.window(number)
    if window.retired:
        raise Refused("unknown-window", "There is no window {window}.", window=number)
    wanted = tuple(centre.current_service(service).id for service in services)
    if not wanted or len(set(wanted)) < len(wanted):
        raise Refused("not-allowed", "Name the services of the window, each once.")
    return wanted + tuple(service for service in window.serves if centre.service(service).retired)


def _assign(centre: Centre, number: int, assigned: tuple[str, ...]) -> Centre:
    """The centre with what a window is to serve; nothing is assigned where that is what the centre file says."""
    windows = tuple(
        window.model_copy(update={"assigned": None if assigned == window.services else assigned})
        if window.number == number
        else window
        for window in centre.windows
    )
    return centre.model_copy(update={"windows": windows})


def _stop(going: Going, kind: Act, service: str, day: str | None) -> outcomes.Stop:
    event = setup.keep(going, _stopped(going.centre, {service}, day), kind, service=service)
    return outcomes.Stop(service, date.fromisoformat(day) if day else None, moment(event.at), event.revision)


def _stopped(centre: Centre, services: set[str], day: str | None) -> Centre:
    changed = tuple(
        service.model_copy(update={"closed_on": day}) if service.id in services else service
        for service in centre.services
    )
    return centre.model_copy(update={"services": changed})
