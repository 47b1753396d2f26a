"""When is a service open, and when does it give tickets?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.centre.hours import Ranges, Week, ranges
from data.clock import SECOND

LOOKS_AHEAD = 60
ONE = timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Timetable:
    """The hours of a week in a zone, without the days on which it is closed. Moments in microseconds since the epoch.

    The last ticket is given `last_ticket` microseconds, at most a day, before it closes: where one range ends and
    another begins at the same moment, such as "24:00" and "00:00", it does not close.
    """

    week: Week
    zone: ZoneInfo
    is_closed_on: Callable[[date], bool]
    last_ticket: int

    def ranges(self, day: date) -> Ranges:
        """The ranges that begin on a day by the clock of the zone, in order; none where that day is closed."""
        return () if self.is_closed_on(day) else ranges(self.week, self.zone, day)

    def is_open(self, at: int) -> bool:
        """Is it open at `at`? At its opening it is, at its closing it is not."""
        return self._closes(at, at) > at

    def gives_tickets(self, at: int) -> bool:
        """Is it open at `at`, and not within `last_ticket` of closing?"""
        until = at + self.last_ticket
        return self._closes(at, until) > until

    def closes(self, at: int, until: int) -> int | None:
        """When it closes after `at`, where it is open now and closes by `until`; None where it does not."""
        closes = self._closes(at, until)
        return closes if at < closes <= until else None

    def opens(self, at: int) -> int | None:
        """The first moment from `at` on at which it gives tickets; None where it gives none in the next 60 days."""
        if self.gives_tickets(at):
            return at
        today = self._day(at)
        openings = (opening for opening, _ in self._between(today, today + LOOKS_AHEAD * ONE))
        return next((opening for opening in openings if opening > at and self.gives_tickets(opening)), None)

    def _closes(self, at: int, until: int) -> int:
        """When it closes after `at`, as far as that is before `until`; `at` itself when it is not open then."""
        closes = at
        for opening, closing in self._between(self._day(at) - ONE, self._day(until)):
            if opening <= closes < closing:
                closes = closing
        return closes

    def _between(self, first: date, last: date) -> Iterator[tuple[int, int]]:
        for days in range((last - first).days + 1):
            yield from self.ranges(first + days * ONE)

    def _day(self, at: int) -> date:
        return datetime.fromtimestamp(at // SECOND, self.zone).date()
