"""Who does what when: everybody of the day goes on by steps, on a clock that jumps from one to the next."""

import heapq
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from data import people, shifts
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.day.books import SECOND, Books, Deed, Guest
from tests.day.centre import PINS, SUPERVISOR

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TODAY = date(2025, 11, 26)
"""A Wednesday that is over by every other clock."""
MIDNIGHT = datetime(2025, 11, 25, 20, tzinfo=UTC)
"""When it begins in Baku."""
Steps = Iterator[float]
"""What somebody does; each number is how many seconds pass before the next step."""


def at_clock(hour: float) -> int:
    """The moment when the clocks of the day show this hour."""
    return (MIDNIGHT - EPOCH + timedelta(hours=hour)) // timedelta(microseconds=1)


class Script:
    """The day: its store and clock, the books, and who is on the way. `acts` counts what was done."""

    def __init__(self, store: Store, url: str, clock: MovableClock, seed: int, guests: int) -> None:
        self.store, self.url, self.clock = store, url, clock
        self.random, self.size = Random(seed), guests
        self.books = Books()
        self.acts = 0
        self.done = False
        self.stopped: set[str] = set()
        """The services of which the supervisor lets no more tickets be given."""
        self.clock_file: Path | None = None
        """Where a process of its own reads the clock."""
        self.at_the_door = 0
        """Who would be served without a ticket."""
        self.booked_in_vain = 0
        """For how many bookings of today nobody has come."""
        self.letters: dict[int, int] = {}
        """Messages that were sent to a window and not read yet."""
        self.signed: dict[str, Signed] = {}
        self._order = count()
        self._ways: list[tuple[int, int, Steps]] = []

    @property
    def now(self) -> int:
        """The moment, in microseconds."""
        return (self.clock.moment - EPOCH) // timedelta(microseconds=1)

    def go(self, at: int) -> None:
        """Set the clock."""
        self.clock.set(EPOCH + timedelta(microseconds=at))
        if self.clock_file:
            new = self.clock_file.with_suffix(".new")
            new.write_text(str(at))
            new.replace(self.clock_file)

    def begin(self, at: int, steps: Steps) -> None:
        """Have somebody begin at a moment."""
        heapq.heappush(self._ways, (at, next(self._order), steps))

    def run(self) -> None:
        """All that is to happen, in its order."""
        while self._ways:
            at, _, steps = heapq.heappop(self._ways)
            self.go(at)
            passes = next(steps, None)
            if passes is not None:
                self.begin(at + round(passes * SECOND), steps)

    def until(self, hour: float) -> float:
        """Seconds until the clock shows this hour; 0 when it is past."""
        return max(0.0, (at_clock(hour) - self.now) / SECOND)

    def perhaps(self, chance: float) -> bool:
        """Whether something happens that happens so often."""
        return self.random.random() < chance

    def admit(self, name: str, window: int = 0) -> Signed:
        """Somebody types the PIN, which takes a while and is done once; later they are known."""
        if name not in self.signed:
            self.signed[name] = people.admit(self.store, name=name, pin=PINS[name], window=window)
        return self.signed[name]

    @property
    def boss(self) -> Signed:
        """The supervisor."""
        return self.admit(SUPERVISOR)

    def sign_on(self, name: str, window: int, *, take_over: bool = False) -> Signed:
        """Somebody signs on at a window."""
        signed = shifts.sign_on(self.store, window=window, by=self.admit(name, window), take_over=take_over)
        self.shift("sign-on", window, name)
        self.books.at[window] = name
        return signed

    def shift(self, act: str, window: int, name: str) -> None:
        """Note what somebody did with a window."""
        self.books.shift(self.now, act, window, name)
        self.acts += 1

    def note(self, guest: Guest, act: str, **more: Any) -> Deed:
        """Note what was done with a ticket."""
        self.acts += 1
        return self.books.note(guest, self.now, act, **more)
