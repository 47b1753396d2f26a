"""What an operator does with a ticket, from its call to its end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from data import desk, window
from data.views import Ticket
from tests.day.arrivals import comes_back
from tests.day.books import SECOND, Guest
from tests.day.centre import SERVICES
from tests.day.hands import Hands
from tests.day.script import Steps, at_clock

if TYPE_CHECKING:
    from tests.day.at_windows import AtWindow

SLIPS = 0.012
CALLED = {
    "comes": 84,
    "comes at the second call": 6,
    "is not there": 4,
    "is put back": 3,
    "is sent on": 1,
    "fetches something": 1,
    "is taken out": 0.4,
}
SERVED = {"is done": 87, "is sent on": 8, "fetches something": 4, "never comes back": 1}


class Serving(Hands):
    """An operator who calls and serves; now and then something else happens."""

    def __init__(self, place: "AtWindow") -> None:
        super().__init__(place)
        self._ends: dict[str, Callable[[Guest], Steps]] = {
            "comes at the second call": self._comes_late,
            "is not there": self._is_not_there,
            "is put back": self._is_put_back,
            "is sent on": self._is_sent_on,
            "fetches something": self._fetches_something,
            "never comes back": self._fetches_something,
            "is taken out": self._is_taken_out,
            "is done": self._is_done,
        }

    def called(self, guest: Guest) -> Steps:
        """Whoever was called comes, or something else happens."""
        script = self.script
        if guest.deeds[-1]["act"] != "resume" and (yield from self.slip(guest, SLIPS)):
            return
        fate = script.random.choices([*CALLED], [*CALLED.values()])[0]
        if fate != "comes":
            yield from self._ends[fate](guest)
        else:
            yield script.random.uniform(5, 25)
            yield from self.start(guest)

    def start(self, guest: Guest) -> Steps:
        """Begin to serve whoever has come."""
        self.do(window.start, guest)
        self.place.note(guest, "start", state="serving")
        if (yield from self.slip(guest, SLIPS)):
            yield 3
            yield from self.start(guest)
        else:
            yield from self.serve(guest)

    def serve(self, guest: Guest) -> Steps:
        """Serve; meanwhile the shift may change."""
        script, place = self.script, self.place
        yield script.random.uniform(30, 90)
        if place.late and script.now >= at_clock(14):
            yield from self._hand_over(guest)
        yield script.random.uniform(20, 90)
        if guest.sent_by and script.perhaps(0.5):
            yield from self._send_back(guest)
        else:
            fate = script.random.choices([*SERVED], [*SERVED.values()])[0]
            yield from self._ends[fate](guest)

    def _hand_over(self, guest: Guest) -> Steps:
        """Go, and leave the ticket in hand to the one who comes."""
        place, late = self.place, self.place.late
        assert late
        place.late = None
        place.sign_off()
        assert desk.read(self.store, window=self.number).state == "open"
        yield 45
        place.sign_on(late)
        hand = desk.read(self.store, window=self.number).in_hand
        assert hand
        assert (hand.ticket, hand.state) == (guest.number, "serving")

    def _comes_late(self, guest: Guest) -> Steps:
        yield self.script.random.uniform(16, 30)
        self.recall(guest)
        yield self.script.random.uniform(4, 15)
        yield from self.start(guest)

    def _is_not_there(self, guest: Guest) -> Steps:
        yield self.script.random.uniform(16, 40)
        self.recall(guest)
        yield self.script.random.uniform(45, 70)
        self.do(window.no_show, guest)
        self.place.note(guest, "no-show", state="no-show")
        if (yield from self.slip(guest, 0.1)):
            yield from self.start(guest)
        elif self.script.perhaps(0.5):
            self.script.begin(self.script.now, comes_back(self.script, guest))

    def _is_put_back(self, guest: Guest) -> Steps:
        yield self.script.random.uniform(15, 40)
        if guest.requeues == 2:
            yield from self.start(guest)
            return
        self.do(window.requeue, guest)
        self.place.note(guest, "requeue", state="waiting", put_back=self.script.now, requeues=guest.requeues + 1)
        self.script.books.taken_back(guest, self.script.now)
        if (yield from self.slip(guest, 0.1)):
            yield from self.start(guest)

    def _is_sent_on(self, guest: Guest) -> Steps:
        """Transfer it to what another window serves."""
        yield 1
        to = self.script.random.choice([one for one in SERVICES if one != guest.service])
        steps = tuple(step for step in guest.steps if step != to)
        yield from self._sent(guest, self.do(window.transfer, guest, service=to), to, steps)

    def _send_back(self, guest: Guest) -> Steps:
        """Send it back to whoever sent it, for what it had there."""
        name, service, steps = guest.sent_by or ("", "", ())
        seat = next((number for number, who in self.script.books.at.items() if who == name), 0)
        if seat in (0, self.number) or service == guest.service:
            yield from self._is_done(guest)
            return
        yield from self._sent(guest, self.do(window.send_back, guest), service, steps, kept_for=seat)

    def _sent(self, guest: Guest, ticket: Ticket, to: str, steps: tuple[str, ...], **more: int) -> Steps:
        """It waits for something else now, and for `steps` afterwards."""
        was, sent_by = guest.state, (self.place.name, guest.service, guest.steps)
        assert (ticket.state, ticket.service, ticket.steps) == ("waiting", to, steps)
        changes = {"service": to, "steps": steps, "sent_by": sent_by, **more}
        self.place.note(guest, "transfer", goes_on=to, state="waiting", **changes)
        yield from self._perhaps_not(guest, was)

    def _perhaps_not(self, guest: Guest, was: str) -> Steps:
        if (yield from self.slip(guest, 0.1)):
            yield from self._is_done(guest) if was == "serving" else self.start(guest)

    def _fetches_something(self, guest: Guest) -> Steps:
        was, script = guest.state, self.script
        self.do(window.hold, guest, reason="fetches a photo")
        guest.fetched = script.now + round(script.random.uniform(120, 1200) * SECOND) if script.perhaps(0.8) else 0
        self.place.note(guest, "hold", state="held")
        yield from self._perhaps_not(guest, was)

    def _is_taken_out(self, guest: Guest) -> Steps:
        yield 5
        window.remove(self.store, ticket=guest.number, reason="a mistake", by=self.script.boss)
        self.script.note(guest, "remove", window=self.number, state="gone")

    def _is_done(self, guest: Guest) -> Steps:
        """Finish, and mostly call the next one with it."""
        yield 1
        if self.script.perhaps(0.7) and not self.place.wants_to_stop:
            yield from self._next(guest)
            return
        self.do(window.finish, guest)
        self.finished(guest)
        if (yield from self.slip(guest, SLIPS)):
            yield from self._is_done(guest)

    def _next(self, guest: Guest) -> Steps:
        done = window.finish_and_call(self.store, window=self.number, by=self.place.signed)
        assert done.finished == guest.number
        self.finished(guest)
        expected = next(iter(self.script.books.callable(self.number, self.script.now)), None)
        assert (done.called and done.called.ticket) == (expected and expected.number), f"{self.place}: wrong next"
        if done.called and expected:
            yield from self.called(self.was_called(expected, "call", done.called.revision))
