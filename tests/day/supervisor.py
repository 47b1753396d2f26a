"""The supervisor: sees the whole hall, acts on it, and closes the day."""

from collections.abc import Callable

import pytest

from data import desk, supervise, visitor, window
from data.overview import overview
from data.refused import Refused
from tests.day import expected
from tests.day.arrivals import a_guest, took
from tests.day.at_windows import AtWindow
from tests.day.books import SECOND, Guest
from tests.day.centre import HEAD_STARTS, SERVICES, SUPERVISOR, WINDOWS
from tests.day.script import Script, Steps, at_clock

TAKEN_OVER = 7
IN_HAND = ("called", "serving")


class Supervisor:
    """What the supervisor does on this day, each at its time."""

    def __init__(self, script: Script, places: list[AtWindow]) -> None:
        self.script, self.places = script, {place.number: place for place in places}
        self.store = script.store

    def plan(self) -> None:
        """Have all begin at its hour."""
        for hour, deed in self._deeds():
            self.script.begin(at_clock(hour), _once(deed))
        for hour in (9.5, 10.2, 12.1, 14.9):
            self.script.begin(at_clock(hour), self._immediate())
        self.script.begin(at_clock(14.5), self._takes_over(self.places[TAKEN_OVER]))
        self.script.begin(at_clock(18.15), self._closes_the_day())

    def _deeds(self) -> list[tuple[float, Callable[[], None]]]:
        script, random = self.script, self.script.random
        letters = [(random.uniform(9.3, 17.5), lambda number=n: self._writes(number)) for n in (2, 4, 5, 8, 11, 12)]
        fronts = [(random.uniform(9.5, 17), lambda: self._puts_in_front()) for _ in range(max(4, script.size // 200))]
        removes = [(random.uniform(10, 17), lambda: self._takes_out()) for _ in range(max(4, script.size // 150))]
        return [
            *(letters + fronts + removes),
            (10.5, self._may_not_all),
            (11.0, lambda: self._assigns(12, ("id-card", "passport"))),
            (12.5, self._looks),
            (15.0, lambda: self._assigns(12, WINDOWS[12])),
            (15.5, self._looks),
            (16.0, lambda: self._stops("land")),
            (16.5, lambda: self._allows("land")),
            (16.75, lambda: self._stops("tax")),
            (17.75, self._looks),
        ]

    def _writes(self, number: int) -> None:
        sent = supervise.message(self.store, window=number, text=f"Window {number}, please.", by=self.script.boss)
        self.script.letters[number] = sent.message

    def _immediate(self) -> Steps:
        guest = a_guest(self.script)
        guest.class_ = "immediate"
        given = {"service": guest.service, "class_": "immediate", "language": guest.language, "reason": "collapsed"}
        took(self.script, guest, visitor.take(self.store, **given, by=self.script.boss))
        yield 0

    def _puts_in_front(self) -> None:
        waiting = [guest for guest in self._standing("waiting") if guest.class_ != "immediate"]
        if waiting:
            guest = self.script.random.choice(waiting)
            put = supervise.front(self.store, ticket=guest.number, reason="a child", by=self.script.boss)
            assert put.class_ == "immediate"
            place = guest.arrival - HEAD_STARTS["immediate"] * SECOND
            self.script.note(guest, "front", class_="immediate", place=place, put_back=None)

    def _takes_out(self) -> None:
        there = self._standing("waiting") + self._standing("held")
        if there:
            guest = self.script.random.choice(there)
            window.remove(self.store, ticket=guest.number, reason="has left", by=self.script.boss)
            self.script.note(guest, "remove", state="gone")

    def _standing(self, state: str) -> list[Guest]:
        return self.script.books.standing(state, *WINDOWS[12])

    def _may_not_all(self) -> None:
        """An operator does not do what only a supervisor may, nor anything at another's window."""
        operator = self.places[1].signed
        for refused, act in (
            ("supervisor-only", lambda: supervise.close_day(self.store, by=operator)),
            ("supervisor-only", lambda: supervise.message(self.store, window=2, text="Hello", by=operator)),
            ("not-yours", lambda: window.next(self.store, window=2, by=operator)),
            ("not-signed-on", lambda: window.next(self.store, window=1)),
        ):
            with pytest.raises(Refused) as refusal:
                act()
            assert refusal.value.code == refused

    def _assigns(self, number: int, services: tuple[str, ...]) -> None:
        done = supervise.assign(self.store, window=number, services=services, by=self.script.boss)
        assert done.services == services
        self.script.books.serves[number] = services
        self.script.books.last[number] = {"act": "assign"}

    def _looks(self) -> None:
        """What is on the supervisor's screen is what is in the books."""
        books, seen = self.script.books, overview.read(self.store)
        waiting = {line.service: line.waiting for line in seen.lines}
        assert waiting == {service: len(books.standing("waiting", service)) for service in SERVICES}
        in_hand = {guest.deeds[-1]["window"]: guest.number for guest in books.guests if guest.state in IN_HAND}
        assert {post.window: post.hand.ticket for post in seen.posts if post.hand} == in_hand
        should, today = expected.count(books, "day")["total"], seen.today
        assert (today.arrived, today.served, today.n) == (should["arrived"], should["served"], should["wait_n"])
        assert today.mean
        assert today.mean.total_seconds() == pytest.approx(should["wait_mean_s"], abs=0.001)
        assert {left.service: left.waiting for left in seen.today.left}.items() <= waiting.items()
        assert {post.window: post.person for post in seen.posts if post.person} == books.at
        assert {post.window for post in seen.posts if post.state != "closed"} == {
            number for number, is_open in books.open.items() if is_open
        }

    def _stops(self, service: str) -> None:
        supervise.close_service(self.store, service=service, by=self.script.boss)
        self.script.stopped.add(service)

    def _allows(self, service: str) -> None:
        supervise.open_service(self.store, service=service, by=self.script.boss)
        self.script.stopped.remove(service)

    def _takes_over(self, place: AtWindow) -> Steps:
        """Serve somebody at a window whose operator had to go for a moment."""
        operator = place.name
        place.absent = True
        while desk.read(self.store, window=place.number).in_hand:
            yield 5
        with pytest.raises(Refused) as refusal:
            self.script.sign_on("Aysel", place.number)
        assert refusal.value.code == "window-in-use"
        self.script.shift("sign-off", place.number, operator)
        place.name = SUPERVISOR
        place.signed = self.script.sign_on(SUPERVISOR, place.number, take_over=True)
        guest = next(iter(self.script.books.callable(place.number, self.script.now)), None)
        if guest:
            yield from place.hands.start(place.hands.call(guest) or guest)
        yield 20
        place.sign_off()
        yield 20
        place.sign_on(operator)
        place.open()
        place.absent = False

    def _closes_the_day(self) -> Steps:
        script, books = self.script, self.script.books
        script.done = True
        refused = 0
        while any(desk.read(self.store, window=number).in_hand for number in WINDOWS):
            with pytest.raises(Refused) as refusal:
                supervise.close_day(self.store, by=script.boss)
            assert refusal.value.code == "day-open"
            refused += 1
            yield 20
        yield 15
        closed = supervise.close_day(self.store, by=script.boss)
        left = self._standing("waiting") + self._standing("held")
        for guest in left:
            script.note(guest, "expire", state="expired")
        assert closed.expired == len(left)
        assert closed.no_shows == script.booked_in_vain
        for number in closed.windows:
            if books.open[number]:
                script.shift("close", number, SUPERVISOR)
                books.open[number] = False
            script.shift("sign-off", number, SUPERVISOR)
        assert {*closed.windows} == {number for number in WINDOWS if not number % 4}


def _once(deed: Callable[[], None]) -> Steps:
    deed()
    yield from ()
