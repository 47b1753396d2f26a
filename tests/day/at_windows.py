"""The operators: each works at a window from morning to evening, and does all that can be done there."""

import pytest

from data import desk, shifts, supervise, window
from data.refused import Refused
from data.views import Signed
from tests.day.arrivals import a_guest
from tests.day.books import Guest
from tests.day.crash import at_a_screen
from tests.day.script import Script, Steps, at_clock
from tests.day.serving import Serving

BREAK_S = 35 * 60


class AtWindow:
    """One window and who is at it. `late` comes at two; `crashes` is in which state its screen dies, and when."""

    def __init__(self, script: Script, number: int, name: str, late: str | None = None) -> None:
        self.script, self.number, self.name, self.late = script, number, name, late
        self.hands = Serving(self)
        self.lunch = 12.0 + (number % 3) * 0.6
        self.crash: tuple[float, str] | None = None
        self.absent = False
        """Somebody else has the window for a while."""
        self.signed: Signed

    def __str__(self) -> str:
        return f"window {self.number}"

    def day(self) -> Steps:
        """Come, work, go home."""
        yield self.script.random.uniform(0, 500)
        self.sign_on(self.name)
        yield self.script.until(9 + self.script.random.uniform(0, 0.03))
        self.open()
        while not self.script.done:
            yield from self.next_thing()
        if self.number % 4:  # the others leave it to the supervisor
            self.sign_off()

    def next_thing(self) -> Steps:
        """What there is to be done with empty hands."""
        script = self.script
        self.read_letters()
        if script.now >= at_clock(self.lunch):
            self.lunch = 99
            yield from self.have_lunch()
        elif self.absent:
            yield 30
        elif self.crash and script.now >= at_clock(self.crash[0]) and script.books.callable(self.number, script.now):
            yield from at_a_screen(self, dies=self.crash[1])
        elif script.at_the_door and script.now < at_clock(17.7):
            script.at_the_door -= 1
            yield from self.hands.serve(self.walk_in())
        elif guest := self.called():
            yield from self.hands.called(guest)
        else:
            yield script.random.uniform(3, 9)

    @property
    def wants_to_stop(self) -> bool:
        """Whether nobody more is to be called now."""
        wanted = (self.lunch, self.crash[0] if self.crash else 99)
        return self.script.done or self.absent or self.script.now >= at_clock(min(wanted))

    def called(self) -> Guest | None:
        """Whoever is called now: back from hold, out of turn, or the next one."""
        books, now = self.script.books, self.script.now
        held = books.standing("held", *books.serves[self.number])
        here, waiting = [guest for guest in held if 0 < guest.fetched <= now], books.callable(self.number, now)
        if here:
            return self.hands.resume(here[0])
        if len(waiting) > 2 and self.script.perhaps(0.015):
            return self.hands.call_out_of_turn(self.script.random.choice(waiting[1:]))
        if waiting or self.script.perhaps(0.02):
            return self.hands.call(waiting[0] if waiting else None)
        return None

    def walk_in(self) -> Guest:
        """Somebody stands at the window without a ticket."""
        script = self.script
        guest = a_guest(script, script.random.choice(script.books.serves[self.number]))
        guest.language = "az"
        made = window.walk_in(script.store, window=self.number, service=guest.service, by=self.signed)
        guest.code, guest.number, guest.id, guest.steps = made.code, made.ticket, made.revision, made.steps
        guest.waits_from(script.now, 0)
        script.books.guests.append(guest)
        self.note(guest, "walk-in", state="serving")
        return guest

    def have_lunch(self) -> Steps:
        """A break; nobody is called during it."""
        script, store = self.script, self.script.store
        shifts.take_break(store, window=self.number, reason="lunch", by=self.signed)
        script.shift("break", self.number, self.name)
        yield BREAK_S * script.random.uniform(0.8, 1.2)
        with pytest.raises(Refused) as refusal:
            window.call(store, window=self.number, by=self.signed)
        assert refusal.value.code == "on-break"
        shifts.come_back(store, window=self.number, by=self.signed)
        script.shift("back", self.number, self.name)

    def read_letters(self) -> None:
        """Read what the supervisor has sent."""
        if self.number in self.script.letters and not self.absent:
            sent = self.script.letters.pop(self.number)
            (letter,) = desk.read(self.script.store, window=self.number).messages
            assert letter.message == sent
            supervise.read(self.script.store, message=sent, by=self.signed)
            assert desk.read(self.script.store, window=self.number).messages == ()

    def sign_on(self, name: str) -> None:
        """Sign on, here."""
        self.name = name
        self.signed = self.script.sign_on(name, self.number)

    def sign_off(self) -> None:
        """Sign off; with nothing in hand the window closes."""
        left = shifts.sign_off(self.script.store, window=self.number, by=self.signed)
        if left.state == "closed":
            self.script.shift("close", self.number, self.name)
            self.script.books.open[self.number] = False
        self.script.shift("sign-off", self.number, self.name)
        self.script.books.at.pop(self.number)

    def open(self) -> None:
        """Begin work."""
        window.open(self.script.store, window=self.number, by=self.signed)
        self.script.shift("open", self.number, self.name)
        self.script.books.open[self.number] = True

    def note(self, guest: Guest, act: str, **more: object) -> None:
        """Note what was done here."""
        self.script.note(guest, act, window=self.number, name=self.name, **more)
