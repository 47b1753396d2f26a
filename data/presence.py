"""Which screens live? Each says so now and then, in a row of its own."""

from sqlalchemy import delete, select, text

from data.clock import SECOND
from data.store import Statement, Store
from data.tables import PRESENCE, given

EVERY_S, LEAST_S = 20.0, 1.0
"""Seconds from one beat to the next, at most and at least."""
FORGOTTEN = 7 * 24 * 3600 * SECOND
"""A screen that has been silent for so long is none of this centre's any more."""
# Two screens of one name may come at once.
BEAT = Statement(
    text(
        "INSERT INTO presence (source, at) VALUES (:source, :at) ON CONFLICT (source) DO UPDATE SET at = excluded.at"
    ).bindparams(given("source"), given("at"))
)
LEAVE = Statement(delete(PRESENCE).where(PRESENCE.c.source == given("source")))
FORGET = Statement(delete(PRESENCE).where(PRESENCE.c.at < given("before")))
ALL = Statement(select(PRESENCE).order_by(PRESENCE.c.source))


def window(number: int) -> str:
    """What the screen of a window is called."""
    return f"window {number}"


def beat(store: Store, source: str) -> None:
    """Note that the screen `source` ("window 3") lives. No screen reads anything again for it."""
    at = store.micros()
    with store.transaction(told=False):
        store.run(BEAT, {"source": source, "at": at})
        store.run(FORGET, {"before": at - FORGOTTEN})


def pause_s(store: Store) -> float:
    """Seconds to the next beat: three fit into `[rules] silent_after`, so that no screen that lives seems silent."""
    after = store.centre.rules.silent_after / SECOND
    return max(LEAST_S, min(EVERY_S, after / 3)) if after else EVERY_S


def leave(store: Store, source: str) -> None:
    """Note that the screen has ended in good order, or is no longer to be expected."""
    with store.transaction(told=False):
        store.run(LEAVE, {"source": source})


def beats(store: Store) -> dict[str, int]:
    """When each screen was last known to live, in microseconds; inside a snapshot."""
    return dict(store.all(ALL))
