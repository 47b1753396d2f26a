"""When can a service be booked? Slots come from its hours and its duration, their places from the windows."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import literal_column, select

from data import tickets
from data.centre import Centre
from data.clock import micros
from data.lifecycle import State
from data.now import now
from data.refused import Refused
from data.store import Statement, Store
from data.tables import TICKET, given

DAYS_AHEAD = 90
ONE_DAY = timedelta(days=1)
GIVEN_BACK = (State.CANCELLED, State.NO_SHOW, State.REMOVED, State.EXPIRED)
HELD = Statement(
    select(TICKET.c.slot, TICKET.c.first_service).where(
        TICKET.c.service_day.between(given("first"), given("last")),
        literal_column("ticket.slot IS NOT NULL"),
        literal_column("ticket.state NOT IN ({})".format(", ".join(f"'{state}'" for state in GIVEN_BACK))),
    )
)


class Held(NamedTuple):
    """The time that a booking holds, in microseconds since the epoch, and for what."""

    start: int
    end: int
    service: str


START = attrgetter("start")


def free(store: Store, *, service: str, day: date) -> tuple[datetime, ...]:
    """The slots of a service day that have a place, from now on, by the centre's clock.

    Raises Refused: unknown-service, not-bookable.
    """
    with store.snapshot():
        at = now(store).at
        return tuple(map(store.centre.wall, free_on(store, service, day.isoformat(), at)))


def first_free(store: Store, *, service: str, after: datetime) -> datetime | None:
    """The first slot from `after` on, and from now on, that has a place; None where the next 90 days have none.

    Raises Refused: unknown-service, not-bookable.
    """
    with store.snapshot():
        found = next_free(store, service, micros(after), now(store).at)
        return None if found is None else store.centre.wall(found)


def free_on(store: Store, service: str, day: str, at: int) -> list[int]:
    """As `free`, of the service day with this ISO date as of `at`; inside a snapshot or a transaction."""
    centre = store.centre
    length = duration(centre, service)
    if not centre.service_day(at) <= day <= last_day(centre, at) or is_full(store, service, day):
        return []
    starts = [start for start in grid(centre, service, day) if start >= at]
    windows, holds = serving(centre), sorted(held(store, day))
    longest = max((other.end - other.start for other in holds), default=0)
    near = {start: _beginning(holds, start - longest, start + length) for start in starts}
    return [start for start in starts if has_place(centre, windows, near[start], service, start)]


def _beginning(holds: Sequence[Held], first: int, last: int) -> Sequence[Held]:
    """Those of `holds`, which are in order, that begin from `first` on and before `last`: a day may have thousands."""
    return holds[bisect_left(holds, first, key=START) : bisect_left(holds, last, key=START)]


def is_free(store: Store, service: str, start: int) -> bool:
    """Whether a slot has a place, whatever the quota says; inside a snapshot or a transaction."""
    centre = store.centre
    return has_place(centre, serving(centre), held(store, centre.service_day(start)), service, start)


def next_free(store: Store, service: str, after: int, at: int) -> int | None:
    """As `first_free`, as of `at`; inside a snapshot or a transaction."""
    after = max(after, at)
    duration(store.centre, service)
    for day in _days(store.centre, after, at):
        found = next((start for start in free_on(store, service, day, at) if start >= after), None)
        if found is not None:
            return found
    return None


def nearest_free(store: Store, service: str, wanted: int, at: int) -> int | None:
    """The slot with a place that is nearest to `wanted`, of its day where there is one, else of a later day."""
    that_day = free_on(store, service, store.centre.service_day(wanted), at)
    return min(that_day, key=lambda start: abs(start - wanted), default=None) or next_free(store, service, wanted, at)


def grid(centre: Centre, service: str, day: str) -> list[int]:
    """When the slots of a service day begin, in order: each ends before the service closes; none where it is stopped.

    Raises Refused: unknown-service, not-bookable.
    """
    length, wanted = duration(centre, service), date.fromisoformat(day)
    if centre.service(service).closed_on == day:
        return []
    days = (wanted - ONE_DAY, wanted, wanted + ONE_DAY)  # hours may run past midnight, and a service day as well
    ranges = [found for each in days for found in centre.ranges(service, each)]
    starts = {start for opening, closing in ranges for start in range(opening, closing - length + 1, length)}
    return sorted(start for start in starts if centre.service_day(start) == day)


def duration(centre: Centre, service: str) -> int:
    """How long a slot of a service is, in microseconds; Refused: unknown-service, not-bookable."""
    length = centre.current_service(service).duration
    if length is None:
        raise Refused("not-bookable", "This service cannot be booked. Please come and take a ticket.")
    return length


def is_full(store: Store, service: str, day: str) -> bool:
    """Whether the quota of a service day has been taken or booked; inside a snapshot or a transaction."""
    quota = store.centre.service(service).quota
    return quota is not None and tickets.taken(store, day, service) >= quota


def held(store: Store, day: str) -> list[Held]:
    """What bookings hold on a service day and on those beside it; inside a snapshot or a transaction.

    Who is checked in still holds the place; who gave it up, or did not come, does not.
    """
    wanted = date.fromisoformat(day)
    beside = {"first": (wanted - ONE_DAY).isoformat(), "last": (wanted + ONE_DAY).isoformat()}
    lengths = {service.id: service.duration or 1 for service in store.centre.services}
    return [Held(slot, slot + lengths[service], service) for slot, service in store.all(HELD, beside)]


def serving(centre: Centre) -> dict[str, list[int]]:
    """The windows that serve each service, without the retired ones."""
    windows = [window for window in centre.windows if not window.retired]
    return {
        service.id: [window.number for window in windows if service.id in window.services]
        for service in centre.services
    }


def has_place(
    centre: Centre, windows: Mapping[str, Sequence[int]], holds: Sequence[Held], service: str, start: int
) -> bool:
    """Whether all that is held during a slot, and one more for `service`, could have a window each."""
    end = start + duration(centre, service)
    during = [other.service for other in holds if other.start < end and start < other.end]
    at_windows: dict[int, str] = {}
    return all(_seated(wanted, windows, at_windows) for wanted in (*during, service))


def _seated(service: str, windows: Mapping[str, Sequence[int]], at_windows: dict[int, str]) -> bool:
    """Find one more window for a service, and let others change theirs where they must.

    A bipartite matching grows by the shortest way to a free window (Kuhn, Naval Research Logistics 2, 1955).
    """
    came_from: dict[str, tuple[str, int] | None] = {service: None}
    ways = [service]
    for wanted in ways:
        for window in windows[wanted]:
            if window not in at_windows:
                _move_up(window, wanted, came_from, at_windows)
                return True
            if at_windows[window] not in came_from:
                came_from[at_windows[window]] = (wanted, window)
                ways.append(at_windows[window])
    return False


def _move_up(
    window: int, service: str, came_from: Mapping[str, tuple[str, int] | None], at_windows: dict[int, str]
) -> None:
    """Take the free window; whose own one was left takes that, and so on."""
    at_windows[window] = service
    while step := came_from[service]:
        service, window = step
        at_windows[window] = service


def last_day(centre: Centre, at: int) -> str:
    """The last service day that can be booked as of `at`."""
    return (date.fromisoformat(centre.service_day(at)) + DAYS_AHEAD * ONE_DAY).isoformat()


def _days(centre: Centre, after: int, at: int) -> Iterator[str]:
    """The service days from `after` on that can be booked."""
    last = date.fromisoformat(last_day(centre, at))
    day = date.fromisoformat(centre.service_day(after))
    while day <= last:
        yield day.isoformat()
        day += ONE_DAY
