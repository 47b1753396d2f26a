"""The share of the satisfied and its interval, by service and month, against known values and a slow computation."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from data import ratings, setup, visitor, window
from data.centre import read
from data.ratings import QUESTIONS
from data.refused import Refused
from data.reports.satisfaction import Share, satisfaction, share, wilson
from data.reports.satisfied import TITLES
from data.store import Store
from data.texts import words
from tests.clocks import MovableClock
from tests.conftest import CENTRE

SAY = words("en")


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 1, 0.2065, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_known_intervals(successes: int, n: int, low: float, high: float) -> None:
    """81 of 263 is the example of R. G. Newcombe, Statistics in Medicine 17 (1998), table I."""
    assert [round(end, 4) for end in wilson(successes, n)] == [low, high]


def slow(successes: int, n: int, *, upper: bool) -> float:
    """The p farthest away that the test of the proportion does not reject, found by halving."""
    inside, outside = successes / n, float(upper)
    for _ in range(200):
        middle = (inside + outside) / 2
        if n * (successes / n - middle) ** 2 <= 3.8414588206941254 * middle * (1 - middle):
            inside = middle
        else:
            outside = middle
    return inside


def test_the_interval_is_that_of_the_slow_computation() -> None:
    for n in (*range(1, 30), 263, 10_000):
        for successes in {0, 1, n // 3, n - 1, n}:
            expected = [slow(successes, n, upper=upper) for upper in (False, True)]
            assert wilson(successes, n) == pytest.approx(expected, abs=1e-9)


def test_nobody_answered() -> None:
    assert share(0, 0) == Share(0, None, None, None, None)


def test_the_figures_are_those_of_the_answers(url: str, clock: MovableClock) -> None:
    """Visits at random over three months, counted here one by one."""
    chance, expected = random.Random(6), Counter[tuple[str, str, str, bool]]()
    setup.init(url, read(CENTRE, "centre.toml"), clock=clock)
    with Store.open(url, clock=clock, synchronous="NORMAL") as store:
        window.open(store, window=3)
        for _ in range(40):
            clock.advance(days=chance.choice((0, 0, 1, 5)))
            service = chance.choice(("id-card", "tax"))
            code = visitor.take(store, service=service).code
            ticket = window.call(store, window=3)
            window.start(store, window=3)
            window.finish(store, window=3)
            asked = ["overall", *(question for question in list(QUESTIONS)[1:] if chance.random() < 0.6)]
            answers = {question: chance.choice(QUESTIONS[question]) for question in asked}
            ratings.rate(store, code=code, answers=answers)
            assert ticket
            for question, answer in answers.items():
                good = answer in ("very-satisfied", "satisfied", "strongly-agree", "agree")
                expected[f"{ticket.service_day:%Y-%m}", service, question, good] += 1
        first, last = date(2026, 1, 1), clock.moment.date() + timedelta(days=1)
        found = satisfaction(store, first=first, last=last, say=SAY)
        today = satisfaction(store, first=None, last=None, say=SAY)
    assert [(group.month, group.service) for group in found.groups] == sorted({key[:2] for key in expected})
    for group in found.groups:
        for question, told in group.shares.items():
            good, bad = (expected[group.month, group.service, question, which] for which in (True, False))
            assert told == share(good, good + bad), (group, question)
    good, bad = (sum(n for key, n in expected.items() if key[2:] == ("overall", which)) for which in (True, False))
    assert (found.total["overall"].satisfied, found.total["overall"].n) == (good, 40) == (good, good + bad)
    assert today.total["overall"].n < 40
    assert list(found.total) == list(QUESTIONS) == list(TITLES)


def test_a_period_cannot_end_before_it_begins(store: Store) -> None:
    with pytest.raises(Refused, match="before it begins"):
        satisfaction(store, first=date(2026, 11, 25), last=date(2026, 11, 24), say=SAY)
