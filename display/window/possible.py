"""May an act be done now, and if not, why not?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from data.refused import Refused
from data.texts import mark
from data.views import Desk

SECOND = timedelta(seconds=1)
NEEDS_NOTHING = frozenset({"call", "resume", "close"})
NEEDS_CALLED = frozenset({"recall", "start", "no-show", "requeue"})
NEEDS_TICKET = NEEDS_CALLED | {"finish", "next", "hold", "transfer"}
TOO_SOON = mark("It is too soon: wait {n} seconds more.")
NOT_NOW = mark("That is not possible now.")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of an act, in a sentence that may name the ticket in hand."""

    code: str
    stands: Callable[[str, Desk], bool]
    text: str


OBSTACLES = (
    Obstacle("window-closed", lambda act, desk: desk.state != "open", mark("The window is closed: w opens it.")),
    Obstacle("ticket-in-hand", lambda act, desk: act in NEEDS_NOTHING and bool(desk.in_hand), mark("{ticket} is in hand.")),
    Obstacle("nothing-in-hand", lambda act, desk: act in NEEDS_TICKET and not desk.in_hand, mark("Nothing is in hand.")),
    Obstacle("not-allowed", lambda act, desk: act in NEEDS_CALLED and _is(desk, "serving"), mark("{ticket} is being served.")),
    Obstacle("not-started", lambda act, desk: act == "finish", mark("{ticket} has been called but not started.")),
    Obstacle("too-soon", lambda act, desk: act == "no-show", mark("{ticket} must be called once more first.")),
    Obstacle("too-often", lambda act, desk: act == "requeue", mark("{ticket} cannot be put back again.")),
    Obstacle("not-allowed", lambda act, desk: act == "resume", mark("Nobody is on hold.")),
    Obstacle("not-allowed", lambda act, desk: act == "undo", mark("There is nothing to undo.")),
)


def seconds_left(desk: Desk, act: str, now: datetime) -> int | None:
    """Seconds until `act` is possible, 0 when it is; None when it is not, however long one waits."""
    for possible in desk.acts:
        if possible.act == act and (possible.until is None or now <= possible.until):
            return max(0, -((now - possible.since) // SECOND)) if possible.since else 0
    return None


def refusal(desk: Desk, act: str, now: datetime) -> Refused | None:
    """Why `act` cannot be done now; None when it can."""
    left = seconds_left(desk, act, now)
    if left == 0:
        return None
    if left:
        return Refused("too-soon", TOO_SOON, n=left)
    ticket = desk.in_hand.ticket if desk.in_hand else ""
    for obstacle in OBSTACLES:
        if obstacle.stands(act, desk):
            return Refused(obstacle.code, obstacle.text, ticket=ticket)
    return Refused("not-allowed", NOT_NOW)


def _is(desk: Desk, state: str) -> bool:
    return desk.in_hand is not None and desk.in_hand.state == state
