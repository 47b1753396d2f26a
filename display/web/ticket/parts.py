"""The parts of the page of a ticket, as HTML: the same for all tickets that stand alike, in one language."""

from collections.abc import Hashable
from typing import NamedTuple

from data.centre import Centre
from data.paper.contents import WAIT_HERE, grouped
from data.texts import mark, words
from data.views import Followed
from display.web.render import Pages
from display.web.ticket import rating
from display.web.ticket.acts import acts
from display.web.ticket.told import APPOINTMENT, CODE, NUMBER, told

GROUPED = "\ue002"
IN_JSON = {ord(NUMBER): "\0", ord(CODE): "\1", ord(GROUPED): "\2"}
"""What stands for them in JSON, where these occur nowhere else; single bytes are found twenty times as fast."""
LABELS = {
    "ticket": mark("Ticket"),
    "window": mark("Window"),
    "afterwards": mark("Afterwards"),
    "wait_here": WAIT_HERE,
    "appointment": APPOINTMENT,
}


class Parts(NamedTuple):
    """What of a page changes: `live` tells, and `acts` is what may be done. The number and the code are left open."""

    live: str
    acts: str
    say: str
    title: str


def parts(pages: Pages, centre: Centre, followed: Followed, language: str, form: rating.Form | None = None) -> Parts:
    """The parts; with the rating that is to be filled in, or that `form` which comes back."""
    seen, say = told(centre, followed, language), words(language)
    labels = {name: say(text) for name, text in LABELS.items()}
    live = pages.part("_live.html", language=language, told=seen, code=GROUPED, **labels)
    asked = form or (rating.form(language) if "rate" in followed.may else None)
    may = acts(centre, followed, language)
    return Parts(
        live, pages.part("_acts.html", language=language, acts=may, form=asked, code=CODE), seen.say, seen.title
    )


def standing(followed: Followed) -> Hashable:
    """What the parts depend on: equal for tickets that stand alike."""
    ticket = followed.ticket
    about = ticket.state, ticket.ahead, ticket.window, ticket.service, ticket.slot, ticket.steps, len(ticket.ticket)
    return *about, ticket.service_day, followed.calls, followed.postpones, followed.may


def filled(text: str, followed: Followed) -> str:
    """A text with the number and the code of this ticket, which are letters and digits only."""
    ticket = followed.ticket
    text = text.replace(NUMBER, ticket.ticket).replace(CODE, ticket.code)
    return text.replace(GROUPED, grouped(ticket.code)) if GROUPED in text else text


def filled_json(text: bytes, followed: Followed) -> bytes:
    """The same for JSON with what stands for them there."""
    number, code = followed.ticket.ticket.encode(), followed.ticket.code.encode()
    text = text.replace(b"\0", number).replace(b"\1", code)
    return text.replace(b"\2", grouped(followed.ticket.code).encode()) if b"\2" in text else text
