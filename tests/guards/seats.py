"""The model of the service windows as they stand, and what the hall shows of them."""

from datetime import datetime, timedelta
from typing import Any

from tests.guards.appointments import Appointments
from tests.guards.records import MINUTE, SERIES, SERVES, Event, No, Ticket

SECOND = timedelta(seconds=1)


class Seats(Appointments):
    """What each window has in hand, may do, and would call next."""

    def board(self) -> dict[str, Any]:
        """Calls newest first, and for each service how many wait and for how long."""
        self.settle()
        shown = [t for t in self.tickets.values() if t.board and (t.day == self.day or t.in_hand)]
        return {
            "calls": [(t.name, t.window, t.last_call, t.board) for t in sorted(shown, key=lambda t: -(t.board or 0))],
            "waiting": [self._queue(service) for service in SERIES],
        }

    def _queue(self, service: str) -> tuple[str, int, int | None]:
        waiting = self.waiting(service)
        oldest = min((t.arrival for t in waiting if t.arrival), default=None)
        return service, len(waiting), oldest and max(0, (self.at - oldest) // SECOND)

    def held(self, window: int) -> Ticket | None:
        """The ticket in hand at a window."""
        return next((t for t in self.tickets.values() if t.in_hand and t.window == window), None)

    def following(self, window: int) -> Ticket | None:
        """Who is next: the smallest place, but not who was put back less than five minutes ago.

        Nor who was sent back to another window that is open and serves it.
        """
        ready = (t for t in self.waiting(*self.serves[window]) if self._passed(t.requeued, 5 * MINUTE))
        return next((t for t in ready if t.for_window in (None, window) or not self._waited_for(t)), None)

    def _waited_for(self, ticket: Ticket) -> bool:
        other = ticket.for_window or 0
        return self.is_open[other] and ticket.service in self.serves[other]

    def _named(self, name: str, window: int | None = None) -> Ticket:
        """The ticket of this day with the number, else the one in hand there."""
        same = [t for t in self.tickets.values() if t.number and t.name == name]
        today = [t for t in same if t.day == self.day]
        in_hand = [t for t in reversed(same) if t.in_hand and window in (None, t.window)]
        for found in today or in_hand:
            return found
        raise No("unknown-ticket")

    def _served_here(self, window: int, name: str) -> Ticket:
        found = self._named(name, window)
        if found.service not in self.serves[window]:
            raise No("not-served-here")
        return found

    def _is_open(self, window: int) -> bool:
        if window not in SERVES:
            raise No("unknown-window")
        return self.is_open[window]

    def _opened(self, window: int) -> None:
        if not self._is_open(window):
            raise No("window-closed")

    def _working(self, window: int) -> None:
        self._opened(window)
        if window in self.paused:
            raise No("on-break")

    def _free(self, window: int) -> None:
        self._working(window)
        self._empty(window)

    def _empty(self, window: int) -> None:
        self._opened(window)
        if self.held(window):
            raise No("ticket-in-hand")

    def _in_hand(self, window: int) -> Ticket:
        self._is_open(window)
        held = self.held(window)
        if held is None:
            raise No("nothing-in-hand")
        return held

    def _end_break(self, window: int) -> None:
        if window in self.paused:
            self.paused.remove(window)
            self.log.append(Event(self.at, "back", window=window))
            self.last[window] = len(self.log)

    def _passed(self, since: datetime | None, wait: timedelta) -> bool:
        """Whether a wait is over; it is where the clock has been set back to before it began."""
        return since is None or since > self.at or since + wait <= self.at

    def _needed(self, reason: str | None) -> None:
        if not (reason or "").strip():
            raise No("reason-missing")
