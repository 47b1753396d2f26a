"""How does a ticket wait? As far as the log was read; what was undone has not happened."""

from data.reports.rows import (
    ACT,
    ARRIVAL,
    AT,
    CHECK_IN,
    FINISH,
    FOR_WINDOW,
    FRONT,
    HOLD,
    NO_SHOW,
    PLACE,
    POSTPONE,
    RECALL,
    REQUEUE,
    REVIVE,
    SERVICE,
    START,
    STEPS,
    TICKET_ID,
    TRANSFER,
    WALK_IN,
    Row,
)

QUIET = frozenset({START, FINISH, RECALL, NO_SHOW, HOLD})
"""The acts by which nobody begins or ends to wait, unless there are steps to come."""


class Waiter:
    """A ticket as far as the log was read: its events that stand, and how it waits.

    `slot` is that of a booking, `kept_for` the only window to call it while that is open, `put_back` since when it is
    not to be called for a while. Whoever let others go first has a later `arrival`, by as much as the place.
    """

    __slots__ = (
        *("arrival", "events", "id", "kept_for", "language"),
        *("place", "put_back", "service", "slot", "waits"),
    )

    def __init__(self, row: Row, slot: int | None, language: str) -> None:
        self.id: int = row[TICKET_ID]
        self.slot = slot
        self.language = language
        self.events: list[Row] = [row]
        self.service: str = row[SERVICE]
        self.place: int = row[PLACE] or 0
        self.arrival: int = row[AT] if row[ARRIVAL] is None else row[ARRIVAL]
        self.waits = row[ACT] != WALK_IN
        self.put_back: int | None = None
        self.kept_for: int | None = None

    @property
    def begins(self) -> int:
        """When the waiting time begins: when it came; of an appointment at the later of slot and check-in."""
        first = self.events[0]
        if first[ACT] == CHECK_IN:
            return max(first[AT], self.slot or 0)
        return first[AT] if first[ARRIVAL] is None else first[ARRIVAL]


def undo(ticket: Waiter) -> None:
    """Its last event has not happened; the first one cannot be undone."""
    if len(ticket.events) == 1:
        return
    ticket.events.pop()
    fresh = Waiter(ticket.events[0], ticket.slot, ticket.language)
    for row in ticket.events[1:]:
        apply(fresh, row)
    ticket.service, ticket.place, ticket.waits = fresh.service, fresh.place, fresh.waits
    ticket.arrival = fresh.arrival
    ticket.put_back, ticket.kept_for = fresh.put_back, fresh.kept_for


def apply(ticket: Waiter, row: Row) -> None:
    """How the ticket waits after an event that is not its first."""
    act = row[ACT]
    if act == REQUEUE:
        ticket.waits, ticket.put_back = True, row[AT]
    elif act == TRANSFER:
        ticket.waits, ticket.service, ticket.kept_for = True, row[SERVICE], row[FOR_WINDOW]
    elif act == FINISH and row[STEPS]:
        ticket.waits, ticket.service = True, row[STEPS].partition(",")[0]
    elif act == REVIVE:
        ticket.waits = True
    elif act == FRONT:
        ticket.place, ticket.put_back = row[PLACE], None
    elif act == POSTPONE:
        ticket.arrival += row[PLACE] - ticket.place
        ticket.place = row[PLACE]
    elif act not in QUIET:
        ticket.waits, ticket.put_back, ticket.kept_for = False, None, None
