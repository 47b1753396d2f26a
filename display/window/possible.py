"""May an act be done now, and if not, why not?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from data.refused import Refused
from data.texts import mark
from data.views import Desk

SECOND = timedelta(seconds=1)
EMPTY_HAND = frozenset({"call", "resume", "close", "walk-in", "break"})
ONLY_CALLED = frozenset({"recall", "start", "no-show", "requeue"})
IN_HAND = ONLY_CALLED | {"finish", "next", "hold", "transfer"}
TOO_SOON = mark("It is too soon: wait {n} seconds more.")
NOT_NOW = mark("That is not possible now.")
OWN: Mapping[str, Callable[[Desk], bool]] = {
    "read": lambda desk: bool(desk.messages),
    "lock": lambda desk: bool(desk.person),
    "sign-off": lambda desk: bool(desk.person),
}
"""What is possible whatever the lifecycle says."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of an act, in a sentence that may name the ticket in hand."""

    stands: Callable[[str, Desk], bool]
    code: str
    text: str


OBSTACLES = (
    Obstacle(lambda act, desk: act == "read", "not-allowed", mark("There is no message.")),
    Obstacle(lambda act, desk: act in ("lock", "sign-off"), "not-signed-on", mark("Nobody is signed on here.")),
    Obstacle(lambda act, desk: desk.state != "open", "window-closed", mark("The window is closed: w opens it.")),
    Obstacle(lambda act, desk: bool(desk.pause), "on-break", mark("This is a break: p ends it.")),
    Obstacle(lambda act, desk: act in EMPTY_HAND and _has(desk), "ticket-in-hand", mark("{ticket} is in hand.")),
    Obstacle(lambda act, desk: act in IN_HAND and not _has(desk), "nothing-in-hand", mark("Nothing is in hand.")),
    Obstacle(lambda act, desk: act in ONLY_CALLED and _serves(desk), "not-allowed", mark("{ticket} is being served.")),
    Obstacle(lambda act, desk: act == "finish", "not-started", mark("{ticket} has been called but not started.")),
    Obstacle(lambda act, desk: act == "no-show", "too-soon", mark("{ticket} must be called once more first.")),
    Obstacle(lambda act, desk: act == "requeue", "too-often", mark("{ticket} cannot be put back again.")),
    Obstacle(lambda act, desk: act == "resume", "not-allowed", mark("Nobody is on hold.")),
    Obstacle(lambda act, desk: act == "undo", "not-allowed", mark("There is nothing to undo.")),
)


def seconds_left(desk: Desk, act: str, now: datetime) -> int | None:
    """Seconds until `act` is possible, 0 when it is; None when it is not, however long one waits."""
    if act in OWN:
        return 0 if OWN[act](desk) else None
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


def _has(desk: Desk) -> bool:
    return desk.in_hand is not None


def _serves(desk: Desk) -> bool:
    return desk.in_hand is not None and desk.in_hand.state == "serving"
