"""What of a store can a screen show? One row that is another as soon as any of it is."""

from sqlalchemy import func, select

from data.store import Statement, Store
from data.tables import ALERT, MESSAGE, STORE

NEWS = Statement(
    select(
        select(STORE.c.revision).scalar_subquery(),
        select(func.count()).select_from(ALERT).scalar_subquery(),
        select(func.max(ALERT.c.since)).scalar_subquery(),
        select(func.max(MESSAGE.c.id)).scalar_subquery(),
        select(func.max(MESSAGE.c.read_at)).scalar_subquery(),
        select(func.count(MESSAGE.c.read_at)).scalar_subquery(),
    )
)
News = tuple[object, ...]


def news(store: Store) -> News:
    """The newest revision, and marks of the alerts and messages, which are no events. Not who is present."""
    with store.snapshot():
        return store.one(NEWS) or ()
