"""What the acts ask before they are done."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime

from data.overview.views import Post, Standing
from data.texts import Words, mark
from display.parts.asking.number import number
from display.parts.asking.question import Asked
from display.parts.asking.several import Ticked
from display.parts.wording import waited
from display.supervisor.keys import Key
from display.supervisor.seen import Seen
from display.supervisor.wording import HAND, STATES, TICKETS

FIND, NUMBER = mark("Type to find"), mark("Ticket number, such as A007")
SERVICE, WINDOW = mark("Which service?"), mark("Which window?")
SERVES = mark("What does window {window} serve?")
EVERYONE = mark("All windows that are open")
TEXT, TYPE = mark("What is window {window} told?"), mark("Type a message or choose one")
TEXT_TO_ALL = mark("What are all open windows told?")
TEXTS = (
    mark("Please come to the supervisor."),
    mark("Please close after this visitor."),
    mark("Please come back from your break."),
)
TICKET = {
    "front": mark("Which ticket comes to the front?"),
    "remove": mark("Which ticket is taken out?"),
    "revive": mark("Which no-show waits again?"),
    "story": mark("Which ticket's story?"),
}
WHY = {"front": mark("Why is {ticket} put in front?"), "remove": mark("Why is {ticket} taken out?")}
REASON = mark("Type a reason or choose one")
REASONS = {
    "front": (mark("Cannot wait"), mark("Was here before"), mark("Agreed beforehand")),
    "remove": (mark("Has left"), mark("Taken by mistake"), mark("Asked for it")),
}
CLOSE_DAY = mark("The service day ends: the windows close, and nobody is called any more.")
WAITING, ON_HOLD = mark("Waiting"), mark("On hold")
WINDOW_NAMED, ALL = mark("Window {window}"), "all"
MOST_NAMED = 12

Ask = Asked | Ticked
Answer = str | tuple[str, ...]
Put = Callable[[Ask], Awaitable[Answer | None]]


async def answers(key: Key, seen: Seen, now: datetime, say: Words, put: Put) -> dict[str, Answer] | None:
    """All that `key` asks, by the names of what it asks; None when a question is cancelled. `put` asks one."""
    given: dict[str, Answer] = {}
    for ask in key.asks:
        answer = await put(question(ask, key, given, seen, now, say))
        if answer is None:
            return None
        name = NAMES.get(ask, ask)
        given[name] = number(answer) if name == "ticket" and isinstance(answer, str) else answer
    return given


def question(ask: str, key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Ask:
    """What `key` asks as `ask`, after what is `given` so far."""
    return QUESTIONS[ask](key, given, seen, now, say)


def _service(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
    lines = [line for line in seen.overview.lines if line.service in seen.offered]
    choices = tuple(
        (line.service, f"{TICKETS[line.tickets][0]} {seen.service(line.service)} · {say(TICKETS[line.tickets][1])}")
        for line in lines
    )
    return Asked(say(SERVICE), key.label, choices, FIND)


def _any_window(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
    return Asked(say(WINDOW), key.label, tuple(_named(seen.overview.posts, say)), FIND)


def _window(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
    return Asked(say(WINDOW), key.label, tuple(_named(seen.working, say)), FIND)


def _windows(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
    return Asked(say(WINDOW), key.label, (*_named(seen.overview.posts, say), (ALL, say(EVERYONE))), FIND)


def _named(posts: Iterable[Post], say: Words) -> Iterable[tuple[str, str]]:
    for post in posts:
        about = [say(WINDOW_NAMED, window=post.window), say(STATES[post.state][1]), post.person]
        about += [f"{post.hand.ticket} {say(HAND[post.hand.state])}"] if post.hand else []
        yield str(post.window), " · ".join(filter(None, about))


def _services(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Ticked:
    window = int(str(given["window"]))
    choices = tuple((service, seen.service(service)) for service in seen.offered)
    return Ticked(say(SERVES, window=window), key.label, choices, frozenset(seen.serves.get(window, ())))


def _text(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
    title = say(TEXT_TO_ALL) if given["window"] == ALL else say(TEXT, window=given["window"])
    return Asked(title, key.label, tuple((say(text), say(text)) for text in TEXTS), TYPE, typed=True)


def _reason(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
    choices = tuple((say(reason), say(reason)) for reason in REASONS[key.act])
    return Asked(say(WHY[key.act], ticket=given["ticket"]), key.label, choices, REASON, typed=True)


def _tickets(*states: str) -> Callable[[Key, Mapping[str, Answer], Seen, datetime, Words], Asked]:
    """Asks for a ticket; to choose from are those in these states."""

    def ask(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
        found = [one for one in seen.overview.people if one.state in states]
        found += seen.overview.today.no_shows if "no-show" in states else ()
        choices = tuple((one.ticket, _told(one, seen, now, say)) for one in found)
        return Asked(say(TICKET[key.act]), key.label, choices, NUMBER, typed=True, finds=True)

    return ask


def _told(one: Standing, seen: Seen, now: datetime, say: Words) -> str:
    states = {"waiting": WAITING, "on-hold": ON_HOLD, **HAND}
    state = [say(states[one.state])] if one.state in states else []
    return " · ".join([one.ticket, waited(now - one.since, say), *state, seen.service(one.service)])


def _sure(key: Key, given: Mapping[str, Answer], seen: Seen, now: datetime, say: Words) -> Asked:
    left = [one.ticket for one in seen.overview.people if one.state in ("waiting", "on-hold")]
    named = ", ".join(left[:MOST_NAMED]) + ("…" if len(left) > MOST_NAMED else "")
    who = say.count(
        "{n} person will not be served: {tickets}", "{n} people will not be served: {tickets}", len(left), tickets=named
    )
    return Asked(f"{say(CLOSE_DAY)}\n{who}" if left else say(CLOSE_DAY), key.label)


QUESTIONS: dict[str, Callable[[Key, Mapping[str, Answer], Seen, datetime, Words], Ask]] = {
    "service": _service,
    "any-window": _any_window,
    "window": _window,
    "windows": _windows,
    "services": _services,
    "text": _text,
    "reason": _reason,
    "waiting": _tickets("waiting"),
    "standing": _tickets("waiting", "on-hold", "called"),
    "no-show": _tickets("no-show"),
    "ticket": _tickets("waiting", "on-hold", "called", "serving", "no-show"),
    "sure": _sure,
}
NAMES = {
    **dict.fromkeys(("any-window", "windows"), "window"),
    **dict.fromkeys(("waiting", "standing", "no-show"), "ticket"),
}
"""As what an answer is given to the act, where that is not the name of the question."""
