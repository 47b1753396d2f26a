"""What does everyone see? Frozen, and each in one snapshot."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, TypedDict

from sqlalchemy import ColumnElement, func, or_, select

from data import tickets, views
from data.centre import Centre
from data.centre.timetable import Timetable
from data.clock import moment
from data.lifecycle import State
from data.now import Now, now
from data.store import Statement, Store
from data.tables import IS_IN_HAND, IS_WAITING, TICKET, given
from data.zone import WHOLE, Zone

MOST_CALLS = 20
_call = (
    *(TICKET.c.series, TICKET.c.number, TICKET.c.window, TICKET.c.called_at, TICKET.c.call_revision),
    *(TICKET.c.service, TICKET.c.language),
)
HAND = Statement(
    select(TICKET.c.series, TICKET.c.number, TICKET.c.window, TICKET.c.service, TICKET.c.state).where(IS_IN_HAND)
)
# Of every day: asked for one, SQLite would go through all tickets of that day rather than through those that wait.
QUEUES = Statement(
    select(TICKET.c.service, TICKET.c.service_day, func.count(), func.min(TICKET.c.arrival))
    .where(IS_WAITING)
    .group_by(TICKET.c.service, TICKET.c.service_day)
)


def calls_of_day(zone: Zone = WHOLE) -> Statement:
    """The newest calls of a service day in a zone: of the zone, since those of the centre may all be of another."""
    return _statements(zone)[0]


@lru_cache(8)
def _statements(zone: Zone) -> tuple[Statement, Statement]:
    """The newest calls of the day, and those in hand from before it."""
    of_day = (TICKET.c.service_day == given("day"), TICKET.c.call_revision.is_not(None), *_of(zone))
    newest = select(*_call).where(*of_day).order_by(TICKET.c.call_revision.desc()).limit(given("most"))
    return Statement(newest), Statement(
        select(*_call).where(
            IS_IN_HAND, TICKET.c.service_day != given("day"), TICKET.c.call_revision.is_not(None), *_of(zone)
        )
    )


def _of(zone: Zone) -> list[ColumnElement[bool]]:
    windows = [TICKET.c.window.between(*ends) for ends in zone.windows]
    return [*([or_(*windows)] if windows else []), *([TICKET.c.service.in_(zone.services)] if zone.services else [])]


def read(store: Store, zone: Zone = WHOLE) -> views.Board:
    """The board: the newest calls of the service day first, those in hand from the day before, and who waits.

    Of a zone the newest calls to it, and the queues that it serves.
    """
    with store.snapshot():
        current = now(store)
        served = zone.serves(store.centre)
        return views.Board(
            centre=store.centre.id,
            revision=current.revision,
            head=current.head,
            calls=_calls(store, current.day, zone),
            waiting=tuple(queue for queue in queues(store, current) if queue.service in served),
        )


def called(store: Store) -> frozenset[tuple[str, int]]:
    """The tickets that are called and have not come yet, each with its window."""
    with store.snapshot():
        now(store)
        return frozenset(
            (_name(series, number), window)
            for series, number, window, _, state in store.all(HAND)
            if state == State.CALLED
        )


class Closed(NamedTuple):
    """A centre, or a zone of it, that is closed; `opens` by its clock, None: not in the next weeks."""

    opens: datetime | None


def closed(store: Store, zone: Zone = WHOLE) -> Closed | None:
    """Whether and until when it is closed: no service gives tickets, nobody waits, and no ticket is in hand."""
    with store.snapshot():
        current = now(store)
        served = zone.serves(store.centre)
        hours = _hours(store.centre, current)
        each = [hours[service.id] for service in store.centre.current_services if service.id in served]
        if not each or any(one["open"] for one in each) or _somebody(store, current, zone, served):
            return None
        return Closed(min((one["opens"] for one in each if one["opens"]), default=None))


def _somebody(store: Store, current: Now, zone: Zone, served: frozenset[str]) -> bool:
    in_hand = any(zone.has(window, service) for _, _, window, service, _ in store.all(HAND))
    return in_hand or any(queue.waiting for queue in queues(store, current) if queue.service in served)


def offers(store: Store) -> tuple[views.Offer, ...]:
    """The services that tickets may be taken for, in the order of the centre file."""
    with store.snapshot():
        current = now(store)
        waiting = {queue.service: queue.waiting for queue in queues(store, current)}
        hours = _hours(store.centre, current)
        limited = any(service.quota is not None for service in store.centre.current_services)
        taken = tickets.taken_of_each(store, current.day) if limited else {}
        return tuple(
            views.Offer(
                service=service.id,
                waiting=waiting[service.id],
                full=service.quota is not None and taken.get(service.id, 0) >= service.quota,
                bookable=service.duration is not None,
                **hours[service.id],
            )
            for service in store.centre.current_services
        )


class Hours(TypedDict):
    """What an offer says of the hours of its service."""

    open: bool
    opens: datetime | None
    last_passed: bool
    stopped: bool


def _hours(centre: Centre, current: Now) -> dict[str, Hours]:
    """How each service stands; what many share is worked out once, for there may be 500 of them."""
    stand = lru_cache(None)(lambda table, stopped: _stands(centre, table, current, stopped))
    return {
        service.id: stand(centre.timetables[service.id], service.closed_on == current.day)
        for service in centre.current_services
    }


def _stands(centre: Centre, table: Timetable, current: Now, stopped: bool) -> Hours:
    if table.gives_tickets(current.at) and not stopped:
        return Hours(open=True, opens=None, last_passed=False, stopped=False)
    opens = table.opens(centre.day_ends(current.at) if stopped else current.at)
    wall = None if opens is None else centre.wall(opens)
    return Hours(open=False, opens=wall, last_passed=table.is_open(current.at), stopped=stopped)


def queues(store: Store, current: Now) -> tuple[views.Queue, ...]:
    """Who waits for each service, in the order of the centre file; a retired one only while anybody does."""
    rows = store.all(QUEUES)
    found = {service: (count, oldest) for service, day, count, oldest in rows if day == current.day}
    return tuple(
        _queue(service.id, *found.get(service.id, (0, None)), current.at)
        for service in store.centre.services
        if not service.retired or service.id in found
    )


def _queue(service: str, waiting: int, oldest: int | None, at: int) -> views.Queue:
    return views.Queue(service, waiting, None if oldest is None else max(0, at - oldest) // 1_000_000)


def _calls(store: Store, day: str, zone: Zone) -> tuple[views.Call, ...]:
    newest, in_hand = _statements(zone)
    rows = store.all(newest, {"day": day, "most": MOST_CALLS}) + store.all(in_hand, {"day": day})
    return tuple(
        views.Call(_name(series, number), window, moment(at), revision, service, language)
        for series, number, window, at, revision, service, language in sorted(rows, key=lambda row: -row[4])
    )


def _name(series: str, number: int) -> str:
    return f"{series}{number:03d}"
