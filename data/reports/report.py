"""One report: what was asked for, as of which event, and the figures of each group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.now import now
from data.reports.figures import Figures, figures
from data.reports.grouping import By
from data.reports.labels import keys, labels
from data.reports.part import Part, Wanted
from data.reports.period import Period, period, set_back
from data.reports.sums import Sums
from data.reports.together import added_up
from data.reports.under_way import under_way
from data.store import Store
from data.texts import Words

EARLIEST, LATEST = date(1970, 1, 3), date(9998, 12, 31)
NOTED = 16
"""Digits of the head's digest, as many as the hall shows."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group's figures. `group` is for programs, "" where what is in it belongs to none; `name` for people."""

    group: str
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a period, as of the `head` (revision:digest) at the time `made`, by the centre's clock.

    `set_back` is how often the clock was set back by more than an hour meanwhile.
    """

    centre: Mapping[str, str]
    period: Period
    by: By
    head: str
    made: datetime
    timezone: str
    set_back: int
    groups: tuple[Group, ...]
    total: Figures


def report(
    store: Store, *, first: date | None, last: date | None, by: By | None, say: Words, url: str | None = None
) -> Report:
    """The figures of the service days from `first` to `last`, each today where it is not given.

    Without `by` a day is told by the hour, more of them by the day. Names are in the language of `say`. With the `url`
    of the store a second process may help. Raises Refused `not-allowed` for a period that ends before it begins.
    """
    with store.snapshot():
        current = now(store)
        at = current.at if under_way(store, current.day) else None
    wanted_period = period(first, last, date.fromisoformat(current.day))
    by = by or (By.HOUR if wanted_period.first == wanted_period.last else By.DAY)
    within = _imaginable(wanted_period)
    jumps = set_back(store, current.revision)
    wanted = Wanted(within, by, current.revision, current.day, at, jumps)
    part = added_up(store, wanted, url)
    return Report(
        centre=store.centre.name,
        period=wanted_period,
        by=by,
        head=f"{current.revision}:{current.head[:NOTED]}",
        made=store.centre.wall(current.at),
        timezone=store.centre.zone.key,
        set_back=_jumps(store, wanted),
        groups=_groups(store, wanted, part, say),
        total=_total(part),
    )


def _total(part: Part) -> Figures:
    """All groups together; but what is of the queue and of the windows is no sum of theirs."""
    for sums in part.groups.values():
        sums.waited = sums.observed = sums.longest = sums.serving = sums.working = 0
    return figures([*part.groups.values(), part.whole], None)


def _imaginable(asked: Period) -> Period:
    """The days of a period of which a clock could have told the beginning and the end."""
    first, last = (min(max(day, EARLIEST), LATEST) for day in asked)
    return Period(first, last)


def _groups(store: Store, wanted: Wanted, part: Part, say: Words) -> tuple[Group, ...]:
    ordered = keys(store.centre, wanted.by, wanted.period, part.groups)
    named = labels(store, wanted.by, ordered, say)
    sums = (part.groups.get(key) or Sums() for key in ordered)
    found = [_observed(each, wanted.by, part.whole) for each in sums]
    return tuple(
        Group(label.group, label.name, figures((each,), wanted.by)) for label, each in zip(named, found, strict=True)
    )


def _observed(sums: Sums, by: By, whole: Sums) -> Sums:
    """Each queue of services, classes or languages is looked at as long as all of them."""
    if by in (By.SERVICE, By.AGENCY, By.CLASS, By.LANGUAGE):
        sums.observed = whole.observed
    return sums


def _jumps(store: Store, wanted: Wanted) -> int:
    first, last = (day.isoformat() for day in wanted.period)
    return sum(first <= store.centre.service_day(at) <= last for _, at in wanted.set_back)
