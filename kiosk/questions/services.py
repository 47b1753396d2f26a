"""Which service? With the number of people ahead beside each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data.texts import mark, name, words
from kiosk.visit.offered import Offered
from kiosk.visit.question import PRIORITY, Choice, Question
from kiosk.visit.visit import Visit

if TYPE_CHECKING:
    from data.centre.entries import Service
    from data.views import Offer

CHOOSE = mark("Choose a service")
SEARCH = mark("Search: {letters}")
NOTHING = mark("No service begins like this. Please type other letters, or go back.")
CODE = mark("Enter the code of a ticket")
CLOSED = mark("Closed now")
FULL = mark("No more tickets today")
OPENS_TODAY = mark("Opens at {time}")
OPENS = mark("Opens: {opens}")
LAST = mark("The last ticket has been given out")
ASK_PRIORITY, HAS_PRIORITY = mark("Priority"), mark("Priority: yes")


def question(visit: Visit, offered: Offered) -> Question:
    """Which service of the agency."""
    if visit.search:
        return found(visit, offered)
    say = words(visit.language)
    return Question(
        about=visit.place,
        say=say,
        heading=" ".join(
            name(one.name, visit.language) for one in offered.directory.agencies if one.id == visit.agency
        ),
        title=say(CHOOSE),
        choices=tuple(choices(offered, offered.directory.of(visit.agency), visit.language)),
        back=visit.can_go_back(offered),
        beside=beside(visit, offered),
    )


def found(visit: Visit, offered: Offered) -> Question:
    """Which of all services that the letters find."""
    say = words(visit.language)
    services = tuple(choices(offered, offered.directory.found(visit.search), visit.language))
    return Question(
        about=visit.place,
        say=say,
        heading=name(offered.centre.name, visit.language),
        title=say(SEARCH, letters=f"{visit.search}_"),
        choices=services,
        back=True,
        text="" if services else say(NOTHING),
        beside=beside(visit, offered),
    )


def beside(visit: Visit, offered: Offered) -> Choice | None:
    """The way to class priority, where the centre has reasons for it."""
    say = words(visit.language)
    return Choice(PRIORITY, say(HAS_PRIORITY if visit.reason else ASK_PRIORITY)) if offered.centre.reasons else None


def choices(offered: Offered, services: "Iterable[Service]", language: str) -> Iterable[Choice]:
    """Each of `services` as it stands now."""
    return (choice(offered, service, language) for service in services)


def choice(offered: Offered, service: "Service", language: str) -> Choice:
    """`service` as it stands now: people ahead, or why no ticket of it can be taken."""
    say = words(language)
    called = name(service.name, language)
    offer = offered.offers.get(service.id)
    if offer is None:
        return Choice(service.id, called, service=service.id)
    if not offer.open:
        return Choice(service.id, called, closed(offered, offer, language), say(CLOSED), service.id)
    if offer.full:
        return Choice(service.id, called, say(FULL), say(FULL), service.id)
    detail = say.count("{n} person ahead", "{n} people ahead", offer.waiting)
    return Choice(service.id, called, detail, service=service.id)


def closed(offered: Offered, offer: "Offer", language: str) -> str:
    """In a few words, why there is no ticket, or when there is one again."""
    say = words(language)
    if offer.opens is None:
        return say(LAST if offer.last_passed else CLOSED)
    if offer.opens.date() == offered.today:
        return say(OPENS_TODAY, time=offer.opens.time())
    return say(OPENS, opens=say.short(offer.opens))
