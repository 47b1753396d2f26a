"""A day of the size that ASAN published, at one of its centres, on a clock that jumps from event to event.

12,458 tickets were booked for one day at about 20 centres; 29 % of their holders did not come, and 3,883 came about two
hours early. As many again come without a booking.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from random import Random

from data import views, visitor, window
from data.centre import Centre, read
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock

BOOKED = 12_458 // 20
ABSENT = round(BOOKED * 0.29)
EARLY = 3_883 // 20
SERVICES, WINDOWS = ("a", "b", "c", "d"), range(1, 21)
TODAY = date(2026, 11, 25)
Step = Callable[[], None]


def centre() -> Centre:
    """Four services by slots of 15 minutes; each of 20 windows serves two of them."""
    about = '[centre]\nid = "one"\ntrust = "local"\nname = { en = "One" }\ntimezone = "Asia/Baku"\nlanguages = ["en"]\n'
    hours = 'hours = { mon-sun = ["09:00-18:00"] }\n[[agencies]]\nid = "all"\nname = { en = "All" }\n'
    service = '[[services]]\nid = "{}"\nagency = "all"\nseries = "{}"\nduration = "15m"\nname = {{ en = "{}" }}\n'
    served = '[[windows]]\nnumber = {}\nservices = ["{}", "{}"]\n'
    services = [service.format(name, name.upper(), name) for name in SERVICES]
    windows = [served.format(n, SERVICES[n % 4], SERVICES[(n + 1) % 4]) for n in WINDOWS]
    return read("".join([about, hours, *services, *windows]), "one.toml")


@dataclass
class Day:
    """Who comes when, and what becomes of them."""

    store: Store
    clock: MovableClock
    random: Random
    here: dict[str, str] = field(default_factory=dict)
    """The services that those wait for who are here, by their codes."""
    served: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    told_to_come_back: set[str] = field(default_factory=set)
    idle: set[int] = field(default_factory=set)
    longest: int = 0

    def __post_init__(self) -> None:
        self._steps: list[tuple[datetime, int, Step]] = []
        self._order = count()
        self._serves = {n: self.store.centre.window(n).services for n in WINDOWS}

    def at(self, moment: datetime, step: Step) -> None:
        """Have something happen at a moment."""
        heapq.heappush(self._steps, (moment, next(self._order), step))

    def run(self) -> None:
        """All that is to happen, in its order; after each step no window is idle for whom anybody waits."""
        self.idle = {*WINDOWS}
        while self._steps:
            moment, _, step = heapq.heappop(self._steps)
            self.clock.set(max(moment, self.clock.moment))
            step()
            for number in sorted(self.idle):
                self._call(number)
            self.longest = max(self.longest, len(self.here))
            waiting = set(self.here.values())
            assert not any(waiting & {*self._serves[number]} for number in self.idle), "a window is idle"

    def book_all(self) -> list[views.Ticket]:
        """Each books a slot of today, and where that is taken, the one that the refusal names."""
        day = [datetime(2026, 11, 25, 9, tzinfo=self.store.centre.zone) + n * timedelta(minutes=15) for n in range(36)]
        return [self._book(self.random.choice(SERVICES), self.random.choice(day)) for _ in range(BOOKED)]

    def _book(self, service: str, at: datetime) -> views.Ticket:
        while True:
            try:
                return visitor.book(self.store, service=service, at=at)
            except Refused as refused:
                free = refused.values["slot"]
                assert refused.code == "slot-full" and isinstance(free, datetime)  # noqa: PT017, PT018
                at = free if free.date() == TODAY else at.replace(hour=9, minute=0)

    def comes_with(self, code: str) -> None:
        """Check in; whoever is too early comes again when the refusal says."""
        try:
            checked_in = visitor.check_in(self.store, code=code)
        except Refused as refused:
            assert refused.code == "too-soon", refused  # noqa: PT017
            again = datetime.combine(TODAY, refused.values["time"], self.store.centre.zone)  # type: ignore[arg-type]
            assert again > self.clock.moment, "told to come back at a time that is over"
            self.told_to_come_back.add(code)
            self.at(again, lambda: self.comes_with(code))
        else:
            self.here[code] = checked_in.service

    def walks_in(self, service: str, class_: str) -> None:
        """Take a ticket without a booking; one in ten lets others go first after some minutes, if it still waits."""
        taken = visitor.take(self.store, service=service, class_=class_)
        self.here[taken.code] = taken.service
        if self.random.random() < 0.1:
            later = self.clock.moment + timedelta(minutes=self.random.uniform(1, 10))
            self.at(later, lambda: self._lets_others_go(taken.code))

    def _lets_others_go(self, code: str) -> None:
        if code in self.here:
            visitor.postpone(self.store, code=code)

    def _call(self, number: int) -> None:
        called = window.next(self.store, window=number)
        if called is None:
            return
        self.idle.discard(number)
        assert called.code not in self.absent, "somebody who is not here was called"
        del self.here[called.code]
        self.at(self.clock.moment + timedelta(seconds=15), lambda: self._start(number, called.code))

    def _start(self, number: int, code: str) -> None:
        window.start(self.store, window=number)
        self.at(self.clock.moment + timedelta(seconds=self.random.uniform(300, 960)), lambda: self._end(number, code))

    def _end(self, number: int, code: str) -> None:
        window.finish(self.store, window=number)
        self.served.add(code)
        self.idle.add(number)
