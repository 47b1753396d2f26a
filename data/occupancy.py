"""Is a window open, who is signed on there, and is there a ticket in hand?"""

from typing import NamedTuple

from sqlalchemy import select, update

from data import tickets, turn, views
from data.act import Going
from data.clock import moment
from data.lifecycle import Act
from data.records import Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.tables import PERSON, WINDOW, given

STATE = Statement(select(WINDOW.c.state, WINDOW.c.revision).where(WINDOW.c.number == given("window")))
SET_STATE = Statement(update(WINDOW).where(WINDOW.c.number == given("window")), ["state"])
SHIFT = Statement(
    select(
        *(WINDOW.c.person, PERSON.c.name, PERSON.c.active),
        *(WINDOW.c.since, WINDOW.c.session, WINDOW.c.pause, WINDOW.c.pause_since),
    )
    .join(PERSON, PERSON.c.id == WINDOW.c.person, isouter=True)
    .where(WINDOW.c.number == given("window"))
)
SET_SHIFT = Statement(update(WINDOW).where(WINDOW.c.number == given("window")), ["person", "since", "session"])
SET_PAUSE = Statement(update(WINDOW).where(WINDOW.c.number == given("window")), ["pause", "pause_since"])
OPEN, CLOSED = "open", "closed"


class Shift(NamedTuple):
    """Who is signed on at a window since when (None: nobody), with which screen, and the break that is on, if any."""

    person: int | None = None
    name: str | None = None
    active: bool | None = None
    since: int | None = None
    session: str | None = None
    pause: str | None = None
    pause_since: int | None = None


def standing(store: Store, window: int) -> tuple[str, int]:
    """Open or closed, and the revision of the window's last event. Raises Refused `unknown-window`."""
    store.centre.window(window)
    row = store.one(STATE, {"window": window})
    return (row[0], row[1]) if row else (CLOSED, 0)


def shift(store: Store, window: int) -> Shift:
    """The shift at a window; inside a snapshot or a transaction."""
    row = store.one(SHIFT, {"window": window})
    return Shift(*row) if row else Shift()


def opened(going: Going, window: int) -> None:
    """Refuse, as `unknown-window` or `window-closed`, unless the window is open."""
    if standing(going.store, window)[0] != OPEN:
        raise Refused("window-closed", "Window {window} is closed. Open it first.", window=window)


def working(going: Going, window: int) -> None:
    """Refuse, as `opened` does or as `on-break`, unless the window is open and has no break."""
    opened(going, window)
    if shift(going.store, window).pause is not None:
        raise Refused("on-break", "Window {window} is on a break. End the break first.", window=window)


def free(going: Going, window: int) -> None:
    """Refuse, as `working` and `empty` do, unless the window could call somebody now."""
    working(going, window)
    empty(going, window)


def empty(going: Going, window: int) -> None:
    """Refuse, as `opened` does or as `ticket-in-hand`, unless the window is open with nothing in hand."""
    opened(going, window)
    in_hand = tickets.in_hand(going.store, window)
    if in_hand:
        raise Refused("ticket-in-hand", "Window {window} has {ticket} in hand.", window=window, ticket=in_hand.name)


def held(going: Going, window: int) -> Ticket:
    """The ticket in hand; Refused `unknown-window` or `nothing-in-hand`."""
    going.centre.window(window)
    in_hand = tickets.in_hand(going.store, window)
    if in_hand is None:
        raise Refused("nothing-in-hand", "Window {window} has no ticket in hand.", window=window)
    return in_hand


def turn_over(going: Going, window: int, state: str) -> views.Window:
    """Open or close the window; with the window closes its break."""
    if state == CLOSED:
        end_break(going, window)
    services = turn.services(going.store, window)
    going.store.run(SET_STATE, {"window": window, "state": state})
    event = going.record(Act.OPEN if state == OPEN else Act.CLOSE, window=window, services=services)
    return views.Window(window, state, services, moment(event.at), event.revision)


def close_if_retired(going: Going, window: int) -> bool:
    """Close a window that the centre no longer has, as soon as its hand is empty; tells whether it did.

    Who is signed on there is signed off, since nobody can open it again.
    """
    closes = (
        going.centre.window(window).retired
        and standing(going.store, window)[0] == OPEN
        and tickets.in_hand(going.store, window) is None
    )
    if closes:
        leave(going, window)
    return closes


def leave(going: Going, window: int) -> None:
    """Sign off whoever is signed on; the window closes, but goes on where a ticket is in hand, for the next one."""
    if tickets.in_hand(going.store, window) is None and standing(going.store, window)[0] == OPEN:
        turn_over(going, window, CLOSED)
    sign_off(going, window)


def sign_off(going: Going, window: int) -> None:
    """Sign off whoever is signed on, if anybody is, at a window that stays as it is; their break ends."""
    if shift(going.store, window).person is not None:
        end_break(going, window)
        going.store.run(SET_SHIFT, {"window": window, "person": None, "since": None, "session": None})
        going.record(Act.SIGN_OFF, window=window)


def end_break(going: Going, window: int) -> None:
    """End the break that is on at a window, if any."""
    if shift(going.store, window).pause is not None:
        going.store.run(SET_PAUSE, {"window": window, "pause": None, "pause_since": None})
        going.record(Act.BACK, window=window)
