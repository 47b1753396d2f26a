"""What is a ticket that was scanned at a window, and what can be done with it there?"""

from data import lifecycle, occupancy, tickets, turn, views
from data.lifecycle import STANDING, STANDING_WITHOUT_NUMBER, Act, State
from data.now import Now, now
from data.occupancy import OPEN, standing
from data.records import Ticket
from data.refused import Refused
from data.store import Store

HELPS = {State.WAITING: Act.CALL, State.ON_HOLD: Act.RESUME, State.NO_SHOW: Act.REVIVE, State.CALLED: Act.START}


def scanned(store: Store, *, window: int, code: str) -> views.Scanned:
    """What the ticket is, and the act that helps here, or the sentence why there is none.

    Raises Refused: unknown-window, unknown-code.
    """
    with store.snapshot():
        current = now(store)
        state, _ = standing(store, window)
        found = tickets.by_code(store, code)
        found = found._replace(state=lifecycle.settled(found, current.day))
        why = _why_not(store, current, window, state == OPEN, found)
        act = "" if why else HELPS[State(found.state)]
        return views.Scanned(found.name, found.service, found.class_, found.state, act, why)


def _why_not(store: Store, current: Now, window: int, is_open: bool, ticket: Ticket) -> Refused | None:
    """The refusal of what would help, None where it is possible."""
    if ticket.state in lifecycle.IN_HAND:
        return _why_not_start(window, ticket)
    if not ticket.name:
        return Refused("not-allowed", STANDING_WITHOUT_NUMBER[State(ticket.state)])
    if ticket.state not in HELPS:
        return Refused("not-allowed", STANDING[State(ticket.state)], ticket=ticket.name)
    if not is_open:
        return Refused("window-closed", "Window {window} is closed. Open it first.", window=window)
    if ticket.state == State.NO_SHOW:
        return _why_not_revive(store, current, ticket)
    return _why_not_here(store, window, ticket)


def _why_not_start(window: int, ticket: Ticket) -> Refused | None:
    if ticket.window == window and ticket.state == State.CALLED:
        return None
    if ticket.state == State.SERVING:
        return Refused(
            "not-allowed", "{ticket} is being served at window {window}.", ticket=ticket.name, window=ticket.window
        )
    return Refused("not-allowed", "{ticket} is called to window {window}.", ticket=ticket.name, window=ticket.window)


def _why_not_revive(store: Store, current: Now, ticket: Ticket) -> Refused | None:
    if lifecycle.too_late(Act.REVIVE, ticket, current.day):
        return Refused("not-allowed", STANDING[State.NO_SHOW], ticket=ticket.name)
    try:
        lifecycle.check(Act.REVIVE, ticket, current.at, store.centre.rules)
    except Refused as refused:
        return refused
    return None


def _why_not_here(store: Store, window: int, ticket: Ticket) -> Refused | None:
    """Why a ticket that waits or is on hold cannot be called here now."""
    if ticket.service not in turn.services(store, window):
        return Refused("not-served-here", "Window {window} does not serve {ticket}.", window=window, ticket=ticket.name)
    if occupancy.shift(store, window).pause is not None:
        return Refused("on-break", "Window {window} is on a break. End the break first.", window=window)
    held = tickets.in_hand(store, window)
    if held:
        return Refused("ticket-in-hand", "Window {window} has {ticket} in hand.", window=window, ticket=held.name)
    return None
