"""Is this a store, and of which shape?"""

from typing import Any

from data.store.backends import Backend
from data.store.refusals import refusal
from data.store.upgrade import SHAPE, upgrade

# Plain SQL, so that a screen can paint before SQLAlchemy is imported.
ROW = "SELECT shape, revision, centre_revision FROM store"


def recognise(backend: Backend, connection: Any) -> None:
    """Bring an older store up to this shape; Refused `store-missing`, `not-a-store` or `store-newer` for others."""
    found = tables(backend, connection)
    if "store" not in found:
        raise refusal("not-a-store" if found else "store-missing", backend.shown)
    row = _row(backend, connection)
    if row is None:
        raise refusal("store-missing", backend.shown)
    if row[0] > SHAPE:
        raise refusal("store-newer", backend.shown)
    if row[0] < SHAPE:
        upgrade(backend, connection, row[0])


def tables(backend: Backend, connection: Any) -> set[str]:
    """The names of the tables that are there."""
    return {name for (name,) in connection.execute(backend.tables).fetchall()}


def _row(backend: Backend, connection: Any) -> tuple[int, int, int] | None:
    try:
        return connection.execute(ROW).fetchone()
    except backend.error as error:
        raise backend.refusal(error) or refusal("not-a-store", backend.shown) from error
