"""A ticket in each state that a page can show."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from data import ratings, slots, visitor, window
from data.store import Store
from data.views import Ticket
from tests.display.web.browser.place import Place

ANSWERS = {question: answers[0] for question, answers in ratings.QUESTIONS.items()}


def everyone(place: Place) -> Mapping[str, Ticket]:
    """The tickets by what their pages show; nobody acts on them any more."""
    store, take = place.store, place.take
    told = {"expired": place.left_over, "booked": booked(store)}
    told["called"] = take("passport")
    window.call(store, window=2)
    told["serving"] = hand(place, "notary", 3)
    told["on-hold"] = hand(place, "tax", 4)
    window.hold(store, window=4, reason="Paper missing")
    told |= {state: take("company") for state in ("served", "rated", "no-show")}
    for ending in (window.finish, window.finish, window.no_show):
        window.call(store, window=5)
        if ending is window.finish:
            window.start(store, window=5)
        ending(store, window=5)
    ratings.rate(store, code=told["rated"].code, answers=ANSWERS)
    told["cancelled"] = take("id-card")
    visitor.cancel(store, code=told["cancelled"].code)
    told["removed"] = take("id-card")
    window.remove(store, ticket=told["removed"].ticket, reason="Left")
    told |= {"next": take("id-card"), "soon": take("id-card", waiting=2), "waiting": take("id-card", waiting=3)}
    told["let-go"] = take("id-card")
    for _ in range(3):
        visitor.postpone(store, code=told["let-go"].code)
    return told


def booked(store: Store) -> Ticket:
    """A booking of the day after tomorrow."""
    day = (datetime.now().astimezone() + timedelta(days=2)).date()
    (slot, *_) = slots.free(store, service="notary", day=day)
    return visitor.book(store, service="notary", at=slot, language="en", name="Aysel")


def hand(place: Place, service: str, number: int) -> Ticket:
    """A ticket that is being served."""
    ticket = place.take(service)
    for act in (window.call, window.start):
        partial(act, place.store, window=number)()
    return ticket
