"""What happens when somebody at a service window acts?"""

from data import act, occupancy, tickets, turn, views
from data.act import Going
from data.lifecycle import Act, State, not_started
from data.occupancy import CLOSED, OPEN, close_if_retired
from data.records import Ticket
from data.refused import Refused
from data.store import Store
from data.typed import needed
from data.undo import restore


def open(store: Store, *, window: int) -> views.Window:
    """Begin work at a window. Raises Refused: unknown-window, not-allowed (it is open)."""
    with act.begin(store) as going:
        if going.centre.window(window).retired:
            raise Refused("unknown-window", "There is no window {window}.", window=window)
        if occupancy.standing(store, window)[0] == OPEN:
            raise Refused("not-allowed", "Window {window} is open already.", window=window)
        return occupancy.turn_over(going, window, OPEN)


def close(store: Store, *, window: int) -> views.Window:
    """End work at a window. Raises Refused: unknown-window, window-closed, ticket-in-hand."""
    with act.begin(store) as going:
        occupancy.free(going, window)
        return occupancy.turn_over(going, window, CLOSED)


def call(store: Store, *, window: int, ticket: str | None = None, reason: str | None = None) -> views.Ticket | None:
    """Call the next ticket, or out of turn the one chosen by number, with a reason. None when nobody waits.

    Raises Refused: unknown-window, window-closed, ticket-in-hand; for a chosen one also reason-missing,
    unknown-ticket, not-served-here, not-allowed.
    """
    with act.begin(store) as going:
        occupancy.free(going, window)
        called = _call_next(going, window) if ticket is None else _call_chosen(going, window, ticket, reason)
        return called and tickets.view(store, called)


def next(store: Store, *, window: int) -> views.Ticket | None:
    """Call the next ticket, after finishing the one being served; None when nobody waits.

    Raises Refused: unknown-window, window-closed, not-started.
    """
    return finish_and_call(store, window=window).called


def finish_and_call(store: Store, *, window: int) -> views.Next:
    """As `next`, and tells as well which ticket was finished."""
    with act.begin(store) as going:
        occupancy.opened(going, window)
        held = tickets.in_hand(store, window)
        if held and held.state == State.CALLED:
            raise not_started(held)
        finished = held and going.move(Act.FINISH, held, window=window)
        retired = bool(finished) and close_if_retired(going, window)
        called = None if retired else _call_next(going, window)
        return views.Next(called and tickets.view(store, called), finished and finished.name)


def recall(store: Store, *, window: int) -> views.Ticket:
    """Call the ticket in hand again. Raises Refused: unknown-window, nothing-in-hand, not-allowed, too-soon."""
    return _with_hand(store, window, Act.RECALL)


def start(store: Store, *, window: int) -> views.Ticket:
    """Begin to serve the ticket that was called. Raises Refused: unknown-window, nothing-in-hand, not-allowed."""
    return _with_hand(store, window, Act.START)


def finish(store: Store, *, window: int) -> views.Ticket:
    """End serving. Raises Refused: unknown-window, nothing-in-hand, not-started."""
    return _with_hand(store, window, Act.FINISH)


def no_show(store: Store, *, window: int) -> views.Ticket:
    """Note that nobody came. Raises Refused: unknown-window, nothing-in-hand, not-allowed, too-soon."""
    return _with_hand(store, window, Act.NO_SHOW)


def requeue(store: Store, *, window: int) -> views.Ticket:
    """Put the called ticket back to its place.

    Raises Refused: unknown-window, nothing-in-hand, not-allowed, too-often.
    """
    return _with_hand(store, window, Act.REQUEUE)


def hold(store: Store, *, window: int, reason: str | None = None) -> views.Ticket:
    """Put the ticket in hand on hold. Raises Refused: unknown-window, reason-missing, nothing-in-hand, not-allowed."""
    return _with_hand(store, window, Act.HOLD, reason=needed(reason))


def resume(store: Store, *, window: int, ticket: str) -> views.Ticket:
    """Call a ticket that is on hold. Raises Refused as a chosen call does."""
    with act.begin(store) as going:
        occupancy.free(going, window)
        held = _served_here(going, window, ticket)
        return tickets.view(store, _call(going, Act.RESUME, window, held))


def transfer(store: Store, *, window: int, service: str) -> views.Ticket:
    """Let the ticket in hand wait for another service, at its place.

    Raises Refused: unknown-window, nothing-in-hand, unknown-service, not-allowed (the same service).
    """
    with act.begin(store) as going:
        held = occupancy.held(going, window)
        going.centre.current_service(service)
        if service == held.service:
            raise Refused("not-allowed", "{ticket} is for this service already.", ticket=held.name)
        moved = going.move(Act.TRANSFER, held, window=window, service=service)
        close_if_retired(going, window)
        return tickets.view(store, moved, window=window)


def revive(store: Store, *, window: int, ticket: str) -> views.Ticket:
    """Let somebody who came late wait again, at the old place.

    Raises Refused: unknown-window, window-closed, unknown-ticket, not-allowed.
    """
    with act.begin(store) as going:
        occupancy.opened(going, window)
        found = tickets.by_name(store, ticket, going.day, window)
        return tickets.view(store, going.move(Act.REVIVE, found, window=window), window=window)


def undo(store: Store, *, window: int) -> views.Ticket:
    """Take the window's last act back. Raises Refused: unknown-window, not-allowed."""
    with act.begin(store) as going:
        _, last_event = occupancy.standing(store, window)
        return tickets.view(store, restore(going, window, last_event), window=window)


def remove(store: Store, *, ticket: str, reason: str | None = None) -> views.Ticket:
    """Take a ticket out, by staff. Raises Refused: reason-missing, unknown-ticket, not-allowed."""
    reason = needed(reason)
    with act.begin(store) as going:
        found = tickets.by_name(store, ticket, going.day)
        window = found.window if found.state == State.CALLED else None
        removed = going.move(Act.REMOVE, found, window=window, reason=reason)
        if window is not None:
            close_if_retired(going, window)
        return tickets.view(store, removed)


def _with_hand(store: Store, window: int, kind: Act, reason: str | None = None) -> views.Ticket:
    with act.begin(store) as going:
        moved = going.move(kind, occupancy.held(going, window), window=window, reason=reason)
        close_if_retired(going, window)
        return tickets.view(store, moved, window=window)


def _call_next(going: Going, window: int) -> Ticket | None:
    ticket = turn.next_ticket(going.store, window, going.day, going.at)
    return ticket and _call(going, Act.CALL, window, ticket, out_of_turn=False)


def _call_chosen(going: Going, window: int, name: str, reason: str | None) -> Ticket:
    reason = needed(reason)
    ticket = _served_here(going, window, name)
    return _call(going, Act.CALL, window, ticket, out_of_turn=True, reason=reason)


def _call(
    going: Going, kind: Act, window: int, ticket: Ticket, out_of_turn: bool | None = None, reason: str | None = None
) -> Ticket:
    services = turn.services(going.store, window)
    return going.move(kind, ticket, window=window, services=services, out_of_turn=out_of_turn, reason=reason)


def _served_here(going: Going, window: int, name: str) -> Ticket:
    ticket = tickets.by_name(going.store, name, going.day, window)
    if ticket.service not in turn.services(going.store, window):
        raise Refused("not-served-here", "Window {window} does not serve {ticket}.", window=window, ticket=ticket.name)
    return ticket
