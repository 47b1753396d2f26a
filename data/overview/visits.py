"""When did those who came today begin to wait, and when were they called?"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import and_, or_, select

from data.lifecycle import Act
from data.store import Statement, Store
from data.tables import EVENT, TICKET, given

_T = TICKET.c
OF_DAY = Statement(
    select(_T.id, _T.arrival, _T.slot, _T.called_at).where(_T.service_day == given("day"), _T.number.is_not(None))
)
CHECKED_IN = Statement(
    select(EVENT.c.ticket_id, EVENT.c.at)
    .join(TICKET, _T.id == EVENT.c.ticket_id)
    .where(_T.service_day == given("day"), _T.slot.is_not(None), EVENT.c.act == Act.CHECK_IN)
)
_turned = EVENT.alias("turned")
_turns = or_(
    _turned.c.act.in_([act.value for act in (Act.HOLD, Act.TRANSFER, Act.REQUEUE, Act.REVIVE)]),
    and_(_turned.c.act == Act.FINISH, _turned.c.steps.is_not(None)),
)
TURNED = Statement(
    select(EVENT.c.ticket_id, EVENT.c.act, EVENT.c.at)
    .where(EVENT.c.ticket_id.in_(select(_turned.c.ticket_id).where(_turned.c.revision >= given("first"), _turns)))
    .order_by(EVENT.c.ticket_id, EVENT.c.revision)
)
CALLS, STARTS, UNDO = frozenset({Act.CALL, Act.RECALL, Act.RESUME}), frozenset({Act.START, Act.WALK_IN}), Act.UNDO.value


class Visit(NamedTuple):
    """When somebody began to wait, and the last call before the first start, in microseconds; None without a call."""

    came: int
    called: int | None

    @property
    def wait(self) -> int:
        """The waiting time, as reports have it."""
        return max(0, (self.called or 0) - self.came)


def visits(store: Store, day: str, first: int) -> Iterator[Visit]:
    """The visits of a day whose first revision is `first`; inside a snapshot.

    A ticket keeps its newest call. The log is asked only of those that may have been called again after a start.
    """
    checked_in = dict(store.all(CHECKED_IN, {"day": day}))
    rows = store.all(TURNED, {"first": first})
    turned = {ticket: _called(events) for ticket, events in groupby(rows, key=itemgetter(0))}
    for ticket, arrival, slot, called in store.all(OF_DAY, {"day": day}):
        came = arrival if slot is None else max(slot, checked_in.get(ticket, 0))
        yield Visit(came, turned.get(ticket, called))


def _called(events: Iterable[tuple[int, str, int]]) -> int | None:
    """The last call before the first start; what was undone has not happened."""
    stands: list[tuple[str, int]] = []
    for _, act, at in events:
        if act == UNDO:
            stands.pop()
        else:
            stands.append((act, at))
    called = None
    for act, at in stands:
        if act in STARTS:
            break
        called = at if act in CALLS else called
    return called
