"""Where is a ticket kept, and how is it found?"""

import hmac
import re
from datetime import date
from operator import attrgetter

from sqlalchemy import func, insert, or_, select, tuple_, update

from data import views
from data.centre import Centre
from data.clock import moment
from data.lifecycle import State
from data.records import Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.tables import IS_BOOKED, IS_IN_HAND, IS_WAITING, TICKET, given

MAY_CHANGE = (
    *("service", "class_", "state", "place", "revision", "acted_at", "window", "calls", "first_called_at", "called_at"),
    *("call_revision", "started_at", "requeues", "requeued_at", "steps", "for_window", "postpones"),
)
AT_CHECK_IN = ("series", "number", "state", "arrival", "place", "revision", "acted_at")
COLUMNS = TICKET.c

# In the order of the table, as the statement binds them.
changed = attrgetter(*MAY_CHANGE, "id")
numbered = attrgetter(*AT_CHECK_IN, "id")
INSERT = Statement(insert(TICKET))
UPDATE = Statement(update(TICKET).where(COLUMNS.id == given("ticket_id")), MAY_CHANGE)
CHECK_IN = Statement(update(TICKET).where(COLUMNS.id == given("ticket_id")), AT_CHECK_IN)
BY_ID = Statement(select(TICKET).where(COLUMNS.id == given("ticket_id")))
ALIKE = Statement(select(TICKET).where(COLUMNS.code.between(given("first"), given("last"))))
BY_KEY = Statement(select(TICKET).where(COLUMNS.request_key == given("key")))
BY_NUMBER = Statement(
    select(TICKET).where(
        COLUMNS.service_day == given("day"), COLUMNS.series == given("series"), COLUMNS.number == given("number")
    )
)
IN_HAND = Statement(select(TICKET).where(IS_IN_HAND, COLUMNS.window == given("window")))
IN_HAND_BY_NUMBER = Statement(
    select(TICKET)
    .where(IS_IN_HAND, COLUMNS.series == given("series"), COLUMNS.number == given("number"))
    .order_by(COLUMNS.id.desc())
)
OF_DAY = (COLUMNS.service_day == given("day"), or_(COLUMNS.number.is_not(None), IS_BOOKED))
TAKEN = Statement(select(func.count()).where(*OF_DAY, COLUMNS.first_service == given("service")))
TAKEN_OF_EACH = Statement(select(COLUMNS.first_service, func.count()).where(*OF_DAY).group_by(COLUMNS.first_service))
AHEAD = Statement(
    select(func.count()).where(
        IS_WAITING,
        COLUMNS.service == given("service"),
        COLUMNS.service_day == given("day"),
        tuple_(COLUMNS.place, COLUMNS.id) < tuple_(given("place"), given("ticket_id")),
    )
)
LOOKALIKES = str.maketrans("OIL", "011", " -")
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{17}")
LOOKED_UP = 5
"""So many characters of a code the database is asked for: no more of those there are can be told from its time."""
NAME = re.compile(r"([A-Z]{1,2})0*([1-9][0-9]{0,8})")


def add(store: Store, ticket: Ticket) -> None:
    """Write a new ticket."""
    store.run(INSERT, tuple(ticket))


def put(store: Store, ticket: Ticket) -> None:
    """Write what may change of a ticket that is there."""
    store.run(UPDATE, changed(ticket))


def check_in(store: Store, ticket: Ticket) -> None:
    """Write what a check-in changes of a booking."""
    store.run(CHECK_IN, numbered(ticket))


def by_id(store: Store, ticket_id: int) -> Ticket | None:
    """The ticket that the event `ticket_id` took."""
    return _one(store, BY_ID, ticket_id=ticket_id)


def by_code(store: Store, code: str) -> Ticket:
    """The ticket of a code, in any way of writing it; Refused `unknown-code`.

    How much of a code is right cannot be told from the time that it takes, but for its first five characters.
    """
    wanted = plain(code)
    for ticket in _alike(store, wanted) if wanted else ():
        if hmac.compare_digest((ticket.code or "").encode(), wanted.encode()):
            return ticket
    raise Refused("unknown-code", "There is no ticket with this code. Check each character, or scan it again.")


def by_key(store: Store, key: str) -> Ticket | None:
    """The ticket that a request with this key took, on any day."""
    return _one(store, BY_KEY, key=key)


def by_name(store: Store, name: str, day: str, window: int | None = None) -> Ticket:
    """The ticket of `day` with this number, else the newest in hand (at `window`); Refused `unknown-ticket`."""
    match = NAME.fullmatch(name.strip().upper())
    if match:
        series, number = match[1], int(match[2])
        ticket = _one(store, BY_NUMBER, day=day, series=series, number=number)
        in_hand = map(Ticket._make, store.all(IN_HAND_BY_NUMBER, {"series": series, "number": number}))
        found = ticket or next((held for held in in_hand if window in (None, held.window)), None)
        if found:
            return found
    readable = "".join(filter(str.isprintable, name[:20]))
    raise Refused("unknown-ticket", "There is no ticket {ticket} today. Check the number.", ticket=readable)


def in_hand(store: Store, window: int) -> Ticket | None:
    """The ticket that is called or being served at a window."""
    return _one(store, IN_HAND, window=window)


def ahead(store: Store, ticket: Ticket) -> int:
    """How many waiting tickets of the same service and service day have a smaller place."""
    values = {"service": ticket.service, "day": ticket.service_day, "place": ticket.place, "ticket_id": ticket.id}
    row = store.one(AHEAD, values)
    return row[0] if row else 0


def taken(store: Store, day: str, service: str) -> int:
    """How many tickets of a service there are on a day, whatever became of them, and those booked for it.

    Inside a snapshot. A booking that was given up, or for which nobody came, is none.
    """
    row = store.one(TAKEN, {"day": day, "service": service})
    return row[0] if row else 0


def taken_of_each(store: Store, day: str) -> dict[str, int]:
    """As `taken`, of every service that has any: at once, since to ask for each is to read the whole day each time."""
    return dict(store.all(TAKEN_OF_EACH, {"day": day}))


def view(
    store: Store, ticket: Ticket, *, at: int | None = None, revision: int | None = None, window: int | None = None
) -> views.Ticket:
    """The ticket as it crosses to a screen; `at` and `revision` of its last event where no others are given."""
    before = ahead(store, ticket) if ticket.state == State.WAITING else None
    return shown(store.centre, ticket, before, at=at, revision=revision, window=window)


def shown(
    centre: Centre,
    ticket: Ticket,
    ahead: int | None,
    *,
    at: int | None = None,
    revision: int | None = None,
    window: int | None = None,
) -> views.Ticket:
    """As `view`, of a ticket of which is known how many are `ahead`; without the store."""
    waits = ticket.state == State.WAITING
    return views.Ticket(
        ticket=ticket.name,
        code=ticket.code or "",
        qr=_qr(centre, ticket.code or ""),
        service=ticket.service,
        class_=ticket.class_,
        language=ticket.language,
        state=ticket.state,
        ahead=ahead,
        service_day=date.fromisoformat(ticket.service_day),
        at=moment(ticket.acted_at if at is None else at),
        revision=ticket.revision if revision is None else revision,
        window=None if waits and window is None else window or ticket.window,
        slot=None if ticket.slot is None else centre.wall(ticket.slot),
        steps=steps(ticket),
    )


def _qr(centre: Centre, code: str) -> str:
    return f"{centre.address}/{code}" if centre.address else f"NOVBE:{code}"


def steps(ticket: Ticket) -> tuple[str, ...]:
    """The services still to come after the one that it is for now."""
    return tuple(ticket.steps.split(",")) if ticket.steps else ()


def plain(code: str) -> str:
    """The characters of a code, from any way of writing or scanning it; empty where it cannot be one."""
    written = re.split(r"[/:]", code.strip().strip("/").upper())[-1].translate(LOOKALIKES)
    return written if CODE.fullmatch(written) else ""


def _alike(store: Store, code: str) -> list[Ticket]:
    """The tickets whose codes begin as this one."""
    begin, rest = code[:LOOKED_UP], len(code) - LOOKED_UP
    ends = {"first": begin + "0" * rest, "last": begin + "Z" * rest}
    return [Ticket._make(row) for row in store.all(ALIKE, ends)]


def _one(store: Store, statement: Statement, **values: object) -> Ticket | None:
    row = store.one(statement, values)
    return Ticket._make(row) if row else None
