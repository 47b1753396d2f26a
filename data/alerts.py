"""What must somebody see to? One alert for each source, as long as it lasts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from data.clock import moment
from data.store import Statement, Store
from data.store.alone import alone
from data.tables import ALERT, given

ALL = Statement(select(ALERT).order_by(ALERT.c.since, ALERT.c.source))
ONE = Statement(select(ALERT.c.problem).where(ALERT.c.source == given("of")))
ADD = Statement(insert(ALERT), ("source", "problem", "since"))
CHANGE = Statement(update(ALERT).where(ALERT.c.source == given("of")), ("problem", "since"))
REMOVE = Statement(delete(ALERT).where(ALERT.c.source == given("of")))


@dataclass(frozen=True, slots=True)
class Alert:
    """What is wrong, with what ("printer tcp://10.0.0.5:9100"), and since when; `problem` is a code ("paper-out")."""

    source: str
    problem: str
    since: datetime


def standing(store: Store) -> tuple[Alert, ...]:
    """All alerts that stand, the oldest first."""
    with store.snapshot():
        return kept(store)


def kept(store: Store) -> tuple[Alert, ...]:
    """As `standing`, inside a snapshot."""
    return tuple(Alert(source, problem, moment(since)) for source, problem, since in store.all(ALL))


def tell(store: Store, source: str, problem: str | None) -> None:
    """Say how `source` is: what is wrong with it, or None. Written only where that has changed."""
    with store.snapshot():
        if _known(store, source) == problem:
            return
    with store.transaction():
        alone(store)  # on PostgreSQL two could otherwise both find no alert, and both write one
        known = _known(store, source)
        values = {"of": source, "source": source, "problem": problem, "since": store.micros()}
        if problem is None:
            store.run(REMOVE, values)
        elif known is None:
            store.run(ADD, values)
        elif known != problem:
            store.run(CHANGE, values)


def _known(store: Store, source: str) -> str | None:
    row = store.one(ONE, {"of": source})
    return row[0] if row else None
