"""Visits that go on a second at a time, without a screen."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count

from data.centre import Centre
from data.clock import SECOND
from data.refused import Refused
from data.views import Offer, Ticket
from kiosk.questions.asked import question
from kiosk.visit.directory import Directory
from kiosk.visit.offered import Offered
from kiosk.visit.question import Choice
from kiosk.visit.visit import Visit, home
from tests.kiosk.centres import TWO

NOW = 1_000 * SECOND
MORNING = datetime(2026, 11, 25, 10, tzinfo=UTC)
FULL = Refused("quota-full", "All tickets of this service for today have been taken.")


def a_ticket(state: str = "waiting", code: str = "C", language: str = "az", slot: datetime | None = None) -> Ticket:
    """A ticket as the store gives it."""
    number, ahead = ("", None) if state == "booked" else ("A001", 0)
    day = date(2026, 11, 25)
    service = "agency-1-service-1"
    return Ticket(number, code, f"NOVBE:{code}", service, "normal", language, state, ahead, day, MORNING, 1, None, slot)


def offered(
    centre: Centre = TWO,
    *,
    closed: Iterable[str] = (),
    full: Iterable[str] = (),
    bookable: bool = False,
    opens: datetime | None = None,
) -> Offered:
    """A centre whose services give tickets, but not those that are `closed`, until it `opens`, or `full`."""
    closed, full = frozenset(closed), frozenset(full)
    offers = [
        Offer(one.id, 0, one.id not in closed, one.id in full, opens if one.id in closed else None, bookable=bookable)
        for one in centre.current_services
    ]
    return Offered(Directory(centre), {offer.service: offer for offer in offers}, MORNING)


class Walk:
    """Goes on with a visit, a second at a time."""

    def __init__(self, there: Offered | None = None) -> None:
        self.offered = there or Offered(Directory(TWO))
        self.now = NOW
        self.visit = home(self.offered, NOW)
        self._keys = count(1)

    def choose(self, *choices: str) -> Visit:
        """Choose what a question offers by id, or by the service it takes a ticket of; or a tool."""
        for wanted in choices:
            self.now += SECOND
            self.visit = self.visit.touched(self.now)
            self.visit = self.visit.chosen(self._found(wanted), self.offered, self.now, self._key)
        return self.visit

    def type(self, letters: str) -> Visit:
        """Type the letters."""
        for letter in letters:
            self.now += SECOND
            self.visit = self.visit.touched(self.now).typed(letter, self.now)
        return self.visit

    def wait(self, seconds: float) -> Visit:
        """So much later."""
        self.now += int(seconds * SECOND)
        self.visit = self.visit.later(self.offered, self.now)
        return self.visit

    def answer(self, value: object) -> Visit:
        """The store has done what was asked for."""
        self.visit = self.visit.answered(value, self.offered, self.now)
        return self.visit

    def names(self) -> list[str]:
        """What the question offers."""
        return [choice.name for choice in question(self.visit, self.offered).choices]

    def _found(self, wanted: str) -> Choice:
        asked = question(self.visit, self.offered).choices if self.visit.choosing else ()
        return next((one for one in asked if wanted in (one.id, one.service)), Choice(wanted, wanted))

    def _key(self) -> str:
        return f"key {next(self._keys)}"
