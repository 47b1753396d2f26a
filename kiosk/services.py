"""Which service? With the number of people ahead beside each."""

from typing import TYPE_CHECKING

from data.texts import mark, name, words
from kiosk.offered import Offered
from kiosk.question import Choice, Question
from kiosk.visit import Visit

if TYPE_CHECKING:
    from data.entries import Service

CHOOSE = mark("Choose a service")
CLOSED = mark("Closed now")
FULL = mark("No more tickets today")
WHY_CLOSED = mark("This service is closed now. Please choose another one, or come back during its hours.")
WHY_FULL = mark("All tickets of this service are taken for today. Please choose another one, or come back tomorrow.")


def question(visit: Visit, offered: Offered) -> Question:
    """Which service of the agency."""
    say = words(visit.language)
    return Question(
        about=visit.place,
        say=say,
        heading=" ".join(name(one.name, visit.language) for one in offered.agencies if one.id == visit.agency),
        title=say(CHOOSE),
        choices=tuple(choice(offered, one, visit.language) for one in offered.services(visit.agency)),
        back=visit.can_go_back(offered),
    )


def choice(offered: Offered, service: "Service", language: str) -> Choice:
    """`service` as it stands now: people ahead, or why no ticket of it can be taken."""
    say = words(language)
    called = name(service.name, language)
    offer = offered.offers.get(service.id)
    if offer is None:
        return Choice(service.id, called)
    if not offer.open:
        return Choice(service.id, called, say(CLOSED), say(WHY_CLOSED))
    if offer.full:
        return Choice(service.id, called, say(FULL), say(WHY_FULL))
    return Choice(service.id, called, say.count("{n} person ahead", "{n} people ahead", offer.waiting))
