"""What is no longer kept once the days that the centre set are over?

The log goes on saying what happened: it has neither codes nor names nor reasons. What is emptied here is what could
lead to a person. An event says up to which service day that was done; only what such an event covers may be missing.
"""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    TableClause,
    and_,
    delete,
    exists,
    func,
    literal_column,
    or_,
    select,
    update,
)

from data.log.purged import before
from data.store import Statement, Store
from data.tables import ATTEMPT, EVENT, IS_UNPURGED, MESSAGE, NOTE, PERSON, PRINTING, RATED, TICKET, given

AT_ONCE = 2_000
"""Tickets at the most, though never less than a day of them: what is left of a backlog is for the acts that follow."""
PASSED_OVER = 1_000
"""Rows with a later time than what follows them: more than a day of the busiest kiosk."""
ONE, ENDLESS = literal_column("1"), literal_column(str(2**63 - 1))
OLDEST = select(func.min(TICKET.c.service_day)).where(IS_UNPURGED).scalar_subquery()
"""The first service day of which anything is kept that is to be purged some day."""

DUE = and_(IS_UNPURGED, TICKET.c.service_day <= given("until"))
DONE = and_(TICKET.c.code.is_(None), TICKET.c.service_day <= given("until"))
TOO_FAR = Statement(
    select(TICKET.c.service_day).where(DUE).order_by(TICKET.c.service_day).limit(ONE).offset(given("n"))
)
FIRST = Statement(select(func.min(TICKET.c.service_day)).where(DUE))
TICKETS = Statement(update(TICKET).where(DUE), ("code", "request_key"))
# Correlated, so that it is always looked up from the few notes, and never from all events or tickets.
IS_DONE = (
    exists(ONE)
    .select_from(EVENT.join(TICKET, TICKET.c.id == EVENT.c.ticket_id, isouter=True))
    .where(
        EVENT.c.revision == NOTE.c.revision,
        or_(DONE & TICKET.c.id.is_not(None), EVENT.c.ticket_id.is_(None) & (EVENT.c.at < given("before"))),
    )
)
NOTES = Statement(delete(NOTE).where(IS_DONE.correlate(NOTE)))
# From the few who have rated of late: never through all tickets of the days before.
RATERS = Statement(
    delete(RATED).where(
        exists(ONE)
        .select_from(TICKET)
        .where(TICKET.c.id == RATED.c.ticket_id, TICKET.c.service_day < given("since"))
        .correlate(RATED)
    )
)
ATTEMPTS = Statement(delete(ATTEMPT).where(ATTEMPT.c.wrong_at < given("before")))
LEFT = Statement(
    select(PERSON.c.id).where(PERSON.c.disabled_at < given("before"), PERSON.c.pin != literal_column("''"))
)
NAMES = Statement(select(PERSON.c.name))
UNNAME = Statement(update(PERSON).where(PERSON.c.id == given("of")), ("name", "pin"))


def _older(table: TableClause, time: str) -> Delete:
    """Delete what is older. Numbers grow with time: so nothing is read but what is to go, and a little that stays.

    Where the clock was wrong for a while they do not. What it dated in the future is passed over, and so are as many
    as `PASSED_OVER` that stay, whose dates have come meanwhile: what came after them goes in its time.
    """
    other = table.alias("other")
    stays: ColumnElement[Any] = (
        select(other.c.id)
        .where(other.c[time].between(given("before"), given("at")))
        .order_by(other.c.id)
        .limit(ONE)
        .offset(given("passed_over"))
        .scalar_subquery()
    )
    return delete(table).where(table.c.id < func.coalesce(stays, ENDLESS), table.c[time] < given("before"))


PRINTINGS, MESSAGES = Statement(_older(PRINTING, "asked_at")), Statement(_older(MESSAGE, "at"))


def due(store: Store, oldest: str | None, day: str, retention: int) -> str | None:
    """Up to which service day an act of `day` is to purge; None where there is nothing to.

    `oldest` is the first day of which anything is kept, or was when the act began to wait for its turn.
    """
    today = date.fromisoformat(day)
    last = (today - timedelta(days=min(retention, today.toordinal() - 1))).isoformat()
    if not (retention and oldest and oldest <= last):
        return None
    (first,) = store.one(FIRST, {"until": last}) or (None,)
    too_far = store.one(TOO_FAR, {"until": last, "n": AT_ONCE})
    if first is None or too_far is None:  # PostgreSQL reads `oldest` before it waits: another act may have purged
        return first and last
    day_before = (date.fromisoformat(too_far[0]) - timedelta(days=1)).isoformat()
    return max(first, day_before)


def forget_raters(store: Store, since: str) -> None:
    """Forget whose visits were rated, of the service days before `since`; inside a transaction."""
    store.run(RATERS, {"since": since})


def purge(store: Store, until: str, at: int) -> None:
    """Empty what is kept of the service days up to `until`, in an act at the time `at`; inside a transaction.

    That is: codes and request keys of tickets that are over, with the reasons and names of their events; and of what
    is older than the day `until` itself, in UTC, the reasons of breaks, messages, what was printed, wrong tries, and
    the names and PINs of those who were disabled then.
    """
    of = {"until": until, "before": before(until), "at": at, "passed_over": PASSED_OVER}
    store.run(TICKETS, {**of, "code": None, "request_key": None})
    for statement in (NOTES, PRINTINGS, MESSAGES, ATTEMPTS):
        store.run(statement, of)
    for (person,) in store.all(LEFT, of):
        store.run(UNNAME, {"of": person, "name": _number(store, person), "pin": ""})


def _number(store: Store, person: int) -> str:
    """What stands in place of a name, and is nobody else's."""
    taken, number = {name for (name,) in store.all(NAMES)}, f"#{person}"
    while number in taken:
        number = f"#{number}"
    return number
