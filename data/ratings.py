"""How was the visit? Counts of a service day only: not an act, and not in the log.

The questions are those that SDG indicator 16.6.2 asks about government services. What is kept cannot be joined to a
ticket, to a person or to a moment finer than the day: with each rating all counts of its service and day are written
anew, in one order, so that neither the order of the rows nor the database's own marks on them tell what came together.
Where one visitor alone rates a service on a day, the counts are that visitor's: so it is soon forgotten who has rated.
"""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from data import lifecycle, tickets
from data.lifecycle import State
from data.now import now
from data.records import Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.store.alone import alone
from data.tables import RATED, RATING, given

OVERALL = "overall"
SATISFACTION = ("very-satisfied", "satisfied", "dissatisfied", "very-dissatisfied")
AGREEMENT = ("strongly-agree", "agree", "disagree", "strongly-disagree")
ATTRIBUTES = ("access", "cost", "process", "equal-treatment", "time")
QUESTIONS: Mapping[str, tuple[str, ...]] = {OVERALL: SATISFACTION, **dict.fromkeys(ATTRIBUTES, AGREEMENT)}
"""The answers that each question has, best first."""
POSITIVE = 2
"""So many of them, from the best on, say that somebody was satisfied."""

IS_RATED = Statement(select(RATED.c.ticket_id).where(RATED.c.ticket_id == given("ticket")))
NOTE_RATED = Statement(insert(RATED))
OF_SERVICE = (RATING.c.service_day == given("day"), RATING.c.service == given("of"))
COUNTS = Statement(select(RATING.c.question, RATING.c.answer, RATING.c.count).where(*OF_SERVICE))
FORGET = Statement(delete(RATING).where(*OF_SERVICE))
COUNT = Statement(insert(RATING))


def rate(store: Store, *, code: str, answers: Mapping[str, str]) -> None:
    """Count what the holder of a ticket answers, once the visit is over, for the service that was served last.

    Only `overall` must be answered. Raises Refused: unknown-code, not-allowed (not served, too long ago, or what is no
    answer), already-rated.
    """
    _check(answers)
    with store.transaction():
        alone(store)  # an undo must not come in between, nor another rating of the same ticket
        day = now(store).day
        ticket = tickets.by_code(store, code)
        if ticket.state != State.SERVED:
            raise Refused("not-allowed", "A visit can be rated only after it was served to its end.")
        if not lifecycle.rateable(ticket, day):
            raise Refused("not-allowed", "A visit can be rated until the end of the next day only.")
        if rated(store, ticket.id):
            raise Refused("already-rated", "This visit has been rated already. Thank you.")
        store.run(NOTE_RATED, {"ticket_id": ticket.id})
        _count(store, ticket, answers)


def rated(store: Store, ticket_id: int) -> bool:
    """Whether the visit of a ticket was rated; inside a snapshot or a transaction."""
    return store.one(IS_RATED, {"ticket": ticket_id}) is not None


def _check(answers: Mapping[str, str]) -> None:
    if any(answer not in QUESTIONS.get(question, ()) for question, answer in answers.items()):
        raise Refused("not-allowed", "This is not one of the answers that can be given.")
    if OVERALL not in answers:
        raise Refused("not-allowed", "Please say how satisfied you are with the visit.")


def _count(store: Store, ticket: Ticket, answers: Mapping[str, str]) -> None:
    """One more for each answer. Everything of the service and day is written anew."""
    of_service = {"day": ticket.service_day, "of": ticket.service}
    counts = {(question, answer): count for question, answer, count in store.all(COUNTS, of_service)}
    for each in answers.items():
        counts[each] = counts.get(each, 0) + 1
    store.run(FORGET, of_service)
    for (question, answer), count in sorted(counts.items()):
        store.run(COUNT, (ticket.service_day, ticket.service, question, answer, count))
