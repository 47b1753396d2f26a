"""What the acts ask before they are done."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from data.texts import Words, mark
from data.views import Waiting
from display.parts.asking.number import number
from display.parts.asking.question import Asked
from display.window.keys import COMMON, Key
from display.window.seen import Seen

NO_SHOW = mark("{ticket} has not come?")
HOLD, OUT_OF_TURN = mark("Why is {ticket} put on hold?"), mark("Why is {ticket} called out of turn?")
REASON = mark("Type a reason or choose one")
HOLD_REASONS = (mark("Fetches a document"), mark("Pays a fee"), mark("Waits for an answer"))
CALL_REASONS = (mark("Cannot wait"), mark("Was here before"), mark("Agreed beforehand"))
HELD = mark("Which ticket comes back from hold?")
BREAK, OWN = mark("Why is there a break?"), mark("Which service does the visitor need?")
LEAVE = mark("{ticket} stays in hand here for whoever signs on next.")
AGAIN = {
    "revive": mark("{ticket} has not come when it was called. Does it wait again?"),
    "resume": mark("{ticket} is on hold. Is it called back?"),
}
SEND_BACK = "send-back"
BACK_TO = mark("Back to window {window}, which sent it")
SERVICE = mark("Where is {ticket} sent?")
FIND = mark("Type to find")
REVIVE, CALL = mark("Which no-show waits again?"), mark("Which ticket is called out of turn?")
NUMBER = mark("Ticket number, such as A007")


async def answers(
    key: Key,
    given: Mapping[str, str],
    seen: Seen,
    say: Words,
    put: Callable[[Asked], Awaitable[str | None]],
    picks: Sequence[Waiting] = (),
) -> dict[str, str] | None:
    """All that `key` asks and is not `given`, as its verb takes it; None when a question is cancelled.

    `put` asks one question; `picks` are the tickets to choose from.
    """
    given = dict(given)
    for ask in key.asks:
        if ask in given or (ask == "leave" and not seen.hand):
            continue
        answer = await put(question(ask, key, given, seen, say, picks))
        if answer is None:
            return None
        given |= answered(ask, answer)
    return given


def question(
    ask: str, key: Key, given: Mapping[str, str], seen: Seen, say: Words, picks: Sequence[Waiting] = ()
) -> Asked:
    """What `key` asks as `ask`, one of its `asks`, after what is `given` so far."""
    if ask == "ticket":
        return _ticket(key, picks, seen, say)
    return QUESTIONS[ask](key, given.get("ticket") or seen.hand or "", seen, say)


def answered(ask: str, answer: str) -> dict[str, str]:
    """The answer to `ask` as the verb takes it."""
    as_given = {"held": "ticket", "own": "service", "break": "reason"}
    if ask in ("sure", "leave", "again"):
        return {}
    return {as_given.get(ask, ask): number(answer) if ask == "ticket" else answer}


def _sure(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    return Asked(say(NO_SHOW, ticket=ticket), key.label)


def _reason(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    why, reasons = (HOLD, HOLD_REASONS) if key.act == "hold" else (OUT_OF_TURN, CALL_REASONS)
    choices = tuple((say(reason), say(reason)) for reason in reasons)
    return Asked(say(why, ticket=ticket), key.label, choices, REASON, typed=True)


def _held(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    held = tuple((one.ticket, f"{one.ticket}  {seen.service(one.service)}") for one in seen.desk.on_hold)
    return Asked(say(HELD), key.label, held, FIND)


def _service(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    now = seen.desk.in_hand.service if seen.desk.in_hand else None
    others = tuple((service, seen.service(service)) for service in seen.offered if service != now)
    from_window = seen.desk.in_hand.from_window if seen.desk.in_hand else None
    back = ((SEND_BACK, say(BACK_TO, window=from_window)),) if from_window else ()
    return Asked(say(SERVICE, ticket=ticket), key.label, back + others, FIND)


def _own(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    own = tuple((service, seen.service(service)) for service in seen.desk.services)
    return Asked(say(OWN), COMMON["start"].label, own, FIND)


def _break(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    return Asked(say(BREAK), key.label, seen.breaks, FIND)


def _leave(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    return Asked(say(LEAVE, ticket=ticket), key.label)


def _again(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    return Asked(say(AGAIN[key.act], ticket=ticket), key.label)


def _ticket(key: Key, picks: Sequence[Waiting], seen: Seen, say: Words) -> Asked:
    """By number, or one of those there are."""
    choices = tuple((one.ticket, f"{one.ticket}  {seen.service(one.service)}") for one in picks)
    return Asked(say(REVIVE if key.act == "revive" else CALL), key.label, choices, NUMBER, typed=True)


QUESTIONS: dict[str, Callable[[Key, str, Seen, Words], Asked]] = {
    "sure": _sure,
    "reason": _reason,
    "held": _held,
    "service": _service,
    "own": _own,
    "break": _break,
    "leave": _leave,
    "again": _again,
}
