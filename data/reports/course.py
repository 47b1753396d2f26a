"""What happened to the tickets of each service day? Followed event by event; what was undone has not happened."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from data.clock import HOUR
from data.reports.place_rule import Day, Judged, Queues, Windows
from data.reports.rows import (
    ACT,
    ARRIVALS,
    ASKED_FOR,
    ASSIGN,
    AT,
    CALL,
    DAY,
    INIT,
    OUT_OF_TURN,
    REVISION,
    STEPS,
    TICKET_ID,
    UNDO,
    WINDOW,
    WORK,
    Page,
    Row,
)
from data.reports.standing import Change
from data.reports.waiter import QUIET, Waiter, apply, undo

CHANGE = 3 * HOUR
"""More than any clock of a zone is put back by."""
BEGINS = frozenset(act.value for act in ARRIVALS)


class Limits(NamedTuple):
    """The service days that are asked for, the pause after a requeue, and the windows open at the beginning.

    `people` says that the rows tell who did it; `begins` when a service day does, None where the clock was set back.
    """

    first: str
    last: str
    pause: int
    open_windows: frozenset[int]
    people: bool
    begins: Callable[[date], int] | None


class Course:
    """The days as far as the log was read, up to `revision`, at the moment `at`.

    `judged` are the calls in turn that broke the order, by revision; `changes` those of the windows.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._windows = Windows(limits.open_windows)
        self._days: dict[str, Day] = {}
        self._tickets: dict[int | None, Waiter] = {}
        self._newest = ""
        self.changes: list[Change] = []
        self.judged: dict[int, Judged] = {}
        self.revision = self.at = 0

    def read(self, page: Page) -> Iterator[Day]:
        """Go on by a page; gives each day that is left, as the next one begins."""
        tickets = self._tickets
        for row in page.rows:
            ticket = tickets.get(row[TICKET_ID])
            if ticket is None:
                if row[ACT] in BEGINS:
                    if row[DAY] not in self._days:
                        yield from self._begin(row)
                    self._arrives(row, page)
                elif row[ACT] in WORK:
                    self._works(row)
                elif row[ACT] == ASSIGN:
                    self._windows.serve(row)
                elif row[ACT] == INIT:
                    self._windows.forget()
            elif row[ACT] in QUIET and not row[STEPS]:
                ticket.events.append(row)
            elif row[ACT] == CALL and ticket.waits:
                self._calls(ticket, row)
            elif row[ACT] == UNDO:
                self._undone(ticket)
            else:
                self._moves(ticket, row)
        self.revision, self.at = page.rows[-1][REVISION], page.rows[-1][AT]

    def end(self) -> Iterator[Day]:
        """The days that are left, at the end of what is read."""
        for iso in sorted(self._days):
            yield self._leave(iso)

    def carry_on(self, ticket: Waiter, rows: list[Row]) -> None:
        """What was done with a ticket after its day was left."""
        for row in rows:
            if row[ACT] == UNDO:
                undo(ticket)
            else:
                ticket.events.append(row)
                apply(ticket, row)

    def _begin(self, row: Row) -> Iterator[Day]:
        """Begin a day, where it is asked for, and leave those before it."""
        iso = row[DAY]
        if self._limits.first <= iso <= self._limits.last:
            self.revision, self.at = row[REVISION], row[AT]
            before = iso if self._under_way(row) else min(iso, self._newest)
            for over in sorted(each for each in self._days if each < before):
                yield self._leave(over)
            self._days[iso] = Day(iso)

    def _under_way(self, row: Row) -> bool:
        """Whether the day before cannot come again, as it does where the clocks change at the start of a day."""
        begins = self._limits.begins
        return begins is not None and row[AT] - begins(date.fromisoformat(row[DAY])) > CHANGE

    def _arrives(self, row: Row, page: Page) -> None:
        day, ticket_id = self._days.get(row[DAY]), row[TICKET_ID]
        if day is None:
            return
        self._newest = day.iso
        ticket = Waiter(row, page.slots.get(ticket_id), page.languages.get(ticket_id, ""))
        day.tickets[ticket_id] = self._tickets[ticket_id] = ticket
        if ticket.waits:
            day.queues.enter(ticket)

    def _leave(self, iso: str) -> Day:
        day = self._days.pop(iso)
        for ticket_id in day.tickets:
            del self._tickets[ticket_id]
        return day

    def _calls(self, ticket: Waiter, row: Row) -> None:
        queues = self._queues_of(ticket)
        queues.leave(ticket)
        if not row[OUT_OF_TURN]:
            judged = queues.judge(ticket, row, self._limits.pause, self._windows)
            if judged:
                self.judged[row[REVISION]] = judged
        ticket.events.append(row)
        ticket.waits, ticket.put_back, ticket.kept_for = False, None, None

    def _moves(self, ticket: Waiter, row: Row) -> None:
        queues = self._queues_of(ticket)
        if ticket.waits:
            queues.leave(ticket)
        ticket.events.append(row)
        apply(ticket, row)
        if ticket.waits:
            queues.enter(ticket)

    def _undone(self, ticket: Waiter) -> None:
        queues = self._queues_of(ticket)
        if ticket.waits:
            queues.leave(ticket)
        undo(ticket)
        if ticket.waits:
            queues.enter(ticket)

    def _queues_of(self, ticket: Waiter) -> Queues:
        return self._days[ticket.events[0][DAY]].queues

    def _works(self, row: Row) -> None:
        self._windows.work(row)
        self.changes.append(Change(row[AT], row[ACT], row[WINDOW], row[ASKED_FOR] if self._limits.people else None))
