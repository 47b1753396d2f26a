"""Who of those that wait will not be served before their service closes?"""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from statistics import fmean
from typing import NamedTuple

from sqlalchemy import select

from data import views
from data.centre import Centre
from data.centre.spans import MINUTE
from data.clock import moment
from data.lifecycle import Act
from data.log.replay import in_force
from data.now import Now, now
from data.records import Event
from data.store import Statement, Store
from data.tables import EVENT, IS_IN_HAND, IS_WAITING, TICKET, WINDOW, WINDOW_SERVICE, given

UNKNOWN = 5 * MINUTE
"""How long a window needs for a ticket of a service that nothing is known of."""
QUEUE = Statement(
    select(TICKET.c.service, TICKET.c.service_day).where(IS_WAITING).order_by(TICKET.c.place, TICKET.c.id)
)
AT_WORK = Statement(
    select(WINDOW.c.number, WINDOW_SERVICE.c.service)
    .join(WINDOW_SERVICE, WINDOW_SERVICE.c.window == WINDOW.c.number)
    .where(WINDOW.c.state == "open", WINDOW.c.pause.is_(None))
    .order_by(WINDOW.c.number)
)
IN_HAND = Statement(
    select(TICKET.c.window, TICKET.c.service, TICKET.c.first_called_at, TICKET.c.started_at).where(IS_IN_HAND)
)
EVENTS_OF_DAY = Statement(
    select(EVENT)
    .join(TICKET, TICKET.c.id == EVENT.c.ticket_id)
    .where(TICKET.c.service_day == given("day"))
    .order_by(EVENT.c.ticket_id, EVENT.c.revision)
)


class Free(NamedTuple):
    """A window that is open, from when on it can call somebody, and what it serves."""

    free_at: int
    number: int
    services: frozenset[str]


def unserved(store: Store) -> tuple[views.Unserved, ...]:
    """The services that close within `[rules] warn_before` while somebody waits, and how many will not be served.

    The windows that are open, and not on a break, are taken to go on as the place rule says: whichever is free first
    calls the smallest place among its services, and needs for it what a ticket of that service has needed today on
    average, from its call to its finish; where none has been finished today, the service's `duration`, else five
    minutes. Served in time is whoever would be finished when the service closes, or its service day is over. (List
    scheduling, with means for the times: Graham, SIAM J. Appl. Math. 17, 1969.)
    """
    with store.snapshot():
        current = now(store)
        closes = closings(store.centre, current.at)
        queue = [service for service, day in store.all(QUEUE) if day == current.day]
        waiting = Counter(queue)
        if not closes.keys() & waiting.keys():
            return ()
        needs = _needs(store, current)
        left = left_over(_windows(store, current.at, needs), queue, needs, closes)
        return tuple(
            views.Unserved(service, waiting[service], left[service], moment(closes[service]))
            for service in closes
            if waiting[service]
        )


def closings(centre: Centre, at: int) -> dict[str, int]:
    """When those services close that close soon, by their hours or because their service day is over."""
    soon, ends = at + centre.rules.warn_before, centre.day_ends(at)
    open_now = [service.id for service in centre.services if centre.is_open(service.id, at)]
    closes = {service: min(centre.timetable(service).closes(at, soon) or ends, ends) for service in open_now}
    return {service: closing for service, closing in closes.items() if closing <= soon}


def left_over(
    windows: Iterable[Free], queue: Sequence[str], needs: Mapping[str, int], closes: Mapping[str, int]
) -> Counter[str]:
    """How many of each service are not finished when it closes, where all goes on by the mean times.

    `queue` are the services of those who wait, by their places.
    """
    free, waiting = [*windows], [*queue]
    heapq.heapify(free)
    late = Counter[str]()
    while free:
        window = heapq.heappop(free)
        next_one = next((n for n, service in enumerate(waiting) if service in window.services), None)
        if next_one is None:
            continue
        service = waiting.pop(next_one)
        done = window.free_at + needs[service]
        late[service] += service in closes and done > closes[service]
        heapq.heappush(free, window._replace(free_at=done))
    return late + Counter(service for service in waiting if service in closes)


def _windows(store: Store, at: int, needs: Mapping[str, int]) -> Iterator[Free]:
    """Who has a ticket in hand is free when that has had its mean time, and not before now."""
    hands = {window: (called or started or at) + needs[of] for window, of, called, started in store.all(IN_HAND)}
    for number, rows in groupby(store.all(AT_WORK), key=lambda row: row[0]):
        yield Free(max(at, hands.get(number, at)), number, frozenset(service for _, service in rows))


def _needs(store: Store, current: Now) -> dict[str, int]:
    """The mean time that a window needs for a ticket of each service, in microseconds."""
    known: dict[str, list[int]] = {}
    events = map(Event._make, store.all(EVENTS_OF_DAY, {"day": current.day}))
    for _, history in groupby(events, key=lambda event: event.ticket_id):
        for service, took in _took(in_force(history)):
            known.setdefault(service, []).append(took)
    return {
        service.id: round(fmean(known[service.id])) if service.id in known else service.duration or UNKNOWN
        for service in store.centre.services
    }


def _took(history: Iterable[Event]) -> Iterator[tuple[str, int]]:
    """Each finish of a ticket, with the time since it was called for it."""
    begun = 0
    for event in history:
        if event.act in (Act.CALL, Act.RESUME, Act.WALK_IN):
            begun = event.at
        elif event.act == Act.FINISH:
            yield event.service or "", max(0, event.at - begun)
