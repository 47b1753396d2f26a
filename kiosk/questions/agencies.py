"""Which agency? With what most visitors come for before them, where there are many services."""

from typing import TYPE_CHECKING

from data.texts import mark, name, words
from kiosk.questions import services
from kiosk.visit.offered import Offered
from kiosk.visit.question import Choice, Question
from kiosk.visit.visit import Visit

if TYPE_CHECKING:
    from data.centre.entries import Agency

CHOOSE = mark("Choose an agency")


def question(visit: Visit, offered: Offered) -> Question:
    """Which agency of those that serve anything."""
    if visit.search:
        return services.found(visit, offered)
    say, directory = words(visit.language), offered.directory
    return Question(
        about=visit.place,
        say=say,
        heading=name(offered.centre.name, visit.language),
        title=say(CHOOSE),
        choices=(
            *services.choices(offered, directory.often, visit.language),
            *(choice(offered, agency, visit.language) for agency in directory.agencies),
        ),
        back=visit.can_go_back(offered),
        beside=services.beside(visit, offered),
    )


def choice(offered: Offered, agency: "Agency", language: str) -> Choice:
    """`agency`; one of a single service says how it stands there, since choosing it takes the ticket."""
    called = name(agency.name, language)
    serves = offered.directory.of(agency.id)
    if len(serves) != 1:
        return Choice(agency.id, called)
    only = services.choice(offered, serves[0], language)
    return Choice(agency.id, called, only.detail, only.why, only.service)
