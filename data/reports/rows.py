"""What is read of the log for a report? In pages, so that no snapshot stays open, and only the columns it needs."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select

from data.lifecycle import Act
from data.store import Statement, Store
from data.tables import EVENT, TICKET, given

PAGE = 5_000
WORK = (Act.OPEN, Act.CLOSE, Act.SIGN_ON, Act.SIGN_OFF, Act.BREAK, Act.BACK)
"""The acts that say whether a window works, and who is there."""
ARRIVALS = (Act.TAKE, Act.CHECK_IN, Act.WALK_IN)
"""The acts with which a ticket begins to wait, or to be served."""

# Plain strings: to ask for a member of an enum, or for one in a set of them, takes four times as long.
TAKE, CHECK_IN, WALK_IN = (act.value for act in ARRIVALS)
CALL, RECALL, RESUME = Act.CALL.value, Act.RECALL.value, Act.RESUME.value
START, FINISH, HOLD, TRANSFER = Act.START.value, Act.FINISH.value, Act.HOLD.value, Act.TRANSFER.value
NO_SHOW, REQUEUE, REVIVE, FRONT = Act.NO_SHOW.value, Act.REQUEUE.value, Act.REVIVE.value, Act.FRONT.value
CANCEL, REMOVE, EXPIRE, UNDO = Act.CANCEL.value, Act.REMOVE.value, Act.EXPIRE.value, Act.UNDO.value
POSTPONE = Act.POSTPONE.value
ASSIGN, INIT = Act.ASSIGN.value, Act.INIT.value
OPEN, CLOSE, SIGN_ON, SIGN_OFF, BREAK, BACK = (act.value for act in WORK)

Row = tuple[Any, ...]
REVISION, AT, ACT, TICKET_ID, DAY, SERVICE, WINDOW, SERVICES, PLACE, ARRIVAL, OUT_OF_TURN, STEPS, FOR_WINDOW = range(13)
ASKED_FOR = 13
"""The column that only some reports need: each one takes a twentieth of the time."""

_columns = (
    *(EVENT.c.revision, EVENT.c.at, EVENT.c.act, EVENT.c.ticket_id, EVENT.c.service_day, EVENT.c.service),
    *(EVENT.c.window, EVENT.c.services, EVENT.c.place, EVENT.c.arrival, EVENT.c.out_of_turn),
    *(EVENT.c.steps, EVENT.c.for_window),
)
_page = (EVENT.c.revision > given("since"), EVENT.c.revision <= given("until"))


class Reading(NamedTuple):
    """The statements of a report: all events, and those of one ticket."""

    rows: Statement
    rest: Statement


def _reading(*asked_for: ColumnElement[Any]) -> Reading:
    chosen = select(*_columns, *asked_for).where(*_page).order_by(EVENT.c.revision)
    of_ticket = chosen.where(EVENT.c.ticket_id == given("ticket_id"))
    return Reading(Statement(chosen.limit(given("page"))), Statement(of_ticket))


PLAIN, WITH_CLASS, WITH_PERSON = _reading(), _reading(EVENT.c.class_), _reading(EVENT.c.person)
_booking = EVENT.alias("booking")
SLOTS = Statement(
    select(_booking.c.revision, _booking.c.slot)
    .join(EVENT, EVENT.c.ticket_id == _booking.c.revision)
    .where(*_page, EVENT.c.act == CHECK_IN)
)
LANGUAGES = Statement(
    select(TICKET.c.id, TICKET.c.language)
    .join(EVENT, EVENT.c.ticket_id == TICKET.c.id)
    .where(*_page, EVENT.c.act.in_(ARRIVALS))
)
AT_OR_AFTER = Statement(
    select(EVENT.c.revision, EVENT.c.at)
    .where(EVENT.c.revision >= given("revision"))
    .order_by(EVENT.c.revision)
    .limit(given("page"))
)
SET_BACK = Statement(select(EVENT.c.revision, EVENT.c.at).where(EVENT.c.clock_set_back.is_not(None)))
WORKED = Statement(
    select(EVENT.c.at, EVENT.c.act, EVENT.c.window, EVENT.c.person)
    .where(*_page, EVENT.c.act.in_(WORK))
    .order_by(EVENT.c.revision)
)


class Page(NamedTuple):
    """Some events in their order, the slots of the bookings that are checked in there, and languages where asked."""

    rows: list[Row]
    slots: dict[int, int]
    languages: dict[int, str]


def pages(store: Store, reading: Reading, since: int, until: int, *, languages: bool) -> Iterator[Page]:
    """The events after revision `since`, up to `until`."""
    while since < until:
        with store.snapshot():
            rows: list[Row] = store.all(reading.rows, {"since": since, "until": until, "page": PAGE})
            if not rows:
                return
            here = {"since": since, "until": rows[-1][REVISION]}
            booked = any(row[ACT] == CHECK_IN for row in rows)
            slots = dict(store.all(SLOTS, here)) if booked else {}
            spoken = dict(store.all(LANGUAGES, here)) if languages else {}
        yield Page(rows, slots, spoken)
        since = here["until"]


def rest(store: Store, reading: Reading, ticket_id: int, since: int, until: int) -> list[Row]:
    """The events of one ticket after revision `since`, up to `until`."""
    with store.snapshot():
        return store.all(reading.rest, {"ticket_id": ticket_id, "since": since, "until": until})


def for_service(row: Row, service: str) -> Row:
    """The row as if it were about this service."""
    return (*row[:SERVICE], service, *row[SERVICE + 1 :])
