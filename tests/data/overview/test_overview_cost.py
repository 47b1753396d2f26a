"""The overview costs the same whatever the history, so that it can be read at each change."""

import re
from pathlib import Path
from time import perf_counter

import pytest

from data import working
from data.overview import overview, today, visits
from data.overview.views import Today
from data.store import Statement, Store
from tests.bench.filled import filled
from tests.data.test_tables import DAY, history, plan

__all__ = ["history"]
ROOM = 3
"""On a busy machine."""


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
@pytest.mark.parametrize(
    ("statement", "values", "index"),
    [
        (overview.WAITING, {}, "ticket_waiting"),
        (overview.ON_HOLD, DAY, "ticket_on_hold"),
        (overview.IN_HAND, {}, "ticket_in_hand"),
        (visits.CHECKED_IN, DAY, "ticket_of_slot"),
    ],
)
def test_tickets_are_found_through_an_index(
    known: str, request: pytest.FixtureRequest, statement: Statement, values: dict[str, object], index: str
) -> None:
    steps = plan(request.getfixturevalue(known), statement, **values)
    (found,) = [step for step in steps if re.match(r"(SCAN|SEARCH) ticket", step)]
    assert index in found, steps
    assert not any(step.startswith("SCAN event") for step in steps), steps


def test_the_day_is_read_in_its_day_only(sqlite_store: Store) -> None:
    for statement, values in (visits.OF_DAY, DAY), (today.NO_SHOWS, {"since": 0, **DAY}):
        step, *_ = plan(sqlite_store, statement, **values)
        assert step.startswith("SEARCH ticket USING INDEX sqlite_autoindex_ticket"), step


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_the_turns_of_windows_are_looked_for_in_this_day_only(known: str, request: pytest.FixtureRequest) -> None:
    for statement, values in (working.TURNS, {"first": 5}), (working.AT, {"revision": 5}):
        step, *_ = plan(request.getfixturevalue(known), statement, **values)
        assert re.match(r"SEARCH event USING INDEX sqlite_autoindex_event_1 \(revision[>=]", step), step


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_only_the_events_of_tickets_that_turned_today_are_read(known: str, request: pytest.FixtureRequest) -> None:
    steps = plan(request.getfixturevalue(known), visits.TURNED, first=5)
    assert any(step.startswith("SEARCH event USING INDEX event_ticket (ticket_id=") for step in steps), steps
    assert any("turned USING INDEX sqlite_autoindex_event_1 (revision>" in step for step in steps), steps


@pytest.mark.slow
def test_a_past_of_half_a_million_tickets_costs_nothing(tmp_path: Path) -> None:
    best = {past: fastest(filled(tmp_path / f"{past}.db", past=past, waiting=300)) for past in (0, 500_000)}
    assert best[0] < ROOM * 0.010
    assert best[500_000] < 2 * best[0]


def fastest(url: str) -> float:
    with Store.open(url) as store:
        spans = []
        for _ in range(10):
            began = perf_counter()
            overview.read(store, so_far=Today())
            spans.append(perf_counter() - began)
    return min(spans)
