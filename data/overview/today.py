"""How did the service day go so far? Who came, how long they waited, which windows were open."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select

from data import closing, tickets
from data.centre.hours import reached
from data.clock import MICROSECOND, SECOND, moment
from data.lifecycle import State
from data.now import Now, now
from data.overview.views import Share, Slot, Standing, Today
from data.overview.visits import visits
from data.records import name_of
from data.reports.figures import Figures, quantile
from data.reports.grouping import By
from data.reports.report import report
from data.store import Statement, Store
from data.tables import TICKET, given
from data.texts import words
from data.working import first_from, working

QUARTER = 15 * 60 * SECOND
_T = TICKET.c
NO_SHOWS = Statement(
    select(_T.series, _T.number, _T.service, _T.class_, _T.state, _T.acted_at, _T.window)
    .where(_T.service_day == given("day"), _T.state == State.NO_SHOW.value, _T.number.is_not(None))
    .where(_T.acted_at >= given("since"))
    .order_by(_T.acted_at.desc())
)


def read(store: Store) -> Today:
    """The service day so far: the figures as `novbe report` has them, and the curve.

    Takes 15 ms for each thousand who came: a screen reads it now and then.
    """
    told = report(store, first=None, last=None, by=By.SERVICE, say=words(store.centre.languages[0]))
    left = closing.unserved(store)
    with store.snapshot():
        current = now(store)
        return Today(
            arrived=_count(told.total, "arrived"),
            served=_count(told.total, "served"),
            n=_count(told.total, "wait_n"),
            mean=_seconds(told.total, "wait_mean_s"),
            p90=_seconds(told.total, "wait_p90_s"),
            shares={group.group: _share(group.figures) for group in told.groups},
            curve=tuple(_curve(store, current)),
            no_shows=tuple(_no_shows(store, current)),
            left=left,
            full=_full(store, current.day),
        )


def _count(figures: Figures, name: str) -> int:
    return int(figures[name] or 0)


def _seconds(figures: Figures, name: str) -> timedelta | None:
    found = figures[name]
    return None if found is None else timedelta(seconds=found)


def _share(figures: Figures) -> Share:
    return Share(_count(figures, "within_target_n"), _count(figures, "within_target"))


def _full(store: Store, day: str) -> frozenset[str]:
    quotas = {service.id: service.quota for service in store.centre.services if service.quota is not None}
    taken = tickets.taken_of_each(store, day) if quotas else {}
    return frozenset(service for service, quota in quotas.items() if taken.get(service, 0) >= quota)


def _no_shows(store: Store, current: Now) -> Iterator[Standing]:
    within = store.centre.rules.revive_within
    values = {"day": current.day, "since": current.at - within if within else 0}
    for series, number, service, class_, state, acted_at, window in store.all(NO_SHOWS, values):
        yield Standing(name_of(series, number), service, class_, state, moment(acted_at), window)


def _curve(store: Store, current: Now) -> Iterator[Slot]:
    """The quarters from the first in which anybody came or a window worked, to that of now."""
    begins = reached(store.centre.zone, date.fromisoformat(current.day), store.centre.day_starts)
    arrived: dict[int, int] = {}
    waits: dict[int, list[int]] = {}
    for visit in visits(store, current.day, first_from(store, begins)):
        quarter = max(0, visit.came - begins) // QUARTER
        arrived[quarter] = arrived.get(quarter, 0) + 1
        if visit.called is not None:
            waits.setdefault(max(0, visit.called - begins) // QUARTER, []).append(visit.wait)
    last = max(0, current.at - begins) // QUARTER
    worked = working(store, begins)
    windows = [worked(begins + (quarter + 1) * QUARTER) for quarter in range(last + 1)]
    first = next((quarter for quarter in range(last + 1) if quarter in arrived or windows[quarter]), last + 1)
    for quarter in range(first, last + 1):
        yield Slot(
            start=store.centre.wall(begins + quarter * QUARTER),
            arrived=arrived.get(quarter, 0),
            p90=_p90(waits.get(quarter, [])),
            windows=windows[quarter],
        )


def _p90(waits: list[int]) -> timedelta | None:
    return quantile(sorted(waits), 90) * MICROSECOND if waits else None
