"""What does the page of a ticket tell? Everything in words, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.centre import Centre
from data.clock import micros
from data.texts import Words, mark, words
from data.views import Followed, Ticket

NUMBER, CODE = "\ue000", "\ue001"
"""Stand for the number and the code of the ticket, so that one text serves all that stand alike."""
USUAL, LONG = 4, 6
"""Characters of a number."""
SOON = 3
"""So few ahead that the turn comes soon."""
STATES = {
    "called": mark("Please go to window {window}."),
    "serving": mark("You are being served at window {window}."),
    "served": mark("This ticket has been served."),
    "on-hold": mark("Your ticket is on hold. An operator will call you again."),
    "no-show": mark("You were called and did not come. Please ask at the reception desk."),
    "cancelled": mark("This ticket has been cancelled."),
    "removed": mark("This ticket is no longer valid. Please ask at the reception desk."),
    "expired": mark("This ticket was for another day. Please take a new one."),
}
APPOINTMENT = mark("Your appointment")
NOBODY_CAME = mark("This appointment was on {day}. Please take a ticket.")
GIVEN_BACK = mark("Your appointment is cancelled.")
NOBODY_AHEAD = mark("Nobody is ahead of you.")
STAY_NEAR = mark("It is your turn soon. Please stay near the windows.")
WAIT = mark("Please wait until your number is called.")
CHECK_IN = mark("Please check in at a kiosk between {first} and {last} with this code:")
THANKS = mark("Thank you for coming.")
OVER = frozenset({"served", "no-show", "cancelled", "removed", "expired"})


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
    return Told(
        state=ticket.state,
        mood=_mood(ticket),
        width=_width(len(ticket.ticket)),
        heading=heading,
        lead=lead,
        title=f"▶ {NUMBER} → {ticket.window}" if called else f"{heading} · {lead or (slot and say.time(slot))}",
        say=" ".join(f"{text.rstrip('.')}." for text in (NUMBER if called else "", lead, *more) if text),
        service=named(service.name, language),
        agency=named(centre.agency(service.agency).name, language),
        more=more,
        time=say.time(slot) if slot else "",
        day=say.date(slot) if slot else "",
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
