"""How does a transaction that is no act keep out of the way of acts?"""

from sqlalchemy import select

from data.store.statement import Statement
from data.store.store import Store
from data.tables import STORE

LOCK = Statement(select(STORE.c.id).with_for_update())


def alone(store: Store) -> None:
    """Wait for the lock that every act takes, and hold it; inside a transaction, before anything is read."""
    store.one(LOCK)
