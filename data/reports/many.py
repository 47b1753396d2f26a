"""Tickets that were taken, called, started and finished, and nothing else: most are, and so they are added at once.

It comes to the same as one by one, in a third of the time.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from operator import le, sub
from typing import NamedTuple

from data.reports.lengths import Edge, edges
from data.reports.rows import ACT, ARRIVAL, AT, CALL, FINISH, OUT_OF_TURN, SERVICE, START, STEPS, TAKE, WINDOW, Row


class Span(NamedTuple):
    """From when until when a window served a ticket."""

    since: int
    until: int
    window: int


class Many(NamedTuple):
    """What `n` of them come to: spans in microseconds, the edges of their queue, and when windows served them."""

    n: int
    within: int
    waits: Sequence[int]
    walks: Sequence[int]
    services: Sequence[int]
    stays: Sequence[int]
    edges: Sequence[Edge]
    servings: Sequence[Span]


def is_plain(rows: Sequence[Row], last: int) -> bool:
    """Whether a ticket with these events is one of them: in the order of time, in turn, and before `last`."""
    if len(rows) != 4:
        return False
    take, call, start, finish = rows
    acts = take[ACT] == TAKE and call[ACT] == CALL and start[ACT] == START and finish[ACT] == FINISH
    if not acts or take[ARRIVAL] is not None or call[OUT_OF_TURN] or finish[STEPS]:
        return False
    return take[AT] <= call[AT] <= start[AT] <= finish[AT] <= last


def of_all(courses: Sequence[Sequence[Row]], targets: Mapping[str, int]) -> Many:
    """All of them together."""
    takes, calls, starts, finishes = ([rows[index][AT] for rows in courses] for index in range(4))
    waits = list(map(sub, calls, takes))
    wanted = [targets.get(rows[1][SERVICE], 0) for rows in courses]
    return Many(
        n=len(courses),
        within=sum(map(le, waits, wanted)),
        waits=waits,
        walks=list(map(sub, starts, calls)),
        services=list(map(sub, finishes, starts)),
        stays=list(map(sub, finishes, takes)),
        edges=list(chain.from_iterable(map(edges, takes, calls))),
        servings=list(map(Span, starts, finishes, [rows[2][WINDOW] for rows in courses])),
    )
