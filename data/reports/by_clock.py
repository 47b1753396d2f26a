"""What belongs to stretches of time rather than to tickets: the length of the queue, and the work of the windows."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from data.centre import Centre
from data.reports.grouping import CLOCK, PLACES, By, Key, stretches
from data.reports.lengths import lengths, longest
from data.reports.many import Span
from data.reports.sums import Sums
from data.reports.tally import Tally
from data.reports.working import Shift, Working

Stretch = tuple[int, int, Key]


class DaySpan(NamedTuple):
    """A service day, from its first act to its last."""

    day: str
    since: int
    until: int


class Clock:
    """Adds to the `groups`, and to `whole` for all of them, what each day says of its queue and its windows."""

    def __init__(self, centre: Centre, by: By, groups: dict[Key, Sums], working: Working) -> None:
        self._centre, self._by, self._groups, self._working = centre, by, groups, working
        self.whole = Sums()

    def add(self, span: DaySpan, tally: Tally) -> None:
        """Add a day."""
        groups = self._stretches(span)
        self._queue(span, groups, tally)
        self._work(span, groups, tally)

    def _stretches(self, span: DaySpan) -> list[Stretch]:
        if self._by not in CLOCK:
            return [(span.since, span.until, None)]
        return stretches(self._centre, self._by, *span)

    def _queue(self, span: DaySpan, groups: list[Stretch], tally: Tally) -> None:
        whole, everybody = self.whole, chain.from_iterable(tally.edges.values())
        whole.observed += span.until - span.since
        whole.waited += tally.waited
        whole.longest = max(whole.longest, longest(everybody))
        if self._by is By.HOUR:
            self._by_hour(groups, tally)
            return
        for key, edges in {} if self._by in PLACES else tally.edges.items():
            self._groups[key].longest = max(self._groups[key].longest, longest(edges))
        if self._by in CLOCK:
            self._groups[groups[0][2]].observed += span.until - span.since

    def _by_hour(self, groups: list[Stretch], tally: Tally) -> None:
        everybody = chain.from_iterable(tally.edges.values())
        measured = lengths(everybody, [(since, until) for since, until, _ in groups])
        for (since, until, key), length in zip(groups, measured, strict=True):
            sums = self._groups[key]
            sums.observed += until - since
            sums.waited += length.waited
            sums.longest = max(sums.longest, length.longest)

    def _work(self, span: DaySpan, groups: list[Stretch], tally: Tally) -> None:
        whole = self.whole
        whole.serving += tally.serving
        for shift in self._working.shifts(span.since, span.until):
            whole.working += shift.until - shift.since
            for key, micros in self._shared(shift, groups):
                self._groups[key].working += micros
        if self._by is By.OPERATOR:
            for serving in tally.servings:
                for shift in self._working.signed_on(serving.window, serving.since, serving.until):
                    self._groups[shift.person].serving += shift.until - shift.since
        elif self._by is By.HOUR:
            for key, micros in shared(groups, tally.servings):
                self._groups[key].serving += micros

    def _shared(self, shift: Shift, groups: list[Stretch]) -> Iterator[tuple[Key, int]]:
        """A time in which a window worked, by group; services, classes and languages share the windows."""
        if self._by in CLOCK:
            yield from overlaps(groups, shift.since, shift.until)
        elif self._by in PLACES:
            yield shift.window if self._by is By.WINDOW else shift.person, shift.until - shift.since


def overlaps(groups: list[Stretch], since: int, until: int) -> Iterator[tuple[Key, int]]:
    """How much of each group lies between two moments."""
    for index in range(max(0, bisect_right(groups, since, key=lambda group: group[0]) - 1), len(groups)):
        begins, ends, key = groups[index]
        if begins >= until:
            return
        if max(begins, since) < min(ends, until):
            yield key, min(ends, until) - max(begins, since)


def shared(groups: list[Stretch], spans: Iterable[Span]) -> Iterator[tuple[Key, int]]:
    """How much of all the spans is in each of the groups, again and again; most are in one."""
    begins, micros = [group[0] for group in groups], [0] * len(groups)
    for since, until, _ in spans:
        index = bisect_right(begins, since) - 1
        if index >= 0 and until <= groups[index][1]:
            micros[index] += until - since
        else:
            yield from overlaps(groups, since, until)
    yield from ((key, sum_) for (_, _, key), sum_ in zip(groups, micros, strict=True))
