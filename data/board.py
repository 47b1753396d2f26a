"""What does everyone see? Frozen, and each in one snapshot."""

from datetime import datetime
from typing import TypedDict

from sqlalchemy import func, select

from data import tickets, views
from data.centre import Centre
from data.clock import moment
from data.now import Now, now
from data.store import Statement, Store
from data.tables import IS_IN_HAND, IS_WAITING, TICKET, given
from data.timetable import Timetable

MOST_CALLS = 20
_call = (TICKET.c.series, TICKET.c.number, TICKET.c.window, TICKET.c.called_at, TICKET.c.call_revision)
CALLS_OF_DAY = Statement(
    select(*_call)
    .where(TICKET.c.service_day == given("day"), TICKET.c.call_revision.is_not(None))
    .order_by(TICKET.c.call_revision.desc())
    .limit(given("most"))
)
CALLS_IN_HAND = Statement(select(*_call).where(IS_IN_HAND, TICKET.c.service_day != given("day")))
# Of every day: asked for one, SQLite would go through all tickets of that day rather than through those that wait.
QUEUES = Statement(
    select(TICKET.c.service, TICKET.c.service_day, func.count(), func.min(TICKET.c.arrival))
    .where(IS_WAITING)
    .group_by(TICKET.c.service, TICKET.c.service_day)
)


def read(store: Store) -> views.Board:
    """The board: the newest calls of the service day first, those in hand from the day before, and who waits."""
    with store.snapshot():
        current = now(store)
        return views.Board(
            centre=store.centre.id,
            revision=current.revision,
            head=current.head,
            calls=_calls(store, current.day),
            waiting=queues(store, current),
        )


def offers(store: Store) -> tuple[views.Offer, ...]:
    """The services that tickets may be taken for, in the order of the centre file."""
    with store.snapshot():
        current = now(store)
        waiting = {queue.service: queue.waiting for queue in queues(store, current)}
        hours = _hours(store.centre, current.at)
        limited = any(service.quota is not None for service in store.centre.current_services)
        taken = tickets.taken_of_each(store, current.day) if limited else {}
        return tuple(
            views.Offer(
                service=service.id,
                waiting=waiting[service.id],
                full=service.quota is not None and taken.get(service.id, 0) >= service.quota,
                bookable=service.duration is not None,
                **hours[store.centre.timetables[service.id]],
            )
            for service in store.centre.current_services
        )


class Hours(TypedDict):
    """What an offer says of the hours of its service."""

    open: bool
    opens: datetime | None
    last_passed: bool


def _hours(centre: Centre, at: int) -> dict[Timetable, Hours]:
    """How each timetable stands, once for all the services that have it: there may be 500 of them."""
    return {table: _stands(centre, table, at) for table in set(centre.timetables.values())}


def _stands(centre: Centre, table: Timetable, at: int) -> Hours:
    if table.gives_tickets(at):
        return Hours(open=True, opens=None, last_passed=False)
    opens = table.opens(at)
    return Hours(open=False, opens=None if opens is None else centre.wall(opens), last_passed=table.is_open(at))


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


def _calls(store: Store, day: str) -> tuple[views.Call, ...]:
    rows = store.all(CALLS_OF_DAY, {"day": day, "most": MOST_CALLS}) + store.all(CALLS_IN_HAND, {"day": day})
    return tuple(
        views.Call(f"{series}{number:03d}", window, moment(at), revision)
        for series, number, window, at, revision in sorted(rows, key=lambda row: -row[4])
    )
