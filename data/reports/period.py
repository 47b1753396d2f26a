"""Which events belong to a period of service days?"""

from bisect import bisect_left
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from data.centre import Centre
from data.centre.hours import reached
from data.clock import HOUR
from data.refused import Refused
from data.reports.rows import AT_OR_AFTER, SET_BACK
from data.store import Store

SetBack = tuple[tuple[int, int], ...]
ONE = timedelta(days=1)
DAY = 24 * HOUR


class Period(NamedTuple):
    """Service days, both in it; in moments the start is in it, the end is not."""

    first: date
    last: date


class Stretch(NamedTuple):
    """Revisions after `since` and up to `until`."""

    since: int
    until: int


def period(first: date | None, last: date | None, today: date) -> Period:
    """The period from a day to a day, each today where it is not given.

    Raises Refused `not-allowed` where it ends before it begins.
    """
    first, last = first or today, last or today
    if last < first:
        raise Refused("not-allowed", "A report cannot end ({last}) before it begins ({first}).", first=first, last=last)
    return Period(first, last)


def start(centre: Centre, day: date) -> int:
    """The moment at which a service day begins."""
    return reached(centre.zone, day, centre.day_starts)


def set_back(store: Store, newest: int) -> SetBack:
    """The revisions up to `newest` at which the clock was set back by more than an hour, and to which moment."""
    with store.snapshot():
        found: list[tuple[int, int]] = store.all(SET_BACK)  # type: ignore[assignment]
    return tuple(sorted(each for each in found if each[0] <= newest))


class Revisions:
    """The log up to the event `newest`, in which moments are looked up; `set_back` is where it jumps."""

    def __init__(self, store: Store, newest: int, set_back: SetBack) -> None:
        self._store, self._newest, self._set_back = store, newest, set_back

    def within(self, centre: Centre, period: Period) -> Stretch:
        """A stretch that has every event from a day before the period to a day after it.

        A day more on both sides, since the start of a day may have been changed. Between two revisions at which the
        clock was set back, time only goes on.
        """
        begins, ends = start(centre, period.first) - DAY, start(centre, period.last + ONE) + DAY
        cuts = [1, *(revision for revision, _ in self._set_back), self._newest + 1]
        pieces = [(first, after) for first, after in pairwise(cuts) if first < after]
        found = [(self.reaches(begins, *piece), self.reaches(ends, *piece)) for piece in pieces]
        inside = [(first, after) for first, after in found if first < after]
        if not inside:
            return Stretch(self._newest, self._newest)
        return Stretch(min(first for first, _ in inside) - 1, max(after for _, after in inside) - 1)

    def reaches(self, moment: int, first: int, after: int) -> int:
        """The first revision from `first` on with an event not before `moment`; `after` where there is none."""
        with self._store.snapshot():
            return bisect_left(range(after), moment, lo=first, key=self._at)

    def at(self, revision: int) -> int:
        """The moment of the first event from this revision on."""
        with self._store.snapshot():
            return self._at(revision)

    def _at(self, revision: int) -> int:
        row = self._store.one(AT_OR_AFTER, {"revision": revision, "page": 1})
        return row[1] if row else 0
