"""The figures agree with a slow and obvious recomputation from the log, on random days."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import pytest

from data import log, setup
from data.reports import rows, together
from data.reports.grouping import By
from data.reports.report import Report, report
from data.store import Store
from data.texts import words
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.reports import slow
from tests.data.reports.days import Days, centre, events, world

MIDNIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
"""An hour before midnight in Berlin."""
FORWARD, BACK = datetime(2026, 3, 29, 0, 15, tzinfo=UTC), datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
"""Three quarters of an hour before the clocks there change."""
NIGHTS = (0, 4, 9, 30)


def lived(
    url: str, seed: int, begins: datetime, acts: int = 160, *, day_starts: str = "00:00", undo_within: str = "10s"
) -> Store:
    """A store with some days at random."""
    clock = MovableClock(begins)
    setup.init(url, centre("Europe/Berlin", day_starts, undo_within), clock=clock)
    store = Store.open(url, clock=clock, synchronous="NORMAL")
    days = Days(store, clock, seed)
    for _ in range(2):
        days.go_on(acts // 2)
        clock.advance(hours=days.random.choice(NIGHTS))
    days.go_on(acts // 4)
    return store


def agree(store: Store, *, since: int = 0) -> None:
    """Every figure of every group, however they are grouped; from the so-maniest day on."""
    happened, around = events(store), world(store)
    days = sorted({store.centre.service_day(event.at) for event in happened})
    first, last = date.fromisoformat(days[since]), date.fromisoformat(days[-1])
    for by in By:
        expected, total, empty = slow.figures(happened, around, by.value, first, last)
        found = report(store, first=first, last=last, by=by, say=words("en"))
        assert dict(found.total) == total, by
        groups = {group.group: dict(group.figures) for group in found.groups}
        named = {shown(by, key): figures for key, figures in expected.items()}
        assert groups == dict.fromkeys(groups, empty) | named, by


def shown(by: By, key: Any) -> str:
    """A group as a report names it."""
    if key is None:
        return ""
    if by is By.HOUR:
        return f"{key:02}:00"
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[key - 1] if by is By.WEEKDAY else str(key)


def everything(store: Store, by: By = By.DAY, url: str | None = None) -> Report:
    """A report on all days that there are."""
    return report(store, first=date(2026, 1, 1), last=date(2026, 12, 31), by=by, say=words("en"), url=url)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("begins", [MIDNIGHT, FORWARD, BACK])
def test_random_days(sqlite_url: str, seed: int, begins: datetime) -> None:
    with lived(sqlite_url, seed, begins) as store:
        assert log.verify(store).ok
        agree(store)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_more_random_days(sqlite_url: str, seed: int) -> None:
    begins = (MIDNIGHT, FORWARD, BACK)[seed % 3]
    with lived(sqlite_url, seed, begins, 400, day_starts=("00:00", "02:30", "04:00")[seed % 5 % 3]) as store:
        agree(store)


def test_days_in_which_everything_happens(sqlite_url: str) -> None:
    with lived(sqlite_url, 6, MIDNIGHT, 700) as store:
        acts = Counter(event.act for event in events(store))
        agree(store)
        agree(store, since=1)
    for act in ("undo", "transfer", "hold", "resume", "requeue", "no-show", "revive", "recall", "expire", "walk-in"):
        assert acts[act] > 1, act
    for act in ("postpone", "sign-on", "sign-off", "open", "close", "assign"):
        assert acts[act] > 0, act
    for act in ("check-in", "front", "cancel", "remove", "break"):
        assert acts[act] > 0, act


@pytest.mark.parametrize("day_starts", ["03:00", "02:30"])
def test_days_that_do_not_start_at_midnight(sqlite_url: str, day_starts: str) -> None:
    with lived(sqlite_url, 7, BACK, day_starts=day_starts) as store:
        agree(store)


def test_what_is_undone_days_later(sqlite_url: str) -> None:
    with lived(sqlite_url, 11, MIDNIGHT, 200, undo_within="0s") as store:
        agree(store)


def test_on_postgres(postgres_url: str) -> None:
    with lived(postgres_url, 3, BACK) as store:
        agree(store)


def test_read_in_small_pages(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with lived(sqlite_url, 2, FORWARD) as store:
        whole = [everything(store, by) for by in By]
        monkeypatch.setattr(rows, "PAGE", 3)
        assert [everything(store, by) for by in By] == whole


def test_two_processes_find_what_one_does(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with lived(sqlite_url, 8, BACK, 300) as store:
        alone = [everything(store, by) for by in (By.LANGUAGE, By.OPERATOR, By.HOUR)]
        monkeypatch.setattr(together, "WORTH_IT", 1)
        assert [everything(store, by, sqlite_url) for by in (By.LANGUAGE, By.OPERATOR, By.HOUR)] == alone


@pytest.mark.parametrize("seed", range(3))
def test_breaches_are_found_where_the_log_has_some(sqlite_url: str, seed: int) -> None:
    """As if other places had been given out than the calls went by."""
    with lived(sqlite_url, seed, MIDNIGHT, 240) as store:
        assert everything(store).total["breaches"] == 0
        raw.run(sqlite_url, "UPDATE event SET place = place - revision * 7919 % 31 * 60000000 WHERE act = 'take'")
        assert (everything(store).total["breaches"] or 0) > 0
        agree(store)
