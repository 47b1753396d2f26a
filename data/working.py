"""How many windows worked at a moment of the day: open, and not on a break?"""

from bisect import bisect_right
from collections.abc import Callable

from sqlalchemy import select

from data.lifecycle import Act
from data.store import Statement, Store
from data.tables import EVENT, STORE, WINDOW, given

AT = Statement(select(EVENT.c.at).where(EVENT.c.revision == given("revision")))
NEWEST = Statement(select(STORE.c.revision))
WORKS = {Act.OPEN: True, Act.BACK: True, Act.CLOSE: False, Act.BREAK: False}
TURNS = Statement(
    select(EVENT.c.at, EVENT.c.act, EVENT.c.window)
    .where(EVENT.c.revision >= given("first"), EVENT.c.act.in_([act.value for act in WORKS]))
    .order_by(EVENT.c.revision)
)
NOW = Statement(select(WINDOW.c.number).where(WINDOW.c.state == "open", WINDOW.c.pause.is_(None)))


def working(store: Store, since: int) -> Callable[[int], int]:
    """Tells how many worked at a moment from `since` on, both in microseconds; inside a snapshot."""
    turns = store.all(TURNS, {"first": first_from(store, since)})
    works = {number for (number,) in store.all(NOW)}
    for _, act, window in reversed(turns):  # back to how it stood before the first
        works = works - {window} if WORKS[Act(act)] else works | {window}
    moments, counts = [], [len(works)]
    for at, act, window in turns:
        works = works | {window} if WORKS[Act(act)] else works - {window}
        moments.append(at)
        counts.append(len(works))
    return lambda at: counts[bisect_right(moments, at)]


def first_from(store: Store, since: int) -> int:
    """The first revision from the moment `since` on: the log has no index of times, but is in their order."""
    low, high = 1, (store.one(NEWEST) or (0,))[0] + 1
    while low < high:
        middle = (low + high) // 2
        row = store.one(AT, {"revision": middle})
        if row is not None and row[0] >= since:
            high = middle
        else:
            low = middle + 1
    return low
