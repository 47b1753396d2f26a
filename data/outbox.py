"""Which tickets are still to be printed, and on which printer?

A job is written in the transaction of its ticket, so it is printed after the commit or never. Who prints first marks it
as `sending`: what is found so after LEASE was somebody's who died, and is printed as a copy, since a paper may be out.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import insert, literal_column, select, update

from data import lifecycle, tickets
from data.clock import HOUR, SECOND, moment
from data.lifecycle import OVER
from data.now import now
from data.refused import Refused
from data.store import Statement, Store
from data.tables import IS_UNPRINTED, PRINTING, TICKET, given
from data.views import Ticket as Seen

LEASE = 30 * SECOND
"""How long a living process prints at the most, in microseconds."""
TOO_OLD = 120 * SECOND
"""Who has waited so long has gone with what the screen showed."""
WAITING, SENDING, PRINTED, DROPPED = "waiting", "sending", "printed", "dropped"

COLUMNS = ("ticket_id", "printer", "copy_", "state", "asked_at", "state_at", "problem")
ADD = Statement(insert(PRINTING), COLUMNS)
REPLACE = Statement(
    update(PRINTING).where(
        IS_UNPRINTED,
        PRINTING.c.printer == given("on"),
        PRINTING.c.ticket_id == given("of"),
        PRINTING.c.state == literal_column(f"'{WAITING}'"),
    ),
    ("state", "state_at"),
)
OPEN = Statement(
    select(PRINTING, TICKET.c.state.label("ticket_state"))
    .join(TICKET, TICKET.c.id == PRINTING.c.ticket_id)
    .where(IS_UNPRINTED, PRINTING.c.printer == given("on"))
    .order_by(PRINTING.c.id)
)
CODES = Statement(
    select(TICKET.c.code)
    .join(PRINTING, TICKET.c.id == PRINTING.c.ticket_id)
    .where(IS_UNPRINTED, PRINTING.c.printer == given("on"))
    .order_by(PRINTING.c.id)
)
# Only as it was read: on PostgreSQL another process may have taken it meanwhile.
MARK = Statement(
    update(PRINTING)
    .where(PRINTING.c.id == given("job"), PRINTING.c.state == given("was"), PRINTING.c.state_at == given("was_at"))
    .returning(PRINTING.c.id),
    ("copy_", "state", "state_at", "problem"),
)


class Job(NamedTuple):
    """A ticket to print; `at` is when it was asked for, `begun` tells this try from every other."""

    id: int
    ticket: Seen
    copy: bool
    at: datetime
    begun: int


class _Row(NamedTuple):
    id: int
    ticket_id: int
    printer: str
    copy: bool
    state: str
    asked_at: int
    state_at: int
    problem: str | None
    ticket_state: str


def add(store: Store, ticket_id: int, printer: str, copy: bool = False) -> None:
    """Have a ticket printed; inside the transaction that writes the ticket.

    A paper of it that is not begun yet is dropped: a booking that is checked in at once needs one paper only.
    """
    added = store.micros()
    store.run(REPLACE, {"on": printer, "of": ticket_id, "state": DROPPED, "state_at": added})
    values = {"ticket_id": ticket_id, "printer": printer, "copy_": copy, "problem": None}
    store.run(ADD, values | {"state": WAITING, "asked_at": added, "state_at": added})


def again(store: Store, *, code: str, printer: str) -> Seen:
    """Have a ticket printed once more, as a copy. Raises Refused: unknown-code, not-allowed where it is over."""
    with store.transaction():
        ticket = tickets.by_code(store, code)
        if lifecycle.settled(ticket, now(store).day) in OVER:
            raise Refused("not-allowed", "This ticket is no longer valid. It is not printed again.")
        add(store, ticket.id, printer, copy=True)
        return tickets.view(store, ticket)


def waiting(store: Store, printer: str) -> tuple[str, ...]:
    """The codes of the tickets that have not come out of `printer` yet, the oldest first."""
    with store.snapshot():
        return tuple(code for (code,) in store.all(CODES, {"on": printer}))


def claim(store: Store, printer: str) -> Job | None:
    """The oldest job of `printer`, which from now on is the caller's for LEASE. None: there is none, or one is printed.

    What is too old, and what is of a ticket that is over, is dropped on the way.
    """
    if not waiting(store, printer):
        return None
    with store.transaction() as transaction:
        transaction.keep = False
        now(store)  # the centre may have changed since
        at = store.micros()
        for row in _unprinted(store, printer):
            if _outlived(row, at):
                transaction.keep |= _drop(store, row, at)
            elif row.state == SENDING and abs(at - row.state_at) <= LEASE:
                return None
            else:
                copy = row.copy or row.state == SENDING
                mine = _mark(store, row, SENDING, copy, at, row.problem)
                transaction.keep |= mine
                return _job(store, row, copy, at) if mine else None
    return None


def drop_outlived(store: Store, printer: str) -> None:
    """Drop what `claim` would, while nothing can be printed: no more piles up than two minutes bring."""
    with store.transaction() as transaction:
        at = store.micros()
        dropped = [_drop(store, row, at) for row in _unprinted(store, printer) if _outlived(row, at)]
        transaction.keep = any(dropped)


def printed(store: Store, job: Job) -> None:
    """The paper is out."""
    _end(store, job, PRINTED, job.copy, None)


def failed(store: Store, job: Job, problem: str, *, begun: bool = False) -> None:
    """The paper is not out, or, where it was `begun`, perhaps it is. It is tried again, then as a copy.

    A copy that was begun is dropped: a printer that is only slow would go on printing them.
    """
    _end(store, job, DROPPED if begun and job.copy else WAITING, job.copy or begun, problem)


def _unprinted(store: Store, printer: str) -> list[_Row]:
    return [_Row._make(row) for row in store.all(OPEN, {"on": printer})]


def _drop(store: Store, row: _Row, at: int) -> bool:
    return _mark(store, row, DROPPED, row.copy, at, row.problem)


def _end(store: Store, job: Job, state: str, copy: bool, problem: str | None) -> None:
    with store.transaction():
        values = {"job": job.id, "was": SENDING, "was_at": job.begun}
        store.one(MARK, values | {"state": state, "copy_": copy, "state_at": store.micros(), "problem": problem})


def _mark(store: Store, row: _Row, state: str, copy: bool, at: int, problem: str | None) -> bool:
    """Whether it still was as it was read."""
    values = {"job": row.id, "was": row.state, "was_at": row.state_at}
    changed = {"state": state, "copy_": copy, "state_at": at, "problem": problem}
    return store.one(MARK, values | changed) is not None


def _outlived(row: _Row, at: int) -> bool:
    """Also one of an hour ahead: the clock has been set back, and nobody waits for it to catch up."""
    return at - row.asked_at > TOO_OLD or row.asked_at - at > HOUR or row.ticket_state in OVER


def _job(store: Store, row: _Row, copy: bool, at: int) -> Job:
    ticket = tickets.by_id(store, row.ticket_id)
    if ticket is None:
        raise RuntimeError("a job without its ticket")
    return Job(row.id, tickets.view(store, ticket), bool(copy), moment(row.asked_at), at)
