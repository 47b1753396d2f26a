"""What has just been done, in a few words."""

from data.texts import Words, mark
from data.views import Next, Ticket
from display.window.seen import Seen

NOBODY = mark("Nobody is waiting")
SERVED = mark("{ticket} served")
CALLED = mark("{ticket} called")
DONE = {
    "open": mark("The window is open"),
    "close": mark("The window is closed"),
    "call": CALLED,
    "recall": mark("{ticket} called once more"),
    "start": mark("{ticket} is being served"),
    "finish": SERVED,
    "no-show": mark("{ticket} has not come"),
    "requeue": mark("{ticket} is back in its place"),
    "hold": mark("{ticket} is on hold"),
    "resume": mark("{ticket} called back from hold"),
    "transfer": mark("{ticket} sent to: {service}"),
    "revive": mark("{ticket} waits again"),
    "send-back": mark("{ticket} sent back to: {service}"),
    "walk-in": mark("{ticket} is being served"),
    "break": mark("The break has begun"),
    "back": mark("The break is over"),
    "read": mark("The message has been read"),
    "undo": mark("Taken back: {ticket}"),
}


def outcome(act: str, result: object, seen: Seen, say: Words) -> str:
    """What `act` did, from what the verb gave."""
    match result:
        case Next(called=called, finished=finished):
            done = [say(SERVED, ticket=finished)] if finished else []
            return " · ".join([*done, outcome("call", called, seen, say)])
        case Ticket(ticket=ticket, service=service):
            return say(DONE[act], ticket=ticket, service=seen.service(service))
        case None if act == "call":
            return say(NOBODY)
    return say(DONE[act])
