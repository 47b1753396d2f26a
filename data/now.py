"""How does the store stand at this moment, for one who only reads?"""

from typing import NamedTuple

from sqlalchemy import select

from data.clock import settle
from data.store import Statement, Store
from data.tables import STORE

ROW = Statement(select(STORE.c.revision, STORE.c.head, STORE.c.at, STORE.c.centre_revision))


class Now(NamedTuple):
    """The newest revision and its digest, and the time and the service day that an act would be given now."""

    revision: int
    head: str
    at: int
    day: str


def now(store: Store) -> Now:
    """How the store stands; inside a snapshot."""
    row = store.one(ROW)
    if row is None:
        raise RuntimeError("a store without its row")
    revision, head, last, centre_revision = row
    store.keep_up(centre_revision)
    at = settle(store.micros(), last)
    return Now(revision, head, at, store.centre.service_day(at))
