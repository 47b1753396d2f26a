"""Which acts does a state allow, and when?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from data.centre import Rules
from data.records import Ticket
from data.refused import Refused, mark


class State(StrEnum):
    """The states of a ticket."""

    BOOKED = "booked"
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    SERVED = "served"
    ON_HOLD = "on-hold"
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    EXPIRED = "expired"


class Act(StrEnum):
    """The acts, by the names of their commands."""

    INIT = "init"
    OPEN = "open"
    CLOSE = "close"
    SIGN_ON = "sign-on"
    SIGN_OFF = "sign-off"
    BREAK = "break"
    BACK = "back"
    ASSIGN = "assign"
    OPEN_SERVICE = "open-service"
    CLOSE_SERVICE = "close-service"
    CLOSE_DAY = "close-day"
    TAKE = "take"
    BOOK = "book"
    CHECK_IN = "check-in"
    WALK_IN = "walk-in"
    FRONT = "front"
    CALL = "call"
    NEXT = "next"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    NO_SHOW = "no-show"
    REQUEUE = "requeue"
    REVIVE = "revive"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    POSTPONE = "postpone"
    CANCEL = "cancel"
    REMOVE = "remove"
    EXPIRE = "expire"
    PURGE = "purge"
    UNDO = "undo"


IN_HAND = frozenset({State.CALLED, State.SERVING})
OVER = frozenset({State.SERVED, State.NO_SHOW, State.CANCELLED, State.REMOVED, State.EXPIRED})
"""Nobody waits any more, nor is served."""
CALLS = frozenset({Act.CALL, Act.RECALL, Act.RESUME})
SETS_UP = frozenset({Act.INIT, Act.ASSIGN, Act.OPEN_SERVICE, Act.CLOSE_SERVICE, Act.CLOSE_DAY})
"""The acts that change how the centre is set up; each carries its seal."""
STANDING = {
    State.WAITING: mark("{ticket} is waiting, so this cannot be done."),
    State.CALLED: mark("{ticket} has been called, so this cannot be done."),
    State.SERVING: mark("{ticket} is being served, so this cannot be done."),
    State.SERVED: mark("{ticket} has been served, so this cannot be done."),
    State.ON_HOLD: mark("{ticket} is on hold, so this cannot be done."),
    State.NO_SHOW: mark("{ticket} did not show, so this cannot be done."),
    State.CANCELLED: mark("{ticket} has been cancelled, so this cannot be done."),
    State.REMOVED: mark("{ticket} has been taken out, so this cannot be done."),
    State.EXPIRED: mark("{ticket} has expired, so this cannot be done."),
}
STANDING_WITHOUT_NUMBER = {
    State.BOOKED: mark("This appointment is not checked in yet, so this cannot be done."),
    State.NO_SHOW: mark("Nobody came for this appointment in time, so this cannot be done."),
    State.CANCELLED: mark("This appointment has been cancelled, so this cannot be done."),
}
UNDOABLE = frozenset({Act.CALL, Act.START, Act.FINISH, Act.NO_SHOW, Act.REQUEUE, Act.HOLD, Act.TRANSFER})


def _at_once(ticket: Ticket, rules: Rules, at: int) -> int:
    return at


def _after_call(ticket: Ticket, rules: Rules, at: int) -> int:
    return _passed(ticket.called_at or 0, rules.recall_after, at)


def _after_calls(ticket: Ticket, rules: Rules, at: int) -> int | None:
    if ticket.calls < rules.no_show_calls:
        return None
    return _passed(ticket.first_called_at or 0, rules.no_show_after, at)


def _near_slot(ticket: Ticket, rules: Rules, at: int) -> int:
    """How long before its slot a booking can be checked in; its service day is for the centre to know."""
    return (ticket.slot or 0) - rules.check_in_early if rules.check_in_early else at


def _passed(since: int, wait: int, at: int) -> int:
    """When the wait is over; at once where it began in the future, so that a clock set back keeps nobody."""
    return since + wait if since <= at else at


def _endless(ticket: Ticket, rules: Rules) -> int | None:
    return None


def _revivable(ticket: Ticket, rules: Rules) -> int | None:
    return ticket.acted_at + rules.revive_within if rules.revive_within else None


@dataclass(frozen=True)
class Move:
    """From which states an act leads where: not before `opens` (None: not yet) and not after `closes` (None: ever).

    To `target`, but from the states in `otherwise` to another.
    """

    sources: frozenset[State]
    target: State
    opens: Callable[[Ticket, Rules, int], int | None] = _at_once
    closes: Callable[[Ticket, Rules], int | None] = _endless
    otherwise: Mapping[State, State] = field(default_factory=dict)

    def leads(self, source: str) -> State:
        """The state after it."""
        return self.otherwise.get(State(source), self.target)


MOVES = {
    Act.CHECK_IN: Move(frozenset({State.BOOKED}), State.WAITING, opens=_near_slot),
    Act.FRONT: Move(frozenset({State.WAITING}), State.WAITING),
    Act.CALL: Move(frozenset({State.WAITING}), State.CALLED),
    Act.RECALL: Move(frozenset({State.CALLED}), State.CALLED, opens=_after_call),
    Act.START: Move(frozenset({State.CALLED}), State.SERVING),
    Act.FINISH: Move(frozenset({State.SERVING}), State.SERVED),
    Act.NO_SHOW: Move(frozenset({State.CALLED}), State.NO_SHOW, opens=_after_calls),
    Act.REQUEUE: Move(frozenset({State.CALLED}), State.WAITING),
    Act.REVIVE: Move(frozenset({State.NO_SHOW}), State.WAITING, closes=_revivable),
    Act.HOLD: Move(IN_HAND, State.ON_HOLD),
    Act.RESUME: Move(frozenset({State.ON_HOLD}), State.CALLED),
    Act.TRANSFER: Move(IN_HAND, State.WAITING),
    Act.POSTPONE: Move(frozenset({State.WAITING}), State.WAITING),
    Act.CANCEL: Move(frozenset({State.WAITING, State.BOOKED, State.ON_HOLD}), State.CANCELLED),
    Act.REMOVE: Move(frozenset({State.WAITING, State.ON_HOLD, State.CALLED}), State.REMOVED),
    Act.EXPIRE: Move(
        frozenset({State.WAITING, State.ON_HOLD, State.BOOKED}),
        State.EXPIRED,
        otherwise={State.BOOKED: State.NO_SHOW},
    ),
}


def check(act: Act, ticket: Ticket, at: int, rules: Rules) -> None:
    """Refuse `act` where the ticket's state, the count or the time do not allow it.

    Raises Refused: `not-started`, `not-allowed`, `too-often` or `too-soon`.
    """
    move = MOVES[act]
    if ticket.state not in move.sources:
        raise _wrong_state(act, ticket)
    if never := _never(act, ticket, rules):
        raise never
    opens, closes = move.opens(ticket, rules, at), move.closes(ticket, rules)
    if opens is None:
        times = rules.no_show_calls
        raise Refused("too-soon", "{ticket} must be called at least {n} times first.", ticket=ticket.name, n=times)
    if at < opens:
        raise Refused("too-soon", "It is too soon: wait {n} seconds more.", n=-(-(opens - at) // 1_000_000))
    if closes is not None and at > closes:
        raise Refused("not-allowed", "It is too late for that: {ticket} can no longer be changed.", ticket=ticket.name)


def _never(act: Act, ticket: Ticket, rules: Rules) -> Refused | None:
    """The refusal of what the rules do not allow this ticket, or no ticket, however long it waits."""
    if act is Act.REQUEUE and 0 < rules.requeue_times <= ticket.requeues:
        return Refused("too-often", "{ticket} has been put back {n} times.", ticket=ticket.name, n=ticket.requeues)
    if act is Act.POSTPONE and not rules.postpone_by:
        return Refused("not-allowed", "At this centre nobody can let others go first.")
    if act is Act.POSTPONE and 0 < rules.postpone_times <= ticket.postpones:
        text = mark("{ticket} has let others go first {n} times.")
        return Refused("too-often", text, ticket=ticket.name, n=ticket.postpones)
    return None


def too_late(act: Act, ticket: Ticket, day: str) -> bool:
    """Whether the ticket's service day is over by `day`, so that after `act` it would wait for a call for ever."""
    return MOVES[act].target in (State.WAITING, State.ON_HOLD) and ticket.service_day < day


def settled(ticket: Ticket, day: str) -> str:
    """The ticket's state on service day `day`: what is left over of earlier days has expired, written or not."""
    move = MOVES[Act.EXPIRE]
    left_over = ticket.service_day < day and ticket.state in move.sources
    return move.leads(ticket.state) if left_over else ticket.state


def rateable_since(day: str) -> str:
    """The first service day whose visits can still be rated on `day`: each until the end of the day after it."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def rateable(ticket: Ticket, day: str) -> bool:
    """Whether the visit of the ticket can be rated on service day `day`, if it was not yet."""
    return ticket.state == State.SERVED and ticket.service_day >= rateable_since(day)


def _wrong_state(act: Act, ticket: Ticket) -> Refused:
    if act is Act.FINISH and ticket.state == State.CALLED:
        return not_started(ticket)
    state = State(ticket.state)
    if not ticket.name:
        return Refused("not-allowed", STANDING_WITHOUT_NUMBER[state])
    return Refused("not-allowed", STANDING[state], ticket=ticket.name)


def not_started(ticket: Ticket) -> Refused:
    """The refusal for a called ticket that should be served first."""
    return Refused("not-started", "{ticket} has been called but not started.", ticket=ticket.name)


def span(act: Act, ticket: Ticket, at: int, rules: Rules) -> tuple[int, int | None] | None:
    """When `act` is possible as of `at`: from, and to (None: ever), in microseconds; None while it is not at all."""
    move = MOVES[act]
    possible = ticket.state in move.sources and not _never(act, ticket, rules)
    opens = move.opens(ticket, rules, at) if possible else None
    return None if opens is None else (opens, move.closes(ticket, rules))
