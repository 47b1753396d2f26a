"""What do the tickets of one service day add to the figures? What each figure means is said here, in code.

Spans are never negative: a clock may have been set back between two acts.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from data.reports import lengths
from data.reports.grouping import PLACES, By, Grouping, Key
from data.reports.lengths import Edge
from data.reports.many import Many, Span, is_plain, of_all
from data.reports.place_rule import Judged
from data.reports.rows import (
    ACT,
    AT,
    CALL,
    CANCEL,
    CHECK_IN,
    EXPIRE,
    FINISH,
    HOLD,
    NO_SHOW,
    OUT_OF_TURN,
    RECALL,
    REMOVE,
    REQUEUE,
    RESUME,
    REVISION,
    REVIVE,
    SERVICE,
    START,
    STEPS,
    TAKE,
    TRANSFER,
    WALK_IN,
    WINDOW,
    Row,
    for_service,
)
from data.reports.sums import Sums
from data.reports.waiter import Waiter


class Rules(NamedTuple):
    """By what is judged: the groups, the target of each service, and the calls that broke the order, by revision."""

    grouping: Grouping
    targets: Mapping[str, int]
    judged: Mapping[int, Judged]


class Tally:
    """Adds up the tickets of one service day, by group. `last` is its end, and `over` says that it has ended.

    `edges` are of the queue of each group; `waited` and `serving` are the times that all did, or were. `servings` are
    there only where they are to be shared out, by the hour or by who was signed on; else they are in the sums.
    """

    def __init__(self, rules: Rules, day: str, last: int, over: bool) -> None:
        self.groups: defaultdict[Key, Sums] = defaultdict(Sums)
        self.edges: defaultdict[Key, list[Edge]] = defaultdict(list)
        self.servings: list[Span] = []
        self.serving = self.waited = 0
        (self._by, self._group_of, self._of_act, _), self._targets, self._judged = rules
        self._shared = self._by in (By.HOUR, By.OPERATOR)
        self._places = self._by in PLACES
        self._day, self._last, self._over = day, last, over
        self._aside: defaultdict[Key, list[list[Row]]] = defaultdict(list)

    def add(self, ticket: Waiter) -> None:
        """Add a ticket with all its events; what it still does at the day's end ends there."""
        rows = ticket.events
        if is_plain(rows, self._last) and rows[1][REVISION] not in self._judged:
            own, of_act = self._group_of(ticket, rows[1], self._day), self._of_act
            if of_act is None or of_act(rows[1]) == of_act(rows[2]) == of_act(rows[3]) == own:
                self._aside[own].append(rows)
                return
        self._whole(ticket)

    def end(self) -> None:
        """Add those that were set aside."""
        for key, courses in self._aside.items():
            self._add_all(key, of_all(courses, self._targets))

    def _add_all(self, key: Key, many: Many) -> None:
        sums = self.groups[key]
        sums.arrived += many.n
        sums.served += many.n
        sums.calls += many.n
        sums.within += many.within
        sums.waits.extend(many.waits)
        sums.walks.extend(many.walks)
        sums.services.extend(many.services)
        sums.stays.extend(many.stays)
        self.edges[key] += many.edges
        self._waited_for(key, sum(many.waits))
        self._served_in(key, sum(many.services))
        if self._shared:
            self.servings += many.servings

    def _waited_for(self, key: Key, micros: int) -> None:
        """Add to the time of the queue; by the hour that is shared out, and nobody waits for one who calls."""
        self.waited += micros
        if not self._shared and not self._places:
            self.groups[key].waited += micros

    def _served_in(self, key: Key, micros: int) -> None:
        self.serving += micros
        if not self._shared:
            self.groups[key].serving += micros

    def _whole(self, ticket: Waiter) -> None:
        self._waiting: int | None = None
        self._starts: int | None = None
        self._called: Row | None = None
        self._first_served: Row | None = None
        self._served = 0
        self._own = None if self._places else self._group_of(ticket, None, self._day)
        for row in ticket.events:
            act = ACTS.get(row[ACT])
            if act is not None:
                act(self, row)
        if self._waiting is not None:
            self._leave(self._last)
        if self._starts is not None:
            self._stop(self._last)
        self._ticket(ticket)

    def _ticket(self, ticket: Waiter) -> None:
        first, last = ticket.events[0], ticket.events[-1]
        call = self._called if self._first_served is None else self._first_served
        if self._places:
            self._own = self._group_of(ticket, call, self._day)
        sums = self.groups[self._own]
        sums.arrived += 1
        if call is not None and call is not first:
            wait = call[AT] - ticket.begins
            sums.waits.append(wait if wait > 0 else 0)
            sums.within += wait <= self._targets.get(call[SERVICE], 0)
        if last[ACT] == FINISH and not last[STEPS]:
            sums.served += 1
            sums.stays.append(max(0, last[AT] - first[AT]))
        else:
            self._unserved(ticket, sums)

    def _unserved(self, ticket: Waiter, sums: Sums) -> None:
        """Of a day that is over, what waits or is on hold has expired, be it written or not."""
        act = ticket.events[-1][ACT]
        if act == NO_SHOW:
            sums.no_shows += 1
        elif act == EXPIRE or (self._over and (ticket.waits or act == HOLD)):
            sums.expired += 1
            sums.abandoned += 1
        elif act == CANCEL or (act == REMOVE and self._called is None and self._first_served is None):
            sums.abandoned += 1

    def _group(self, row: Row) -> Key:
        return self._own if self._of_act is None else self._of_act(row)

    def _waits(self, row: Row) -> None:
        self._waiting, self._queue = row[AT], self._group(row)

    def _leaves(self, row: Row) -> None:
        if self._waiting is not None:
            self._leave(row[AT])

    def _leave(self, at: int) -> None:
        since, self._waiting = self._waiting or 0, None
        until = at if at < self._last else self._last
        if since < until:
            self.edges[self._queue] += lengths.edges(since, until)
            self._waited_for(self._queue, until - since)

    def _call(self, row: Row) -> None:
        self._leaves(row)
        sums = self.groups[self._group(row)]
        sums.calls += 1
        if row[OUT_OF_TURN]:
            sums.out_of_turn += 1
        elif row[REVISION] in self._judged:
            judged = self._judged[row[REVISION]]
            sums.overtakings += judged.overtaken
            sums.breaches += judged.better
        self._called = row

    def _recall(self, row: Row) -> None:
        self.groups[self._group(row)].recalls += 1
        self._called = row

    def _resume(self, row: Row) -> None:
        self.groups[self._group(row)].calls += 1
        self._called = row

    def _start(self, row: Row) -> None:
        if self._called is not None:
            walk = row[AT] - self._called[AT]
            self.groups[self._group(row)].walks.append(walk if walk > 0 else 0)
        self._serves(row)

    def _serves(self, row: Row) -> None:
        """It is being served; a walk-in from its first moment, as if called by that act."""
        if self._first_served is None:
            self._first_served = self._called or row
        self._starts, self._begun = row[AT], row

    def _stops(self, row: Row) -> None:
        if self._starts is not None:
            self._stop(row[AT])

    def _stop(self, at: int) -> None:
        since, self._starts = self._starts or 0, None
        span = at - since
        if span <= 0:
            return
        self._served += span
        if self._shared:
            self.servings.append(Span(since, at, self._begun[WINDOW]))
        self._served_in(self._group(self._begun), span)

    def _finish(self, row: Row) -> None:
        self._stops(row)
        self.groups[self._group(row)].services.append(self._served)
        self._served = 0
        if row[STEPS]:
            self._waits(for_service(row, row[STEPS].partition(",")[0]))

    def _transfer(self, row: Row) -> None:
        """Counts for the service that it leaves; the time of a service that was not finished is no service time."""
        self._stops(row)
        self._served = 0
        left = self._called or self._begun
        self.groups[self._group(for_service(row, left[SERVICE]))].transfers += 1
        self._waits(row)


ACTS = {
    **dict.fromkeys((TAKE, CHECK_IN, REQUEUE, REVIVE), Tally._waits),
    **dict.fromkeys((CANCEL, REMOVE, EXPIRE), Tally._leaves),
    **{CALL: Tally._call, RECALL: Tally._recall, RESUME: Tally._resume, START: Tally._start},
    **{WALK_IN: Tally._serves, HOLD: Tally._stops, FINISH: Tally._finish, TRANSFER: Tally._transfer},
}
