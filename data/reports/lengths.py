"""How long was the queue? From when each ticket began and ended to wait."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, compress
from operator import mul, sub
from typing import NamedTuple

Edge = int
"""A moment in microseconds, doubled; one more where somebody begins to wait: an end comes first at the same moment."""


class Length(NamedTuple):
    """Within a stretch of time: how long all tickets together waited, and how many at once at most."""

    waited: int
    longest: int


def edges(since: int, until: int) -> tuple[Edge, Edge]:
    """The two edges of a ticket that waited."""
    return 2 * since + 1, 2 * until


def longest(found: Iterable[Edge]) -> int:
    """How many waited at once at most, be it for a microsecond."""
    return max(accumulate([1 if edge & 1 else -1 for edge in sorted(found)]), default=0)


def lengths(found: Iterable[Edge], stretches: Iterable[tuple[int, int]]) -> list[Length]:
    """The length of the queue in each of the stretches (from, to); the edges in any order."""
    ordered = sorted(found)
    moments = [edge >> 1 for edge in ordered]
    waiting = list(accumulate([1 if edge & 1 else -1 for edge in ordered]))
    measured = []
    for since, until in stretches:
        first, last = bisect_left(moments, since), bisect_left(moments, until)
        counts = [waiting[first - 1] if first else 0, *waiting[first:last]]
        times = [since, *moments[first:last], until]
        spans = list(map(sub, times[1:], times))
        measured.append(Length(sum(map(mul, counts, spans)), max(compress(counts, spans), default=0)))
    return measured
