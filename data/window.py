"""What happens when somebody at a service window acts?"""

from data import act, admission, occupancy, tickets, turn, views
from data.act import Going
from data.lifecycle import Act, State, not_started
from data.occupancy import CLOSED, OPEN, close_if_retired
from data.records import Ticket
from data.refused import Refused
from data.sender import sender
from data.store import Store
from data.typed import needed
from data.undo import restore
from data.views import Signed


def open(store: Store, *, window: int, by: Signed | None = None) -> views.Window:
    """Begin work at a window. Raises Refused: unknown-window, not-allowed (it is open)."""
    with act.begin(store, Act.OPEN, window=window, by=by) as going:
        if going.centre.window(window).retired:
            raise Refused("unknown-window", "There is no window {window}.", window=window)
        if occupancy.standing(store, window)[0] == OPEN:
            raise Refused("not-allowed", "Window {window} is open already.", window=window)
        return occupancy.turn_over(going, window, OPEN)


def close(store: Store, *, window: int, by: Signed | None = None) -> views.Window:
    """End work at a window. Raises Refused: unknown-window, window-closed, ticket-in-hand."""
    with act.begin(store, Act.CLOSE, window=window, by=by) as going:
        occupancy.empty(going, window)
        return occupancy.turn_over(going, window, CLOSED)


def call(
    store: Store, *, window: int, ticket: str | None = None, reason: str | None = None, by: Signed | None = None
) -> views.Ticket | None:
    """Call the next ticket, or out of turn the one chosen by number, with a reason. None when nobody waits.

    Raises Refused: unknown-window, window-closed, ticket-in-hand; for a chosen one also reason-missing,
    unknown-ticket, not-served-here, not-allowed.
    """
    with act.begin(store, Act.CALL, window=window, by=by) as going:
        occupancy.free(going, window)
        called = _call_next(going, window) if ticket is None else _call_chosen(going, window, ticket, reason)
        return called and tickets.view(store, called)


def next(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket | None:
    """Call the next ticket, after finishing the one being served; None when nobody waits.

    Raises Refused: unknown-window, window-closed, not-started.
    """
    return finish_and_call(store, window=window, by=by).called


def finish_and_call(store: Store, *, window: int, by: Signed | None = None) -> views.Next:
    """As `next`, and tells as well which ticket was finished."""
    with act.begin(store, Act.NEXT, window=window, by=by) as going:
        occupancy.working(going, window)
        held = tickets.in_hand(store, window)
        if held and held.state == State.CALLED:
            raise not_started(held)
        finished = held and _finish(going, window, held)
        retired = bool(finished) and close_if_retired(going, window)
        called = None if retired else _call_next(going, window)
        return views.Next(called and tickets.view(store, called), finished and finished.name)


def walk_in(store: Store, *, window: int, service: str, by: Signed | None = None) -> views.Ticket:
    """Begin to serve somebody who stands at the window without a ticket: one is made, and called nowhere.

    Whether the service gives tickets now is no matter. Raises Refused: unknown-window, unknown-service, window-closed,
    ticket-in-hand, not-served-here.
    """
    with act.begin(store, Act.WALK_IN, window=window, by=by) as going:
        going.centre.current_service(service)
        occupancy.free(going, window)
        if service not in turn.services(store, window):
            raise Refused("not-served-here", "Window {window} does not serve this.", window=window)
        language = admission.spoken(going, None)
        made = admission.issue(going, Act.WALK_IN, service, class_="normal", language=language, window=window)
        return tickets.view(store, made)


def recall(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket:
    """Call the ticket in hand again. Raises Refused: unknown-window, nothing-in-hand, not-allowed, too-soon."""
    return _with_hand(store, window, Act.RECALL, by=by)


def start(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket:
    """Begin to serve the ticket that was called. Raises Refused: unknown-window, nothing-in-hand, not-allowed."""
    return _with_hand(store, window, Act.START, by=by)


def finish(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket:
    """End serving; a ticket of several steps waits for the next one. Raises Refused as `start`, or not-started."""
    with act.begin(store, Act.FINISH, window=window, by=by) as going:
        finished = _finish(going, window, occupancy.held(going, window))
        close_if_retired(going, window)
        return tickets.view(store, finished, window=window)


def no_show(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket:
    """Note that nobody came. Raises Refused: unknown-window, nothing-in-hand, not-allowed, too-soon."""
    return _with_hand(store, window, Act.NO_SHOW, by=by)


def requeue(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket:
    """Put the called ticket back to its place.

    Raises Refused: unknown-window, nothing-in-hand, not-allowed, too-often.
    """
    return _with_hand(store, window, Act.REQUEUE, by=by)


def hold(store: Store, *, window: int, reason: str | None = None, by: Signed | None = None) -> views.Ticket:
    """Put the ticket in hand on hold. Raises Refused: unknown-window, reason-missing, nothing-in-hand, not-allowed."""
    return _with_hand(store, window, Act.HOLD, reason=needed(reason), by=by)


def resume(store: Store, *, window: int, ticket: str, by: Signed | None = None) -> views.Ticket:
    """Call a ticket that is on hold. Raises Refused as a chosen call does."""
    with act.begin(store, Act.RESUME, window=window, by=by) as going:
        occupancy.free(going, window)
        held = _served_here(going, window, ticket)
        return tickets.view(store, _call(going, Act.RESUME, window, held))


def transfer(store: Store, *, window: int, service: str, by: Signed | None = None) -> views.Ticket:
    """Let the ticket in hand wait for another service, at its place.

    Raises Refused: unknown-window, nothing-in-hand, unknown-service, not-allowed (the same service).
    """
    with act.begin(store, Act.TRANSFER, window=window, by=by) as going:
        held = occupancy.held(going, window)
        going.centre.current_service(service)
        if service == held.service:
            raise Refused("not-allowed", "{ticket} is for this service already.", ticket=held.name)
        moved = going.move(Act.TRANSFER, held, window=window, service=service)
        close_if_retired(going, window)
        return tickets.view(store, moved, window=window)


def send_back(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket:
    """Let the ticket in hand wait for the operator who sent it here, as long as that window is open and serves it.

    Raises Refused: unknown-window, nothing-in-hand, not-allowed (nobody sent it).
    """
    with act.begin(store, Act.TRANSFER, window=window, by=by) as going:
        held = occupancy.held(going, window)
        to = sender(store, held, window)
        if to is None:
            raise Refused("not-allowed", "Nobody sent {ticket} here.", ticket=held.name)
        moved = going.move(Act.TRANSFER, held, window=window, service=to.service, steps=to.steps, for_window=to.window)
        close_if_retired(going, window)
        return tickets.view(store, moved, window=window)


def revive(store: Store, *, window: int, ticket: str, by: Signed | None = None) -> views.Ticket:
    """Let somebody who came late wait again, at the old place.

    Raises Refused: unknown-window, window-closed, unknown-ticket, not-allowed.
    """
    with act.begin(store, Act.REVIVE, window=window, by=by) as going:
        occupancy.opened(going, window)
        found = tickets.by_name(store, ticket, going.day, window)
        return tickets.view(store, going.move(Act.REVIVE, found, window=window), window=window)


def undo(store: Store, *, window: int, by: Signed | None = None) -> views.Ticket:
    """Take the window's last act back. Raises Refused: unknown-window, not-allowed."""
    with act.begin(store, Act.UNDO, window=window, by=by) as going:
        _, last_event = occupancy.standing(store, window)
        return tickets.view(store, restore(going, window, last_event), window=window)


def remove(store: Store, *, ticket: str, reason: str | None = None, by: Signed | None = None) -> views.Ticket:
    """Take a ticket out, by staff. Raises Refused: reason-missing, unknown-ticket, not-allowed."""
    reason = needed(reason)
    with act.begin(store, Act.REMOVE, by=by) as going:
        found = tickets.by_name(store, ticket, going.day)
        window = found.window if found.state == State.CALLED else None
        removed = going.move(Act.REMOVE, found, window=window, reason=reason)
        if window is not None:
            close_if_retired(going, window)
        return tickets.view(store, removed)


def _with_hand(
    store: Store, window: int, kind: Act, *, reason: str | None = None, by: Signed | None = None
) -> views.Ticket:
    with act.begin(store, kind, window=window, by=by) as going:
        moved = going.move(kind, occupancy.held(going, window), window=window, reason=reason)
        close_if_retired(going, window)
        return tickets.view(store, moved, window=window)


def _finish(going: Going, window: int, ticket: Ticket) -> Ticket:
    return going.move(Act.FINISH, ticket, window=window, steps=_to_come(going, ticket))


def _to_come(going: Going, ticket: Ticket) -> tuple[str, ...]:
    """The steps that a ticket goes on to: none on a day that is over, when it would wait for ever."""
    steps = tickets.steps(ticket) if ticket.service_day >= going.day else ()
    return tuple(step for step in steps if not going.centre.service(step).retired)


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
