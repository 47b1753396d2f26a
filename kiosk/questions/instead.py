"""What can a visitor have instead of a service that gives no tickets now?"""

from typing import TYPE_CHECKING

from data.texts import Words, mark, name, words
from kiosk.questions import services
from kiosk.visit.offered import Offered
from kiosk.visit.question import BOOK, Choice, Question
from kiosk.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.centre.entries import Service

FEW = 4
"""What can be chosen: as many as stand on one page of the smallest screen."""
APPOINTMENT = mark("Appointment")
WHY_FULL = mark("All tickets of this service are taken for today. Please choose another one, or come back tomorrow.")
FULL_BUT = mark("All tickets of this service are taken for today. You can take an appointment, or choose another one.")


def question(visit: Visit, offered: Offered) -> Question:
    """Why there is no ticket, and when there is one again; an appointment, and what else is open."""
    say, service = words(visit.language), offered.centre.service(visit.service)
    booking = [Choice(BOOK, say(APPOINTMENT), say.short(visit.slot))] if visit.slot else []
    return Question(
        about=visit.place,
        say=say,
        heading="",
        title=name(service.name, visit.language),
        choices=(*booking, *services.choices(offered, open_ones(offered, service, FEW - len(booking)), visit.language)),
        back=True,
        text=why(visit, offered, say),
    )


def why(visit: Visit, offered: Offered, say: Words) -> str:
    """Why there is no ticket of the service; nothing where there is one by now."""
    offer = offered.offers.get(visit.service)
    if offer is None or offer.open:
        return say(FULL_BUT if visit.slot else WHY_FULL) if offer and offer.full else ""
    from data.centre import closed  # by now the store's thread has imported it

    refused = closed.why(offer.opens, offered.at, last_passed=offer.last_passed, stopped=offer.stopped)
    return say(refused.text, **refused.values)


def open_ones(offered: Offered, service: "Service", most: int) -> "list[Service]":
    """At most so many services that give tickets now, those of the same agency first."""
    return [one for one, _ in zip(_open_ones(offered, service), range(most), strict=False)]


def _open_ones(offered: Offered, service: "Service") -> "Iterator[Service]":
    nearest = sorted(offered.directory.services, key=lambda one: one.agency != service.agency)
    return (one for one in nearest if offered.takes(one.id))
