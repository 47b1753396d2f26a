"""What does the page of a ticket tell? Everything in words, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.centre import Centre
from data.clock import micros
from data.lifecycle import OVER
from data.texts import Words, mark, right_to_left, words
from data.views import Followed, Ticket
from display.parts.own_ticket import APPOINTMENT, STATES
from display.web.ticket.rating import TITLE

NUMBER, CODE = "\ue000", "\ue001"
"""Stand for the number and the code of the ticket, so that one text serves all that stand alike."""
USUAL, LONG = 4, 6
"""Characters of a number."""
SOON = 3
"""So few ahead that the turn comes soon."""
NOBODY_CAME = mark("This appointment was on {day}. Please take a ticket.")
GIVEN_BACK = mark("Your appointment is cancelled.")
NOBODY_AHEAD = mark("Nobody is ahead of you.")
STAY_NEAR = mark("It is your turn soon. Please stay near the windows.")
WAIT = mark("Please wait until your number is called.")
CHECK_IN = mark("Please check in at a kiosk between {first} and {last} with this code:")
THANKS = mark("Thank you for coming.")
RIGHT_TO_LEFT_MARK = "\u200f"
"""After a number: without it, that of those ahead would join it, to its right."""
ENDS = (".", "?", "!", "؟")
UNENDED = ": \u00a0\u202f"


class Name(NamedTuple):
    """A name of the centre's own, and the language that it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Told:
    """What stands on the page. `mood`, and the `width` of its number, are how it looks; where it has no number yet,
    `time` stands in its place.

    `title` is that of the page and `say` what is read out when it changes.
    """

    state: str
    mood: str
    width: str
    heading: str
    lead: str
    title: str
    say: str
    service: Name
    agency: Name
    more: tuple[str, ...] = ()
    time: str = ""
    day: str = ""
    window: int | None = None
    ahead: int | None = None
    where: Name | None = None
    steps: tuple[Name, ...] = ()
    slot: str = ""
    shows_code: bool = False


def told(centre: Centre, followed: Followed, language: str) -> Told:
    """The page of a ticket; the same for all that stand alike, with NUMBER and CODE in place of their own."""
    ticket, say = followed.ticket, words(language)
    lead, more, service = _lead(ticket, say), _more(centre, ticket, say), centre.service(ticket.service)
    waits, called = ticket.state in ("waiting", "booked"), ticket.state == "called"
    heading, slot = NUMBER if ticket.ticket else say(APPOINTMENT), None if ticket.ticket else ticket.slot
    day, time = (say.date(slot), say.time(slot)) if slot else ("", "")
    first = (heading, day, time) if ticket.state == "booked" else (NUMBER,) if called else ()
    asked = (say(TITLE),) if "rate" in followed.may else ()
    return Told(
        state=ticket.state,
        mood=_mood(ticket),
        width=_width(len(ticket.ticket)),
        heading=heading,
        lead=lead,
        title=f"▶ {NUMBER} → {ticket.window}" if called else _title(language, heading, lead or f"{day} · {time}"),
        say=" ".join(_sentence(text) for text in (*first, lead, *more, *asked) if text),
        service=named(service.name, language),
        agency=named(centre.agency(service.agency).name, language),
        more=more,
        time=time,
        day=day,
        window=ticket.window if called else None,
        ahead=ticket.ahead,
        where=named(service.where, language) if waits and service.where else None,
        steps=()
        if ticket.state in OVER
        else tuple(named(centre.service(step).name, language) for step in ticket.steps),
        slot=say.short(ticket.slot) if ticket.ticket and ticket.slot and waits else "",
        shows_code=ticket.state == "booked",
    )


def named(names: Mapping[str, str], language: str) -> Name:
    """A name in `language`, or in the first that it has."""
    there = language if names.get(language) else next(iter(names))
    return Name(names[there], there)


def _title(language: str, heading: str, text: str) -> str:
    return f"{heading}{RIGHT_TO_LEFT_MARK if right_to_left(language) else ''} · {text}"


def _sentence(text: str) -> str:
    """As it is read out: nothing follows that a colon could lead to."""
    text = text.rstrip(UNENDED)
    return text if text.endswith(ENDS) else f"{text}."


def _mood(ticket: Ticket) -> str:
    if ticket.state in OVER:
        return "over"
    near = ticket.ahead is not None and ticket.ahead <= SOON
    return "called" if ticket.state == "called" else "soon" if near else "calm"


def _width(characters: int) -> str:
    return "" if characters <= USUAL else "long" if characters <= LONG else "longer"


def _lead(ticket: Ticket, say: Words) -> str:
    """How it stands; nothing for an appointment that is still to come: its time says it."""
    if ticket.state == "booked":
        return ""
    if ticket.state == "waiting":
        ahead = ticket.ahead or 0
        return say.count("{n} person ahead", "{n} people ahead", ahead) if ahead else say(NOBODY_AHEAD)
    if not ticket.ticket and ticket.state == "no-show":
        return say(NOBODY_CAME, day=ticket.slot.date() if ticket.slot else ticket.service_day)
    if not ticket.ticket and ticket.state == "cancelled":
        return say(GIVEN_BACK)
    return say(STATES[ticket.state], window=ticket.window)


def _more(centre: Centre, ticket: Ticket, say: Words) -> tuple[str, ...]:
    """What is to be done next, if there is anything."""
    if ticket.state == "waiting":
        return (say(STAY_NEAR if (ticket.ahead or 0) <= SOON else WAIT),)
    if ticket.state == "booked" and ticket.slot:
        first, last = (centre.wall(each).time() for each in centre.check_in(micros(ticket.slot)))
        return (say(CHECK_IN, first=first, last=last),)
    return (say(THANKS),) if ticket.state == "served" else ()
