"""What the acts ask before they are done."""

from collections.abc import Awaitable, Callable, Mapping

from data.texts import Words, mark
from display.window.keys import Key
from display.window.question import Asked
from display.window.seen import Seen

NO_SHOW = mark("{ticket} has not come?")
HOLD, OUT_OF_TURN = mark("Why is {ticket} put on hold?"), mark("Why is {ticket} called out of turn?")
REASON = mark("Type a reason or choose one")
HOLD_REASONS = (mark("Fetches a document"), mark("Pays a fee"), mark("Waits for an answer"))
CALL_REASONS = (mark("Cannot wait"), mark("Was here before"), mark("Agreed beforehand"))
HELD = mark("Which ticket comes back from hold?")
SERVICE = mark("Where is {ticket} sent?")
FIND = mark("Type to find")
REVIVE, CALL = mark("Which no-show waits again?"), mark("Which ticket is called out of turn?")
NUMBER = mark("Ticket number, such as A007")

# Cyrillic letters that look like those of a ticket number.
ALIKE = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")


def number(text: str) -> str:
    """A ticket's number as it is written on the ticket: " a7 " is A007."""
    text = "".join(text.upper().translate(ALIKE).split())
    series = text.rstrip("0123456789")
    return series + text[len(series) :].zfill(3) if series != text else text


async def answers(
    key: Key, seen: Seen, say: Words, put: Callable[[Asked], Awaitable[str | None]]
) -> dict[str, str] | None:
    """All that `key` asks, as its verb takes it; None when a question is cancelled. `put` asks one question."""
    given: dict[str, str] = {}
    for ask in key.asks:
        answer = await put(question(ask, key, given, seen, say))
        if answer is None:
            return None
        given |= answered(ask, answer)
    return given


def question(ask: str, key: Key, given: Mapping[str, str], seen: Seen, say: Words) -> Asked:
    """What `key` asks as `ask`, one of its `asks`, after what is `given` so far."""
    ticket = given.get("ticket") or seen.hand or ""
    return QUESTIONS[ask](key, ticket, seen, say)


def answered(ask: str, answer: str) -> dict[str, str]:
    """The answer to `ask` as the verb takes it."""
    return {"sure": {}, "held": {"ticket": answer}, "ticket": {"ticket": number(answer)}}.get(ask, {ask: answer})


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
    return Asked(say(SERVICE, ticket=ticket), key.label, others, FIND)


def _ticket(key: Key, ticket: str, seen: Seen, say: Words) -> Asked:
    return Asked(say(REVIVE if key.act == "revive" else CALL), key.label, hint=NUMBER, typed=True)


QUESTIONS: dict[str, Callable[[Key, str, Seen, Words], Asked]] = {
    "sure": _sure,
    "reason": _reason,
    "held": _held,
    "service": _service,
    "ticket": _ticket,
}
