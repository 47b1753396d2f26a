"""The figures over nights, breaks and changes of the clock, counted by hand."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from data import setup, shifts, supervise, visitor, window
from data.reports.grouping import By
from data.reports.report import report
from data.store import Statement, Store
from data.tables import PERSON
from data.texts import words
from data.views import Signed
from tests.clocks import MovableClock
from tests.data.reports import slow
from tests.data.reports.days import ADD_PERSON, Days, centre, events, world
from tests.data.reports.test_agreement import MIDNIGHT, shown
from tests.data.reports.test_figures import told

TODAY, YEAR = date(2026, 11, 25), timedelta(days=300)
PURGE = Statement(update(PERSON).values(name=PERSON.c.id))


def test_what_waits_when_the_day_is_over_has_expired_with_it(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(hours=1)
    visitor.take(store, service="passport")
    clock.advance(days=1)
    unwritten = told(store, first=TODAY, last=TODAY).total
    assert (unwritten["expired"], unwritten["abandoned"], unwritten["queue_observed_s"]) == (2, 2, 3600)
    visitor.take(store, service="notary")
    clock.advance(60)
    assert told(store, first=TODAY, last=TODAY).total == unwritten
    days = {group.group: group.figures["arrived"] for group in told(store, first=TODAY).groups}
    assert days == {"2026-11-25": 2, "2026-11-26": 1}


def test_a_window_left_open_over_night_works_only_within_the_day(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(hours=23)
    visitor.take(store, service="passport")
    clock.advance(hours=1)
    found = {group.group: group.figures for group in told(store, first=TODAY, by=By.DAY).groups}
    assert found["2026-11-25"]["working_s"] == 0
    assert found["2026-11-26"]["working_s"] == 3600


def test_the_time_of_today_ends_with_its_last_act_once_nobody_is_there(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(600)
    window.call(store, window=1)
    window.start(store, window=1)
    clock.advance(600)
    window.finish(store, window=1)
    clock.advance(600)
    assert told(store).total["queue_observed_s"] == 1800, "the window is open"
    supervise.close_day(store)
    closed = told(store).total
    assert (closed["queue_observed_s"], closed["queue_mean"], closed["occupancy"]) == (1800, 0.333, 0.3333)
    clock.advance(hours=3)
    assert told(store).total == closed


def test_the_time_of_today_goes_on_while_somebody_waits_or_is_on_hold(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    ticket = visitor.take(store, service="passport")
    window.close(store, window=1)
    clock.advance(60)
    assert told(store).total["queue_observed_s"] == 60, "it waits"
    window.open(store, window=1)
    window.call(store, window=1)
    window.hold(store, window=1, reason="fetches a photo")
    window.close(store, window=1)
    clock.advance(60)
    assert told(store).total["queue_observed_s"] == 120, "it is on hold"
    visitor.cancel(store, code=ticket.code)
    clock.advance(60)
    assert told(store).total["queue_observed_s"] == 120


def test_a_break_and_a_change_of_shifts(store: Store, clock: MovableClock) -> None:
    people = [Signed(number, name, "operator") for number, name in ((1, "Aysel"), (2, "Rəna"))]
    with store.transaction():
        for each in people:
            row = {"id": each.person, "name": each.name, "role": each.role, "pin": "", "active": True}
            store.run(ADD_PERSON, row)
    first = shifts.sign_on(store, window=1, by=people[0])
    window.open(store, window=1, by=first)
    visitor.take(store, service="passport")
    clock.advance(100)
    shifts.take_break(store, window=1, reason="lunch", by=first)
    clock.advance(100)
    shifts.come_back(store, window=1, by=first)
    window.call(store, window=1, by=first)
    window.start(store, window=1, by=first)
    clock.advance(100)
    shifts.sign_off(store, window=1, by=first)
    second = shifts.sign_on(store, window=1, by=people[1])
    clock.advance(300)
    window.finish(store, window=1, by=second)
    found = {group.name: group.figures for group in told(store, By.OPERATOR).groups}
    assert (found["Aysel"]["working_s"], found["Aysel"]["serving_s"], found["Aysel"]["occupancy"]) == (200, 100, 0.5)
    assert (found["Rəna"]["working_s"], found["Rəna"]["serving_s"], found["Rəna"]["occupancy"]) == (300, 300, 1)
    assert (found["Aysel"]["arrived"], found["Aysel"]["walk_n"], found["Rəna"]["service_n"]) == (1, 1, 1)
    with store.transaction():
        store.run(PURGE)
    assert [group.name for group in told(store, By.OPERATOR).groups] == ["1", "2"]


def test_an_hour_that_comes_twice_is_one_group_of_two(sqlite_url: str) -> None:
    clock = MovableClock(datetime(2026, 10, 24, 23, 30, tzinfo=UTC))
    setup.init(sqlite_url, centre("Europe/Berlin"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        window.open(store, window=1)
        for _ in range(4):
            visitor.take(store, service="passport")
            clock.advance(hours=1)
        found = {group.group: group.figures for group in told(store, By.HOUR).groups}
    assert {hour: figures["arrived"] for hour, figures in found.items()} == {
        "01:00": 1,
        "02:00": 2,
        "03:00": 1,
        "04:00": 0,
    }
    assert (found["02:00"]["queue_observed_s"], found["02:00"]["working_s"]) == (7200, 7200)


def test_an_hour_that_is_jumped_over_is_none(sqlite_url: str) -> None:
    clock = MovableClock(datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    setup.init(sqlite_url, centre("Europe/Berlin"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        for _ in range(2):
            visitor.take(store, service="passport")
            clock.advance(hours=1)
        found = {group.group: group.figures for group in told(store, By.HOUR).groups}
    assert {hour: figures["queue_observed_s"] for hour, figures in found.items() if figures["queue_observed_s"]} == {
        "01:00": 1800,
        "03:00": 3600,
        "04:00": 1800,
    }


def test_no_time_is_negative_where_the_clock_was_set_back(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(hours=-3)
    window.call(store, window=1)
    window.start(store, window=1)
    clock.advance(60)
    window.finish(store, window=1)
    found = told(store)
    assert (found.set_back, found.total["wait_max_s"], found.total["in_system_max_s"]) == (1, 0, 0)
    assert found.total["service_max_s"] == 60
    assert all(value is None or value >= 0 for value in found.total.values())


@pytest.mark.parametrize("seed", range(4))
def test_tickets_are_counted_as_ever_where_the_clock_was_set_back(sqlite_url: str, seed: int) -> None:
    clock = MovableClock(MIDNIGHT)
    setup.init(sqlite_url, centre("Europe/Berlin"), clock=clock)
    with Store.open(sqlite_url, clock=clock, synchronous="NORMAL") as store:
        days = Days(store, clock, seed)
        for _ in range(5):
            days.go_on(50)
            clock.advance(hours=days.random.choice((-30, -3, -25, 26, 4, 24)))
        for by in (By.DAY, By.SERVICE, By.WINDOW):
            expected, total, _ = slow.figures(events(store), world(store), by.value, TODAY - YEAR, TODAY + YEAR)
            found = report(store, first=TODAY - YEAR, last=TODAY + YEAR, by=by, say=words("en"))
            assert of_tickets(found.total) == of_tickets(total)
            groups = {group.group: of_tickets(group.figures) for group in found.groups}
            assert {shown(by, key): groups[shown(by, key)] for key in expected} == {
                shown(by, key): of_tickets(figures) for key, figures in expected.items()
            }


def of_tickets(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Those that do not go by the clock, which told one time twice."""
    by_clock = ("queue_", "working_s", "serving_s", "occupancy")
    return {name: value for name, value in figures.items() if not name.startswith(by_clock)}
