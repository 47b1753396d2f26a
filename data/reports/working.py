"""When did each window work, and who was signed on there meanwhile?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from data.reports.standing import CLOSED, Change, Standing, after


class Shift(NamedTuple):
    """From when until when a window stood in one way; `person` is None where nobody was signed on."""

    since: int
    until: int
    window: int
    person: int | None
    works: bool


class Course:
    """How one window stood, from change to change. The moments are in order unless the clock was set back."""

    def __init__(self, window: int, stands: Standing) -> None:
        self._window = window
        self._moments, self._stands = [0], [stands]
        self._ordered = True

    def add(self, change: Change) -> None:
        """Go on by a change."""
        self._ordered = self._ordered and self._moments[-1] <= change.at
        self._moments.append(change.at)
        self._stands.append(after(self._stands[-1], change))

    def shifts(self, since: int, until: int) -> Iterator[Shift]:
        """How it stood between two moments; time that came twice, since the clock was set back, twice."""
        place = max(0, bisect_right(self._moments, since) - 1) if self._ordered else 0
        for index in range(place, len(self._moments)):
            begins = self._moments[index]
            if self._ordered and begins >= until:
                return
            ends = self._moments[index + 1] if index + 1 < len(self._moments) else until
            begins, ends = max(begins, since), min(ends, until)
            if begins < ends:
                stands = self._stands[index]
                yield Shift(begins, ends, self._window, stands.person, stands.is_open and not stands.on_break)


class Working:
    """How the windows stood, from a beginning on."""

    def __init__(self, stands: Mapping[int, Standing]) -> None:
        self._windows = {window: Course(window, each) for window, each in stands.items()}

    def add(self, changes: Iterable[Change]) -> None:
        """Go on by changes."""
        for change in changes:
            course = self._windows.get(change.window)
            if course is None:
                course = self._windows[change.window] = Course(change.window, CLOSED)
            course.add(change)

    def shifts(self, since: int, until: int) -> list[Shift]:
        """The time in which windows were open and nobody had a break, between two moments."""
        return [shift for each in self._windows.values() for shift in each.shifts(since, until) if shift.works]

    def signed_on(self, window: int, since: int, until: int) -> list[Shift]:
        """Who was signed on at a window between two moments, working or not."""
        course = self._windows.get(window)
        return list(course.shifts(since, until)) if course else []
