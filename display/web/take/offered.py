"""Which services does the page offer, and how does each stand?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.centre import Centre
from data.texts import Words, mark, name, words
from data.views import Offer

FEW = 12
"""So many services are all seen at once; more are found under their agencies."""
OPENS_TODAY, OPENS = mark("Opens at {time}"), mark("Opens: {opens}")
CLOSED, FULL, LAST = mark("Closed now"), mark("No more tickets today"), mark("The last ticket has been given out")
SHUT = mark("No tickets are given now.")
SHUT_TODAY = mark("No tickets are given now. The next one is given at {time}.")
SHUT_UNTIL = mark("No tickets are given now. The centre opens again: {opens}.")


@dataclass(frozen=True, slots=True)
class Choice:
    """A service: how many people are ahead, or why no ticket of it is given now; `open`: one is."""

    service: str
    name: str
    detail: str
    open: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The services of an agency; `unfolded`: they are seen at once."""

    name: str
    choices: tuple[Choice, ...]
    unfolded: bool


def groups(centre: Centre, offers: Sequence[Offer], language: str, today: date) -> list[Group]:
    """The agencies with their services, in the order of the centre file."""
    offered = {offer.service: offer for offer in offers}
    found: dict[str, list[Choice]] = {agency.id: [] for agency in centre.agencies}
    for service in centre.current_services:
        if offer := offered.get(service.id):
            found[service.agency].append(_choice(name(service.name, language), offer, words(language), today))
    several = sum(1 for choices in found.values() if choices) > 1
    unfolded = len(offered) <= FEW or not several
    names = {agency.id: name(agency.name, language) for agency in centre.agencies}
    return [Group(names[agency], tuple(choices), unfolded) for agency, choices in found.items() if choices]


def shut(offers: Sequence[Offer], language: str, today: date) -> str:
    """That no service gives tickets now, and when one does again; "" while any does."""
    say = words(language)
    if any(offer.open and not offer.full for offer in offers):
        return ""
    opens = min((offer.opens for offer in offers if offer.opens), default=None)
    if opens is None:
        return say(SHUT)
    return _when(opens, today, say, SHUT_TODAY, SHUT_UNTIL)


def _choice(called: str, offer: Offer, say: Words, today: date) -> Choice:
    if not offer.open:
        return Choice(offer.service, called, _closed(offer, say, today), False)
    if offer.full:
        return Choice(offer.service, called, say(FULL), False)
    return Choice(offer.service, called, say.count("{n} person ahead", "{n} people ahead", offer.waiting), True)


def _closed(offer: Offer, say: Words, today: date) -> str:
    if offer.opens is None:
        return say(LAST if offer.last_passed else CLOSED)
    return _when(offer.opens, today, say, OPENS_TODAY, OPENS)


def _when(opens: datetime, today: date, say: Words, at: str, again: str) -> str:
    """One of two sentences: for a time of today, or for another day."""
    return say(at, time=opens.time()) if opens.date() == today else say(again, opens=say.short(opens))
