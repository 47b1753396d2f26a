"""The model of bookings: which slots there are, who has a place in them, and what a check-in gives."""

from datetime import datetime, time, timedelta
from itertools import permutations

from tests.guards.model import Queue, act
from tests.guards.records import MINUTE, SERIES, SERVES, SLOT, STEPS, ZONE, Answer, No, Ticket

OPEN = ((time(0), time(13)), (time(14), time(23, 59, 59)))
GIVEN_BACK = ("cancelled", "no-show", "removed", "expired")
FARTHEST, TARGET_WAIT = timedelta(days=90), 15 * MINUTE


class Appointments(Queue):
    """The queue with its bookings; a ticket is given by the revision of its first event."""

    def book(self, service: str, at: datetime, language: str | None, key: str | None, name: str | None) -> Answer:
        known = self.known(key)
        if known:
            return self._again(known, (known.first_service, known.slot) == (service, at))
        return self._book(service, at, language or "az", key)

    @act
    def _book(self, service: str, at: datetime, language: str, key: str | None) -> Answer:
        if service not in SERIES:
            raise No("unknown-service")
        if service not in SLOT:
            raise No("not-bookable")
        day = at.astimezone(ZONE).date()
        if not (self.at <= at and day <= self.day + FARTHEST and self._is_slot(service, at)):
            raise No("not-a-slot")
        self._quota(service, day)
        if not self._has_place(service, at):
            raise No("slot-full")
        id_ = len(self.log) + 1
        about = (id_, day, None, service, service, "normal", language, key, None, None, id_, self.at, "booked", at)
        ticket = self.tickets[id_] = Ticket(*about, steps=STEPS.get(service, ()))
        self._log_first("book", ticket)
        return self.answer(ticket)

    @act
    def check_in(self, ticket: int) -> Answer:
        booking = self.coded(ticket)
        self.allow("check-in", booking, "booked")
        assert booking.slot, "booked without a slot"
        midnight = datetime.combine(booking.day, time(), ZONE)
        if self.at < max(midnight, booking.slot - 30 * MINUTE):
            raise No("too-soon")
        late = self.at > booking.slot + 10 * MINUTE
        arrival = self._arrival() if late else booking.slot - TARGET_WAIT
        given = {"number": self._number(booking.first_service, booking.day), "arrival": arrival, "place": arrival}
        checked_in = self.write("check-in", booking, state="waiting", **given)
        self.log[-1] = self.log[-1]._replace(place=arrival)
        return self.answer(checked_in)

    def _is_slot(self, service: str, at: datetime) -> bool:
        """It begins a whole number of slots after an opening, and ends before the closing; none on a stopped day."""
        wall = at.astimezone(ZONE)
        if self.stopped.get(service) == wall.date():
            return False
        for opening, closing in OPEN:
            opened = datetime.combine(wall.date(), opening, ZONE)
            closed = datetime.combine(wall.date(), closing, ZONE)
            if opened <= at <= closed:
                return (at - opened) % SLOT[service] == timedelta(0) and at + SLOT[service] <= closed + MINUTE
        return False

    def _has_place(self, service: str, at: datetime) -> bool:
        """Whether all that is booked meanwhile, and one more, could sit at a window each: by trying it out."""
        held = [t for t in self.tickets.values() if t.slot and t.state not in GIVEN_BACK]
        during = [t.first_service for t in held if self._meets(t, service, at)] + [service]
        ways = permutations(SERVES, len(during)) if len(during) <= len(SERVES) else ()
        return any(all(s in SERVES[window] for s, window in zip(during, way, strict=True)) for way in ways)

    @staticmethod
    def _meets(ticket: Ticket, service: str, at: datetime) -> bool:
        other = ticket.slot or at
        return other < at + SLOT[service] and at < other + SLOT[ticket.first_service]
