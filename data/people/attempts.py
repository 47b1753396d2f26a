"""How often was a wrong PIN typed for a name, and is it too soon for another?"""

from hashlib import sha256

from sqlalchemy import delete, text, update

from data.clock import SECOND
from data.people import pins
from data.refused import Refused
from data.store import Statement, Store
from data.tables import ATTEMPT, given

AT = (ATTEMPT.c.name == given("tried")) & (ATTEMPT.c.window == given("at_window"))
TRY = Statement(
    text(
        'INSERT INTO attempt (name, "window", wrong, wrong_at) VALUES (:tried, :at_window, 1, :now) '
        'ON CONFLICT (name, "window") DO UPDATE SET wrong = attempt.wrong + 1 RETURNING wrong, wrong_at'
    ).bindparams(given("tried"), given("at_window"), given("now"))
)
TRIED = Statement(update(ATTEMPT).where(AT), ["wrong_at"])
RIGHT = Statement(delete(ATTEMPT).where(AT))
FORGET = Statement(delete(ATTEMPT).where(ATTEMPT.c.name == given("tried")))
FORGET_OLD = Statement(delete(ATTEMPT).where(ATTEMPT.c.wrong_at < given("before")))
REMEMBERED = 24 * 3600 * SECOND


def count(store: Store, name: str, window: int) -> None:
    """Count a try as wrong, before it is known to be right: many at once are no more than one after the other.

    In a transaction of its own that has locked the store. Raises Refused `too-soon` with the seconds to wait; such a
    try does not count.
    """
    at = store.micros()
    values = {"tried": _digest(name), "at_window": window, "now": at, "wrong_at": at}
    wrong, wrong_at = store.one(TRY, values) or (1, at)
    left = pins.wait(wrong - 1, wrong_at, at)
    if left:
        raise Refused("too-soon", "It is too soon: wait {n} seconds more.", n=-(-left // SECOND))
    store.run(TRIED, values)
    store.run(FORGET_OLD, {"before": at - REMEMBERED})


def right(store: Store, name: str, window: int) -> None:
    """Forget the tries of a name at a window, of which the last was right; inside a transaction."""
    store.run(RIGHT, {"tried": _digest(name), "at_window": window})


def forget(store: Store, name: str) -> None:
    """Forget the tries of a name at every window; inside a transaction."""
    store.run(FORGET, {"tried": _digest(name)})


def _digest(name: str) -> str:
    """What stands for a name where tries are counted: people type a PIN where a name belongs."""
    return sha256(name.encode()).hexdigest()
