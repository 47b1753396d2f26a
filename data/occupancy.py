"""Is a window open, and is there a ticket in hand?"""

from sqlalchemy import select, update

from data import tickets, turn, views
from data.act import Going
from data.clock import moment
from data.lifecycle import Act
from data.records import Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.tables import WINDOW, given

STATE = Statement(select(WINDOW.c.state, WINDOW.c.revision).where(WINDOW.c.number == given("window")))
SET_STATE = Statement(update(WINDOW).where(WINDOW.c.number == given("window")), ["state"])
OPEN, CLOSED = "open", "closed"


def standing(store: Store, window: int) -> tuple[str, int]:
    """Open or closed, and the revision of the window's last event. Raises Refused `unknown-window`."""
    store.centre.window(window)
    row = store.one(STATE, {"window": window})
    return (row[0], row[1]) if row else (CLOSED, 0)


def opened(going: Going, window: int) -> None:
    """Refuse, as `unknown-window` or `window-closed`, unless the window is open."""
    if standing(going.store, window)[0] != OPEN:
        raise Refused("window-closed", "Window {window} is closed. Open it first.", window=window)


def free(going: Going, window: int) -> None:
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
    """Open or close the window."""
    services = turn.services(going.store, window)
    going.store.run(SET_STATE, {"window": window, "state": state})
    event = going.record(Act.OPEN if state == OPEN else Act.CLOSE, window=window, services=services)
    return views.Window(window, state, services, moment(event.at), event.revision)


def close_if_retired(going: Going, window: int) -> bool:
    """Close a window that the centre no longer has, as soon as its hand is empty; tells whether it did."""
    closes = (
        going.centre.window(window).retired
        and standing(going.store, window)[0] == OPEN
        and tickets.in_hand(going.store, window) is None
    )
    if closes:
        turn_over(going, window, CLOSED)
    return closes
