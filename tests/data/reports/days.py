"""Days of a centre at random: acts through the verbs, by a clock that moves on, over nights and clock changes."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select

from data import log, shifts, supervise, visitor, window
from data.centre import Centre, read
from data.records import Event
from data.refused import Refused
from data.store import Statement, Store
from data.tables import PERSON, TICKET, WINDOW
from data.views import Signed
from tests.clocks import MovableClock
from tests.data.reports.slow_world import World

CENTRE = """
[centre]
id = "report"
trust = "local"
name = {{ en = "Centre <of> all & everything", az = "Mərkəz" }}
timezone = "{zone}"
languages = ["en", "az"]
day_starts = "{day_starts}"

[rules]
requeue_pause = "4m"
undo_within = "{undo_within}"
recall_after = "5s"
no_show_calls = 1
no_show_after = "0s"

[[breaks]]
id = "lunch"
name = {{ en = "Lunch" }}

[[agencies]]
id = "interior"
name = {{ en = "Interior" }}

[[agencies]]
id = "finance"
name = {{ en = "Finance" }}

[[services]]
id = "id-card"
agency = "interior"
series = "A"
name = {{ en = "=Identity card <b>", az = "Vəsiqə" }}
then = ["notary"]

[[services]]
id = "passport"
agency = "interior"
series = "A"
name = {{ en = "Passport" }}
target_wait = "3m"

[[services]]
id = "notary"
agency = "finance"
series = "C"
name = {{ en = "Notary" }}
duration = "20m"

[[windows]]
number = 1
services = ["id-card", "passport"]

[[windows]]
number = 2
services = ["passport", "notary"]

[[windows]]
number = 3
services = ["id-card", "passport", "notary"]
"""
SERVICES = ("id-card", "passport", "notary")
WINDOWS = (1, 2, 3)
ADD_PERSON = Statement(insert(PERSON), ("id", "name", "role", "pin", "active"))
LANGUAGES = Statement(select(TICKET.c.id, TICKET.c.language))
STATES = Statement(select(TICKET.c.series, TICKET.c.number, TICKET.c.state, TICKET.c.code))
SHIFTS = Statement(select(WINDOW.c.number, WINDOW.c.person))
NAMES = ("Aysel", "=Rəna|<i>")


def centre(zone: str, day_starts: str = "00:00", undo_within: str = "10s") -> Centre:
    """A centre with steps, bookings and breaks."""
    return read(CENTRE.format(zone=zone, day_starts=day_starts, undo_within=undo_within), "centre.toml")


class Days:
    """Somebody who does this and that."""

    def __init__(self, store: Store, clock: MovableClock, seed: int) -> None:
        self.store, self.clock, self.random = store, clock, random.Random(seed)
        self._signed = [Signed(1, NAMES[0], "operator"), Signed(2, NAMES[1], "operator")]
        with store.transaction():
            for each in self._signed:
                row = {"id": each.person, "name": each.name, "role": each.role, "pin": "", "active": True}
                store.run(ADD_PERSON, row)
        for number in WINDOWS[:2]:
            window.open(store, window=number)

    def go_on(self, acts: int) -> None:
        """So many acts, and some time before each."""
        for _ in range(acts):
            self.clock.advance(self.random.choice((0, 0.000_001, 1, 3, 7, 20, 40, 90)))
            for _ in range(9):  # most of what comes to mind cannot be done just now
                try:
                    self.random.choice(self._what())()
                    break
                except Refused:
                    continue

    def _what(self) -> list[Callable[[], object]]:
        at = self.random.choice(WINDOWS)
        common = [self._take, self._at(window.call, at), self._at(window.start, at), self._at(window.finish, at)]
        usual = [self._at(window.next, at), self._at(window.recall, at), *[self._at(window.undo, at)] * 3]
        seldom = [
            *(self._at(window.no_show, at), self._at(window.requeue, at), self._at(window.hold, at, reason="x")),
            self._at(window.transfer, at, service=self.random.choice(SERVICES)),
            *(self._at(window.send_back, at), self._named(window.resume, "on-hold", at)),
            *(self._named(window.revive, "no-show", at), self._named(window.call, "waiting", at, reason="x")),
            *(self._cancel, self._remove, self._front, self._book, self._check_in, self._postpone),
        ]
        rare = [
            *(self._at(window.open, at), self._at(window.close, at)),
            self._at(window.walk_in, at, service=self.random.choice(SERVICES)),
            *(self._at(shifts.take_break, at, reason="lunch"), self._at(shifts.come_back, at)),
            *(lambda: self._sign_on(at), self._at(shifts.sign_off, at)),
            lambda: supervise.assign(self.store, window=at, services=self.random.sample(SERVICES, 2)),
        ]
        return self.random.choice([common] * 6 + [usual] * 5 + [seldom] * 5 + [rare])

    def _at(self, verb: Callable[..., object], at: int, **given: Any) -> Callable[[], object]:
        def act() -> object:
            by = self._signed_on.get(at)
            return verb(self.store, window=at, by=by, **given)

        return act

    @property
    def _signed_on(self) -> dict[int, Signed]:
        people = {each.person: each for each in self._signed}
        with self.store.snapshot():
            rows = self.store.all(SHIFTS)
        return {number: people[person] for number, person in rows if person in people}

    def _sign_on(self, at: int) -> object:
        return shifts.sign_on(self.store, window=at, by=self.random.choice(self._signed))

    def _take(self) -> object:
        class_ = self.random.choice(("normal",) * 8 + ("priority",) * 3 + ("immediate",))
        language = self.random.choice(("en", "az", None))
        return visitor.take(
            self.store, service=self.random.choice(SERVICES), class_=class_, language=language, reason="x"
        )

    def _found(self, state: str) -> list[tuple[str, str]]:
        with self.store.snapshot():
            rows = self.store.all(STATES)
        return [(f"{series}{number or 0:03}", code) for series, number, now, code in rows if now == state]

    def _some(self, state: str) -> tuple[str, str]:
        found = self._found(state)
        if not found:
            raise Refused("nobody", "Nobody.")
        return self.random.choice(found)

    def _named(self, verb: Callable[..., object], state: str, at: int, **given: Any) -> Callable[[], object]:
        return lambda: self._at(verb, at, ticket=self._some(state)[0], **given)()

    def _cancel(self) -> object:
        return visitor.cancel(self.store, code=self._some(self.random.choice(("waiting", "on-hold", "booked")))[1])

    def _postpone(self) -> object:
        return visitor.postpone(self.store, code=self._some("waiting")[1])

    def _remove(self) -> object:
        name, _ = self._some(self.random.choice(("waiting", "on-hold", "called")))
        return window.remove(self.store, ticket=name, reason="x")

    def _front(self) -> object:
        return supervise.front(self.store, ticket=self._some("waiting")[0], reason="x")

    def _book(self) -> object:
        now = self.clock.moment
        slot = now.replace(minute=now.minute // 20 * 20, second=0, microsecond=0)
        slot += timedelta(minutes=20 * self.random.randint(1, 3) + self.random.choice((0, 0, 24 * 60)))
        return visitor.book(self.store, service="notary", at=slot)

    def _check_in(self) -> object:
        return visitor.check_in(self.store, code=self._some("booked")[1])


def world(store: Store) -> World:
    """What the slow figures need to know of a store."""
    with store.snapshot():
        languages = dict(store.all(LANGUAGES))
    services = store.centre.services
    return World(
        zone=store.centre.zone,
        day_starts=store.centre.day_starts,
        targets={service.id: service.target_wait for service in services},
        agencies={service.id: service.agency for service in services},
        pause=store.centre.rules.requeue_pause,
        languages=languages,
        now=store.micros(),
    )


def events(store: Store) -> list[Event]:
    """The whole log."""
    return list(log.events(store))
