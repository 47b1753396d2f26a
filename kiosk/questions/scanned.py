"""How does the ticket stand whose code was scanned, and what can be done with it?"""

from data.texts import Words, mark, name, words
from data.views import Ticket
from display.parts.own_ticket import APPOINTMENT, GIVE_BACK, GIVE_UP, NEVER_AGAIN, STATES, SURE, SURE_BACK, YES
from kiosk.visit.offered import Offered
from kiosk.visit.question import BACK, CANCEL, PRINT, Choice, Question
from kiosk.visit.visit import Visit

TICKET = mark("Ticket {ticket}")
PRINT_AGAIN = mark("Print it again")
NO = mark("No, keep it")
MAY_CANCEL = frozenset({"waiting", "booked", "on-hold"})
MAY_PRINT = frozenset({"waiting", "booked", "on-hold", "called", "serving"})
SAID = STATES | {"booked": mark("Your appointment: {slot}.")}


def question(visit: Visit, offered: Offered) -> Question:
    """State and place of the ticket, and what its holder may do."""
    say, ticket = words(visit.language), _held(visit)
    may = []
    if offered.prints and ticket.state in MAY_PRINT:
        may.append(Choice(PRINT, say(PRINT_AGAIN)))
    if ticket.state in MAY_CANCEL:
        may.append(Choice(CANCEL, say(GIVE_UP if ticket.ticket else GIVE_BACK)))
    return Question(
        about=visit.place,
        say=say,
        heading=name(offered.centre.service(ticket.service).name, visit.language),
        title=say(TICKET, ticket=ticket.ticket) if ticket.ticket else say(APPOINTMENT),
        choices=tuple(may),
        back=True,
        text=state(visit, offered, say),
    )


def state(visit: Visit, offered: Offered, say: Words) -> str:
    """How the ticket stands, or what is wrong with the time of a booking."""
    ticket = _held(visit)
    if visit.text:
        return say(visit.text, **visit.values)
    if ticket.ahead is not None:
        return say.count("{n} person ahead", "{n} people ahead", ticket.ahead)
    slot = ticket.slot and ticket.slot.astimezone(offered.centre.zone)
    return say(SAID[ticket.state], window=ticket.window, slot=slot) if ticket.state in SAID else ""


def sure(visit: Visit, offered: Offered) -> Question:
    """Asked once more, with the focus on what changes nothing."""
    say, number = words(visit.language), _held(visit).ticket
    choices = (Choice(BACK, say(NO)), Choice(CANCEL, say(YES)))
    title = say(SURE if number else SURE_BACK)
    return Question(visit.place, say, number, title, choices, text=say(NEVER_AGAIN))


def _held(visit: Visit) -> Ticket:
    if visit.ticket is None:
        raise ValueError("a scanned code without its ticket")
    return visit.ticket
