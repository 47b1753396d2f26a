"""How satisfied were the visitors who rated their visit, by service and month?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import sqrt
from typing import NamedTuple

from sqlalchemy import func, literal_column, select

from data.centre import Centre
from data.now import now
from data.ratings import POSITIVE, QUESTIONS
from data.reports.period import Period, period
from data.reports.report import NOTED
from data.store import Statement, Store
from data.tables import RATING, given
from data.texts import Words, name

Z = 1.959963984540054
"""The 97.5 % quantile of the standard normal distribution: 95 % of it lies within so much of 0."""
MONTH = literal_column("substr(rating.service_day, 1, 7)")
COUNTS = Statement(
    select(MONTH, RATING.c.service, RATING.c.question, RATING.c.answer, func.sum(RATING.c.count))
    .where(RATING.c.service_day.between(given("first"), given("last")))
    .group_by(MONTH, RATING.c.service, RATING.c.question, RATING.c.answer)
)


class Share(NamedTuple):
    """How many of `n` were satisfied: they chose one of the two best answers. None where nobody answered.

    `low` and `high` are the ends of the 95 % interval of the `share`.
    """

    n: int
    satisfied: int | None
    share: float | None
    low: float | None
    high: float | None


class Group(NamedTuple):
    """A service in a month, `2026-11`: the share of each question. `name` is for people."""

    month: str
    service: str
    name: str
    shares: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What was rated in a period, as of the `head` (revision:digest) at the time `made`, by the centre's clock."""

    centre: Mapping[str, str]
    period: Period
    head: str
    made: datetime
    timezone: str
    groups: tuple[Group, ...]
    total: Mapping[str, Share]
    set_back: int = 0


def satisfaction(store: Store, *, first: date | None, last: date | None, say: Words) -> Satisfaction:
    """The ratings of visits of the service days from `first` to `last`, each today where it is not given.

    Raises Refused `not-allowed` for a period that ends before it begins.
    """
    with store.snapshot():
        current = now(store)
        wanted = period(first, last, date.fromisoformat(current.day))
        rows = store.all(COUNTS, {"first": wanted.first.isoformat(), "last": wanted.last.isoformat()})
    counts: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    for month, service, question, answer, count in rows:
        counts.setdefault((month, service), Counter())[question, answer] = int(count)
    return Satisfaction(
        centre=store.centre.name,
        period=wanted,
        head=f"{current.revision}:{current.head[:NOTED]}",
        made=store.centre.wall(current.at),
        timezone=store.centre.zone.key,
        groups=tuple(_groups(store.centre, counts, say)),
        total=shares(sum(counts.values(), Counter())),
    )


def _groups(centre: Centre, counts: Mapping[tuple[str, str], Counter[tuple[str, str]]], say: Words) -> Iterable[Group]:
    """In the order of the months, and in each of the services as the centre has them."""
    names = {service.id: name(service.name, say.language) for service in centre.services}
    order = list(names)
    for month, service in sorted(counts, key=lambda key: (key[0], order.index(key[1]))):
        yield Group(month, service, names[service], shares(counts[month, service]))


def shares(counts: Counter[tuple[str, str]]) -> dict[str, Share]:
    """The share of each question, from how often it was answered so."""
    found = {}
    for question, answers in QUESTIONS.items():
        given = [counts[question, answer] for answer in answers]
        found[question] = share(sum(given[:POSITIVE]), sum(given))
    return found


def share(satisfied: int, n: int) -> Share:
    """The share of those who were satisfied, with its interval; to four digits."""
    if n == 0:
        return Share(0, None, None, None, None)
    low, high = wilson(satisfied, n)
    return Share(n, satisfied, round(satisfied / n, 4), round(low, 4), round(high, 4))


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % score interval of a proportion: all p from which successes / n is at most Z √(p (1 − p) / n) away.

    It holds for few answers too, and never leaves 0 to 1. E. B. Wilson, Probable Inference, the Law of Succession, and
    Statistical Inference, Journal of the American Statistical Association 22 (1927), pages 209 to 212.
    """
    part, square = successes / n, Z * Z
    middle = part + square / (2 * n)
    half = Z * sqrt(part * (1 - part) / n + square / (4 * n * n))
    low, high = ((middle + sign * half) / (1 + square / n) for sign in (-1, 1))
    return max(0.0, low), min(1.0, high)
