"""Which database, which transaction? The rest of the house says what is in it."""

from data.store.statement import Statement
from data.store.store import Store

__all__ = ["Statement", "Store"]
