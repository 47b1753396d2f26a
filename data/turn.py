"""Whose turn is it at a window?"""

from sqlalchemy import exists, func, literal_column, or_, select

from data.records import Ticket
from data.store import Statement, Store
from data.tables import IS_ON_HOLD, IS_WAITING, TICKET, WAITING, WINDOW, WINDOW_SERVICE, given

ONE = literal_column("1")
_candidate, _sender, _serves = TICKET.alias("candidate"), WINDOW.alias("sender"), WINDOW_SERVICE.alias("serves")
# Only for a ticket that was sent back to another window is this looked up at all.
_nobody_there = ~exists(
    select(ONE)
    .select_from(_sender)
    .join(_serves, _serves.c.window == _sender.c.number)
    .where(
        _sender.c.number == _candidate.c.for_window,
        _sender.c.state == literal_column("'open'"),
        _serves.c.service == _candidate.c.service,
    )
    .correlate(_candidate)
)
NEXT = Statement(
    select(TICKET)
    .select_from(WINDOW_SERVICE)
    .join(
        TICKET,
        TICKET.c.id
        == select(_candidate.c.id)
        .where(
            literal_column(f"candidate.{WAITING}"),
            _candidate.c.service == WINDOW_SERVICE.c.service,
            _candidate.c.service_day == given("day"),
            or_(
                _candidate.c.requeued_at.is_(None),
                _candidate.c.requeued_at <= given("paused_since"),
                _candidate.c.requeued_at > given("at"),  # the clock has been set back since
            ),
            or_(
                _candidate.c.for_window.is_(None),
                _candidate.c.for_window == WINDOW_SERVICE.c.window,
                _nobody_there,
            ),
        )
        .order_by(_candidate.c.place, _candidate.c.id)
        .limit(ONE)
        .correlate(WINDOW_SERVICE)
        .scalar_subquery(),
    )
    .where(WINDOW_SERVICE.c.window == given("window"))
    .order_by(TICKET.c.place, TICKET.c.id)
    .limit(ONE)
)
ANYBODY = Statement(select(func.count()).where(or_(IS_WAITING, IS_ON_HOLD), TICKET.c.service == given("service")))


def next_ticket(store: Store, window: int, day: str, at: int) -> Ticket | None:
    """The waiting ticket of `day` with the smallest place among the window's services, None when nobody waits.

    A ticket that was put back is passed over until its pause is over, and one that was sent back to another window
    while that is open and serves it. The cost does not depend on the history.
    """
    pause = store.centre.rules.requeue_pause
    row = store.one(NEXT, {"window": window, "day": day, "paused_since": at - pause, "at": at})
    return Ticket._make(row) if row else None


def services(store: Store, window: int) -> tuple[str, ...]:
    """What a window serves: its services, and a retired one as long as anybody waits or is on hold for it."""
    centre = store.centre
    return tuple(
        service
        for service in centre.window(window).serves
        if not centre.service(service).retired or _anybody(store, service)
    )


def _anybody(store: Store, service: str) -> bool:
    row = store.one(ANYBODY, {"service": service})
    return bool(row and row[0])
