"""Which agency?"""

from typing import TYPE_CHECKING

from data.texts import mark, name, words
from kiosk import services
from kiosk.offered import Offered
from kiosk.question import Choice, Question
from kiosk.visit import Visit

if TYPE_CHECKING:
    from data.entries import Agency

CHOOSE = mark("Choose an agency")


def question(visit: Visit, offered: Offered) -> Question:
    """Which agency of those that serve anything."""
    say = words(visit.language)
    return Question(
        about=visit.place,
        say=say,
        heading=name(offered.centre.name, visit.language),
        title=say(CHOOSE),
        choices=tuple(choice(offered, agency, visit.language) for agency in offered.agencies),
        back=visit.can_go_back(offered),
    )


def choice(offered: Offered, agency: "Agency", language: str) -> Choice:
    """`agency`; one of a single service says how it stands there, since choosing it takes the ticket."""
    called = name(agency.name, language)
    offers = offered.services(agency.id)
    if len(offers) != 1:
        return Choice(agency.id, called)
    only = services.choice(offered, offers[0], language)
    return Choice(agency.id, called, only.detail, only.why)
