"""How a visit was: counted once for each ticket, and joined to nothing."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, time

import pytest

from data import log, ratings, visitor, window
from data.ratings import QUESTIONS
from data.refused import Refused
from data.store import Store
from data.store.shape import TABLES
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.refusing import refused

BEST = {question: answers[0] for question, answers in QUESTIONS.items()}
WORST = {question: answers[-1] for question, answers in QUESTIONS.items()}


def served(store: Store, service: str = "notary") -> str:
    """The code of a ticket that was served at window 3."""
    code = visitor.take(store, service=service).code
    with suppress(Refused):  # it is open already
        window.open(store, window=3)
    window.call(store, window=3)
    window.start(store, window=3)
    window.finish(store, window=3)
    return code


def counts(url: str) -> dict[tuple[str, str], int]:
    rows = raw.rows(url, "SELECT question, answer, sum(count) FROM rating GROUP BY question, answer")
    return {(question, answer): int(count) for question, answer, count in rows}


def test_the_questions_are_those_of_the_indicator() -> None:
    assert list(QUESTIONS) == ["overall", "access", "cost", "process", "equal-treatment", "time"]
    assert QUESTIONS["overall"] == ("very-satisfied", "satisfied", "dissatisfied", "very-dissatisfied")
    assert {QUESTIONS[question] for question in list(QUESTIONS)[1:]} == {
        ("strongly-agree", "agree", "disagree", "strongly-disagree")
    }


def test_answers_are_counted_by_day_and_service(store: Store, url: str, clock: MovableClock) -> None:
    codes = [served(store) for _ in range(3)] + [served(store, "tax")]
    for code, answers in zip(codes, (BEST, WORST, {"overall": "very-satisfied"}, BEST), strict=True):
        ratings.rate(store, code=code, answers=answers)
    clock.advance(days=1)
    ratings.rate(store, code=served(store), answers={"overall": "satisfied", "time": "agree"})
    assert raw.rows(url, "SELECT * FROM rating WHERE question IN ('overall', 'time') ORDER BY 1, 2, 3, 4") == [
        ("2026-11-25", "notary", "overall", "very-dissatisfied", 1),
        ("2026-11-25", "notary", "overall", "very-satisfied", 2),
        ("2026-11-25", "notary", "time", "strongly-agree", 1),
        ("2026-11-25", "notary", "time", "strongly-disagree", 1),
        ("2026-11-25", "tax", "overall", "very-satisfied", 1),
        ("2026-11-25", "tax", "time", "strongly-agree", 1),
        ("2026-11-26", "notary", "overall", "satisfied", 1),
        ("2026-11-26", "notary", "time", "agree", 1),
    ]


def test_the_next_day_will_do_and_counts_for_the_day_of_the_ticket(store: Store, url: str, clock: MovableClock) -> None:
    code, late = served(store), served(store)
    clock.advance(days=1)
    ratings.rate(store, code=f"novbe:{code.lower()}", answers={"overall": "satisfied"})
    assert raw.rows(url, "SELECT service_day FROM rating") == [("2026-11-25",)]
    clock.set(datetime.combine(clock.moment.date(), time(20), UTC))  # midnight in Baku
    with pytest.raises(Refused) as refused:
        ratings.rate(store, code=late, answers={"overall": "satisfied"})
    assert (refused.value.code, refused.value.message) == (
        "not-allowed",
        "A visit can be rated until the end of the next day only.",
    )
    assert raw.rows(url, "SELECT service_day, count FROM rating") == [("2026-11-25", 1)]


def test_who_has_rated_is_forgotten_once_it_is_too_late_to_rate(store: Store, url: str, clock: MovableClock) -> None:
    """So that the counts of a day on which one visitor rated are joined to nobody by what is kept after it."""
    for expected in (1, 2, 2):
        ratings.rate(store, code=served(store), answers=BEST)
        assert raw.rows(url, "SELECT count(*) FROM rated") == [(expected,)]
        clock.advance(days=1)
    assert raw.rows(url, "SELECT service_day FROM ticket, rated WHERE id = ticket_id ORDER BY 1") == [
        ("2026-11-26",),
        ("2026-11-27",),
    ]
    clock.advance(days=1)
    visitor.take(store, service="tax")
    assert raw.rows(url, "SELECT * FROM rated") == []
    assert len(raw.rows(url, "SELECT * FROM rating WHERE question = 'overall'")) == 3
    assert log.verify(store).ok


def test_it_counts_for_the_service_that_was_served_last(store: Store, url: str) -> None:
    code = visitor.take(store, service="passport").code
    for number, service in ((2, "tax"), (3, None)):
        window.open(store, window=number)
        window.call(store, window=number)
        window.start(store, window=number)
        if service:
            window.transfer(store, window=number, service=service)
    window.finish(store, window=3)
    ratings.rate(store, code=code, answers={"overall": "satisfied"})
    assert raw.rows(url, "SELECT service FROM rating") == [("tax",)]


def test_once_for_each_ticket(store: Store, url: str) -> None:
    code, other = served(store), served(store)
    ids = [ticket for (ticket,) in raw.rows(url, "SELECT id FROM ticket ORDER BY id")]
    ratings.rate(store, code=code, answers=BEST)
    with store.snapshot():
        assert [ratings.rated(store, ticket) for ticket in ids] == [True, False]
    assert refused(store, lambda: ratings.rate(store, code=code, answers=WORST)) == "already-rated"
    ratings.rate(store, code=other, answers=BEST)
    assert counts(url) == {(question, answer): 2 for question, answer in BEST.items()}


def test_two_at_once_are_one(store: Store, url: str) -> None:
    codes = [served(store) for _ in range(6)]

    def rate(code: str) -> str:
        with Store.open(url, clock=store.now) as own:
            try:
                ratings.rate(own, code=code, answers=BEST)
            except Refused as refused:
                return refused.code
        return "counted"

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(rate, codes * 3))
    assert (outcomes.count("counted"), outcomes.count("already-rated")) == (6, 12)
    assert set(counts(url).values()) == {6}


def test_what_cannot_be_is_refused_and_counts_nothing(store: Store, url: str) -> None:
    code, waiting = served(store), visitor.take(store, service="notary").code
    for answers in (
        {},
        {"time": "agree"},
        {"overall": "agree"},
        {"overall": "satisfied", "time": "satisfied"},
        {"overall": "satisfied", "food": "agree"},
        {"overall": "satisfied", "access": ""},
    ):
        assert refused(store, lambda answers=answers: ratings.rate(store, code=code, answers=answers)) == "not-allowed"
    assert refused(store, lambda: ratings.rate(store, code=waiting, answers=BEST)) == "not-allowed"
    assert refused(store, lambda: ratings.rate(store, code="0" * 17, answers=BEST)) == "unknown-code"
    assert counts(url) == {}
    ratings.rate(store, code=code, answers=BEST)


def test_a_rating_is_no_event(store: Store, url: str) -> None:
    code = served(store)
    before = (store.revision(), len(list(log.events(store))))
    ratings.rate(store, code=code, answers=BEST)
    assert (store.revision(), len(list(log.events(store)))) == before
    assert log.verify(store).ok


def test_nothing_that_is_kept_joins_answers(store: Store, url: str) -> None:
    """No column but those, and no order: the first who rate leave no rows that are theirs."""
    assert TABLES.tables["rating"].columns.keys() == ["service_day", "service", "question", "answer", "count"]
    assert TABLES.tables["rated"].columns.keys() == ["ticket_id"]
    for answers in (WORST, BEST, WORST, {"overall": "satisfied"}):
        ratings.rate(store, code=served(store), answers=answers)
    assert counts(url) == dict.fromkeys(BEST.items(), 1) | dict.fromkeys(WORST.items(), 2) | {
        ("overall", "satisfied"): 1
    }
    rows = raw.rows(url, "SELECT question, answer FROM rating")
    assert rows == sorted(rows)
    if url.startswith("postgres"):  # which transaction wrote a row: one and the same for all
        assert raw.rows(url, "SELECT count(DISTINCT xmin::text) FROM rating") == [(1,)]
