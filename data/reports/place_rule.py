"""Was a call in turn the right one, and whom did it overtake? By those who waited at that moment."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from data.reports.rows import ACT, AT, CLOSE, OPEN, SERVICES, WINDOW, Row
from data.reports.waiter import Waiter

Place = tuple[int, int]
"""The place of a ticket and its id: the smallest is next."""


class Judged(NamedTuple):
    """Of one call in turn: how many tickets it overtook, and how many had a better place."""

    overtaken: int
    better: int


class Queues:
    """Who waits on one service day, for each service in the order of their places."""

    def __init__(self) -> None:
        self._waiters: dict[int, Waiter] = {}
        self._places: defaultdict[str, list[Place]] = defaultdict(list)

    def enter(self, waiter: Waiter) -> None:
        """Let it wait."""
        self._waiters[waiter.id] = waiter
        places, place = self._places[waiter.service], (waiter.place, waiter.id)
        if not places or places[-1] < place:
            places.append(place)
        else:
            insort(places, place)

    def leave(self, waiter: Waiter) -> None:
        """It no longer waits."""
        del self._waiters[waiter.id]
        places = self._places[waiter.service]
        del places[bisect_left(places, (waiter.place, waiter.id))]

    def judge(self, called: Waiter, row: Row, pause: int, windows: "Windows") -> Judged | None:
        """What a call in turn, which has left already, did to those who waited; None where it did nothing."""
        place, arrived = (called.place, called.id), (called.arrival, called.id)
        before: list[Waiter] = []
        for service in split(row[SERVICES]):
            places = self._places.get(service)
            if places and places[0] < place:
                before += self._before(service, place)
        places = self._places[called.service]
        if not before and not (places and places[0] < arrived):  # no place is later than its arrival
            return None
        earlier = [each for each in self._before(called.service, arrived) if (each.arrival, each.id) < arrived]
        better, overtaken = (
            sum(callable_at(each, row[AT], row[WINDOW], pause, windows) for each in waiters)
            for waiters in (before, earlier)
        )
        return Judged(overtaken, better) if overtaken or better else None

    def _before(self, service: str, place: Place) -> list[Waiter]:
        places = self._places[service]
        return [self._waiters[ticket_id] for _, ticket_id in places[: bisect_left(places, place)]]


@cache
def split(services: str) -> tuple[str, ...]:
    """The services of a window, as a call has them."""
    return tuple(services.split(","))


def callable_at(waiter: Waiter, at: int, window: int, pause: int, windows: "Windows") -> bool:
    """Whether the window could have called it: not put back so short a time ago, and not kept for another window."""
    put_back, kept_for = waiter.put_back, waiter.kept_for
    if put_back is not None and at - pause < put_back <= at:
        return False
    return kept_for is None or kept_for == window or not windows.can_call(kept_for, waiter.service)


class Windows:
    """Which windows are open, and what they serve as far as the log has said so."""

    def __init__(self, opened: Iterable[int]) -> None:
        self._open = set(opened)
        self._serve: dict[int, tuple[str, ...]] = {}

    def work(self, row: Row) -> None:
        """Go on by an act that opens or closes a window, or by another one of its own."""
        if row[ACT] == OPEN:
            self._open.add(row[WINDOW])
            self.serve(row)
        if row[ACT] == CLOSE:
            self._open.discard(row[WINDOW])

    def serve(self, row: Row) -> None:
        """Go on by an act that says what a window serves."""
        self._serve[row[WINDOW]] = split(row[SERVICES])

    def forget(self) -> None:
        """Go on by an act that sets the centre up anew, and does not say what its windows serve."""
        self._serve.clear()

    def can_call(self, window: int, service: str) -> bool:
        """Whether a window is open and serves a service; one of which the log has said nothing serves it."""
        return window in self._open and service in self._serve.get(window, (service,))


class Day:
    """One service day: its tickets, and who waits."""

    def __init__(self, iso: str) -> None:
        self.iso = iso
        self.tickets: dict[int, Waiter] = {}
        self.queues = Queues()
