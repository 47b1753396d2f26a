"""Who may see to a kiosk, and what does it tell them? Nothing here is an act: the log knows nothing of it."""

import hmac
from hashlib import scrypt

from sqlalchemy import delete, insert, select, update

from data import outcomes
from data.clock import SECOND, moment
from data.lifecycle import Act
from data.people import pins
from data.refused import Refused
from data.store import Statement, Store
from data.store.upgrade import SHAPE
from data.tables import EVENT, MAINTENANCE, PRINTING, given

LEAST = 6
COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}

FORGET = Statement(delete(MAINTENANCE))
KEEP = Statement(insert(MAINTENANCE))
KEPT = Statement(select(MAINTENANCE.c.salt, MAINTENANCE.c.hash, MAINTENANCE.c.wrong, MAINTENANCE.c.wrong_at))
TRY = Statement(update(MAINTENANCE).values(wrong=MAINTENANCE.c.wrong + 1))
TRIED = Statement(update(MAINTENANCE), ["wrong", "wrong_at"])
GIVEN_OUT = Statement(
    select(EVENT.c.at, EVENT.c.ticket, EVENT.c.service, EVENT.c.ticket_id)
    .where(EVENT.c.act.in_([Act.TAKE, Act.CHECK_IN]))
    .order_by(EVENT.c.revision.desc())
    .limit(given("n"))
)
PRINTINGS = Statement(select(PRINTING.c.ticket_id, PRINTING.c.state).order_by(PRINTING.c.id.desc()).limit(given("n")))


def set_code(store: Store, code: str) -> None:
    """Set the code that opens maintenance at every kiosk of the centre; the wrong tries are forgotten.

    Raises Refused `not-allowed` for one that is not 6 to 64 digits, or that anybody would try first.
    """
    if not pins.digits(code, LEAST):
        raise Refused("not-allowed", "The code must be {least} to {most} digits.", least=LEAST, most=pins.MOST)
    if pins.guessable(code):
        raise Refused("not-allowed", "This code is too easy to guess.")
    salt = store.random_bytes(16)
    row = {"id": 1, "salt": salt, "hash": _hash(code, salt), "wrong": 0, "wrong_at": 0}
    with store.transaction():
        store.run(FORGET)
        store.run(KEEP, row)


def is_set(store: Store) -> bool:
    """Whether there is a code."""
    with store.snapshot():
        return store.one(KEPT) is not None


def admit(store: Store, code: str) -> None:
    """Let somebody in who knows the code.

    Raises Refused `wrong-code`; `too-soon` with the seconds to wait, which double from 30 s to an hour with each wrong
    try from the third on; `not-allowed` while no code is set.
    """
    salt, hash_ = _count_try(store)
    if not hmac.compare_digest(_hash(code, salt), hash_):
        raise Refused("wrong-code", "This code is wrong.")
    with store.transaction():
        store.run(TRIED, {"wrong": 0, "wrong_at": 0})


def last(store: Store, n: int = 9) -> tuple[outcomes.GivenOut, ...]:
    """The tickets that were given out last, the newest first, without their codes."""
    with store.snapshot():
        # The newest printing of a ticket is met first, and must win: so the newest come last.
        printings = dict(reversed(store.all(PRINTINGS, {"n": 10 * n})))
        rows = store.all(GIVEN_OUT, {"n": n})
    return tuple(
        outcomes.GivenOut(ticket or "", service or "", moment(at), printings.get(ticket_id, ""))
        for at, ticket, service, ticket_id in rows
    )


def software(store: Store) -> outcomes.Software:
    """What this store is kept by."""
    return outcomes.Software(store.url, SHAPE, store.revision())


def _count_try(store: Store) -> tuple[bytes, bytes]:
    """A try counts as wrong before it is known to be right: many at once are no more than one after the other."""
    with store.transaction():
        store.run(TRY)  # first: it is the lock that makes others wait
        kept = store.one(KEPT)
        if kept is None:
            raise Refused("not-allowed", "No maintenance code is set: novbe kiosk --set-code sets one.")
        salt, hash_, wrong, wrong_at = kept
        now = store.micros()
        left = pins.wait(wrong - 1, wrong_at, now)
        if left:
            raise Refused("too-soon", "It is too soon: wait {n} seconds more.", n=-(-left // SECOND))
        store.run(TRIED, {"wrong": wrong, "wrong_at": now})
    return bytes(salt), bytes(hash_)


def _hash(code: str, salt: bytes) -> bytes:
    return scrypt(code.encode(), salt=salt, **COST)
