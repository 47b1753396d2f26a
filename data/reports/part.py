"""The figures of a period, added up day by day: service days know nothing of each other."""

from collections import defaultdict
from functools import partial
from typing import NamedTuple

from sqlalchemy import literal_column, select

from data.clock import HOUR
from data.lifecycle import Act
from data.reports.by_clock import Clock, DaySpan
from data.reports.course import Course, Limits
from data.reports.grouping import By, Key, grouping
from data.reports.period import Period, Revisions, SetBack, start
from data.reports.place_rule import Day
from data.reports.rows import ACT, AT, CANCEL, EXPIRE, FINISH, NO_SHOW, REMOVE, STEPS, pages, rest
from data.reports.standing import standing, worked
from data.reports.sums import Sums
from data.reports.tally import Rules, Tally
from data.reports.working import Working
from data.store import Statement, Store
from data.tables import EVENT, given

UNDONE = Statement(
    select(EVENT.c.ticket_id).where(
        EVENT.c.revision > given("since"), EVENT.c.revision <= given("until"), literal_column(f"act = '{Act.UNDO}'")
    )
)
ENDS = frozenset({FINISH, NO_SHOW, CANCEL, REMOVE, EXPIRE})


class Wanted(NamedTuple):
    """What is to be reported: the service days and the groups, as of the event `newest`, on `today`.

    `at` is the moment to which `today` goes on, None where it has come to rest. `set_back` is where the clock was, by
    more than an hour.
    """

    period: Period
    by: By
    newest: int
    today: str
    at: int | None
    set_back: SetBack


class Part(NamedTuple):
    """The sums of each group; and of all together those of the queue and the windows, which are no sums of groups'."""

    groups: dict[Key, Sums]
    whole: Sums


class Days:
    """Adds up the service days of a period, one after the other."""

    def __init__(self, store: Store, wanted: Wanted) -> None:
        self._store, self._wanted = store, wanted
        self._stretch = Revisions(store, wanted.newest, wanted.set_back).within(store.centre, wanted.period)
        stands = standing(store, self._stretch.since)
        self._first, self._last = (day.isoformat() for day in wanted.period)
        opened = frozenset(window for window, each in stands.items() if each.is_open)
        pause, people = store.centre.rules.requeue_pause, wanted.by is By.OPERATOR
        begins = None if wanted.set_back else partial(start, store.centre)
        self._course = Course(Limits(self._first, self._last, pause, opened, people, begins))
        self._working, self._worked = Working(stands), defaultdict[str, list[int]](list)
        targets = {service.id: service.target_wait for service in store.centre.services}
        self._rules = Rules(grouping(wanted.by, store.centre), targets, self._course.judged)
        self._groups: defaultdict[Key, Sums] = defaultdict(Sums)
        self._clock = Clock(store.centre, wanted.by, self._groups, self._working)
        self._undone_late = self._undone()
        self._ended: list[tuple[DaySpan, Tally]] = []

    def add_up(self) -> Part:
        """Read the log of these days, and of what was still in hand afterwards."""
        reading, languages = self._rules.grouping.reading, self._wanted.by is By.LANGUAGE
        for page in pages(self._store, reading, *self._stretch, languages=languages):
            for day in self._course.read(page):
                self._day(day)
        for day in self._course.end():
            self._day(day)
        self._windows()
        for iso in list(self._worked):  # on which nobody came
            self._day(Day(iso))
        if self._ended:  # later than what was read
            self._working.add(worked(self._store, self._stretch.until, self._wanted.newest))
        self._by_clock(None)
        for sums in self._groups.values():
            sums.put_in_order()
        return Part(dict(self._groups), self._clock.whole)

    def _day(self, day: Day) -> None:
        self._windows()
        self._carry_on(day)
        span = self._span(day)
        if span is None:
            return
        tally = Tally(self._rules, day.iso, span.until, day.iso < self._wanted.today)
        for ticket in day.tickets.values():
            tally.add(ticket)
        tally.end()
        for key, sums in tally.groups.items():
            self._groups[key].add(sums)
        self._ended.append((span, tally))
        self._by_clock(self._course.at)
        day.tickets.clear()  # the loops hold the day until the next one ends

    def _windows(self) -> None:
        """Take what has been read of the windows."""
        changes, centre = self._course.changes, self._store.centre
        self._working.add(changes)
        for change in changes:
            iso = centre.service_day(change.at)
            if self._first <= iso <= self._last:
                self._worked[iso].append(change.at)
        changes.clear()

    def _by_clock(self, at: int | None) -> None:
        """Add what goes by the clock of the days that had ended `at` a moment, until which all is known; or of all."""
        ended = [(span, tally) for span, tally in self._ended if at is None or span.until <= at]
        self._ended = [(span, tally) for span, tally in self._ended if at is not None and span.until > at]
        for span, tally in ended:
            self._clock.add(span, tally)

    def _carry_on(self, day: Day) -> None:
        """Read what was done later with tickets of the day: in hand while the next days begin, or undone."""
        course, newest, reading = self._course, self._wanted.newest, self._rules.grouping.reading
        if course.revision == newest:
            return
        lately = course.at - HOUR
        for ticket in day.tickets.values():
            last = ticket.events[-1]
            if last[ACT] not in ENDS or last[STEPS] or last[AT] > lately or ticket.id in self._undone_late:
                course.carry_on(ticket, rest(self._store, reading, ticket.id, course.revision, newest))

    def _undone(self) -> set[int]:
        """The tickets of which something is undone, where that may be long after it happened."""
        if 0 < self._store.centre.rules.undo_within < HOUR:
            return set()
        with self._store.snapshot():
            between = {"since": self._stretch.since, "until": self._wanted.newest}
            return {ticket_id for (ticket_id,) in self._store.all(UNDONE, between)}

    def _span(self, day: Day) -> DaySpan | None:
        """From the day's first act to its last, or to now while it goes on; None where there was none.

        What expires is no act.
        """
        moments = self._worked.pop(day.iso, [])
        courses = [ticket.events for ticket in day.tickets.values()]
        moments += [rows[0][AT] for rows in courses]
        moments += [rows[-1][AT] if rows[-1][ACT] != EXPIRE else rows[-2][AT] for rows in courses]
        if not moments:
            return None
        since, until = min(moments), max(moments)
        if day.iso == self._wanted.today and self._wanted.at is not None:
            until = max(until, self._wanted.at)
        return DaySpan(day.iso, since, until)
