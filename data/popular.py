"""Which services are wanted most? So that the kiosk can show them first."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import func, select

from data.now import now
from data.store import Statement, Store
from data.tables import TICKET, given

TAKEN = Statement(
    select(TICKET.c.first_service, func.count())
    .where(TICKET.c.service_day >= given("since"), TICKET.c.service_day < given("day"))
    .group_by(TICKET.c.first_service)
)


def taken(store: Store, *, days: int = 28) -> Mapping[str, int]:
    """How many tickets were taken or booked for each service on the `days` service days before today's.

    Those of today are not in it, so that the order at a kiosk stays as it is all day. A service that nobody wanted is
    not in it either. With 280,000 tickets it takes a tenth of a second: ask once a day, on the store's thread.
    """
    with store.snapshot():
        today = now(store).day
        since = (date.fromisoformat(today) - timedelta(days=days)).isoformat()
        return dict(store.all(TAKEN, {"since": since, "day": today}))
