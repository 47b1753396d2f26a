"""Does a service day still go on? While a window is open, or somebody who came that day is not done."""

from sqlalchemy import literal_column, select

from data.store import Statement, Store
from data.tables import IS_IN_HAND, IS_ON_HOLD, IS_WAITING, TICKET, WINDOW, given

ONE = literal_column("1")
OPEN = Statement(select(WINDOW.c.number).where(WINDOW.c.state == "open").limit(ONE))
LEFT = tuple(
    Statement(select(TICKET.c.id).where(here, TICKET.c.service_day == given("day")).limit(ONE))
    for here in (IS_WAITING, IS_ON_HOLD, IS_IN_HAND)
)


def under_way(store: Store, day: str) -> bool:
    """Whether a window is open, or a ticket of `day` waits, is on hold or in hand; inside a snapshot."""
    return store.one(OPEN) is not None or any(store.one(left, {"day": day}) for left in LEFT)
