"""What of a visit stands on the screen at this moment?"""

from typing import TYPE_CHECKING

from data.texts import Words, mark, name, words
from kiosk.questions import sentences
from kiosk.questions.asked import question
from kiosk.visit.offered import Offered
from kiosk.visit.visit import Visit

if TYPE_CHECKING:
    from data.views import Ticket
    from kiosk.screen.view import View

OF_CLASS = mark("{service} · Priority")


def show(view: "View", visit: Visit, offered: Offered | None, lost: bool, now: int) -> None:
    """Put it on the screen; asked the same again, page and focus stay. `lost`: the store cannot be used."""
    if offered:
        view.suit(visit.comfort, offered.centre.kiosk, visit.language or offered.directory.languages[0])
    if offered and visit.ticket and visit.step == "ticket":
        say, ticket = words(visit.language), visit.ticket
        view.hand_over(ticket, called(ticket, offered, say), say, *sentences.with_ticket(visit, offered))
    elif not visit.choosing:
        view.tell(*sentences.told(visit, offered))
    elif offered is None or lost:
        view.tell(*sentences.out_of_order(visit, offered))
    elif visit.warned(now):
        view.tell(*sentences.still_there(visit, offered, now))
    else:
        view.ask(question(visit, offered))
    view.foot(sentences.foot(visit, offered, lost, now))


def called(ticket: "Ticket", offered: Offered, say: Words) -> str:
    """The service of a ticket, with a mark where it is of another class than most are."""
    service = name(offered.centre.service(ticket.service).name, say.language)
    return service if ticket.class_ == "normal" else say(OF_CLASS, service=service)
