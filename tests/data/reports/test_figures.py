"""Each figure on a day small enough to be counted by hand."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from data import setup, shifts, supervise, visitor, window
from data.refused import Refused
from data.reports.figures import quantile
from data.reports.grouping import By
from data.reports.report import Report, report
from data.store import Statement, Store
from data.tables import PERSON
from data.texts import words
from data.views import Signed
from tests.clocks import MovableClock
from tests.data.reports import slow
from tests.data.reports.days import ADD_PERSON, Days, centre, events, world
from tests.data.reports.test_agreement import MIDNIGHT, shown

MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
"""09:00 in Berlin."""
TODAY, YEAR = date(2026, 11, 25), timedelta(days=300)
PURGE = Statement(update(PERSON).values(name=PERSON.c.id))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MORNING)


@pytest.fixture
def store(sqlite_url: str, clock: MovableClock) -> Store:
    setup.init(sqlite_url, centre("Europe/Berlin"), clock=clock)
    return Store.open(sqlite_url, clock=clock)


def told(store: Store, by: By = By.DAY, first: date | None = None, last: date | None = None) -> Report:
    """A report, of today where no days are given."""
    return report(store, first=first, last=last, by=by, say=words("en"))


def test_a_plain_day(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(60)
    visitor.take(store, service="passport")
    clock.advance(60)
    window.call(store, window=1)
    clock.advance(30)
    window.start(store, window=1)
    clock.advance(300)
    window.next(store, window=1)
    total = told(store).total
    assert (total["arrived"], total["served"], total["calls"]) == (2, 1, 2)
    assert (total["wait_n"], total["wait_mean_s"], total["wait_p50_s"], total["wait_max_s"]) == (2, 255, 120, 390)
    assert (total["within_target_n"], total["within_target"], total["within_target_share"]) == (2, 1, 0.5)
    assert (total["walk_n"], total["walk_mean_s"]) == (1, 30)
    assert (total["service_n"], total["service_mean_s"]) == (1, 300)
    assert (total["in_system_n"], total["in_system_mean_s"]) == (1, 450)
    assert (total["queue_observed_s"], total["queue_max"]) == (450, 2)
    assert total["queue_mean"] == round((120 + 390) / 450, 3)
    assert (total["working_s"], total["serving_s"], total["occupancy"]) == (450, 300, round(300 / 450, 4))


def test_nothing_is_no_figure(store: Store) -> None:
    found = told(store, By.SERVICE)
    assert [group.group for group in found.groups] == ["id-card", "passport", "notary"]
    for figures in (found.total, *(group.figures for group in found.groups)):
        there = {name: value for name, value in figures.items() if value is not None}
        assert set(there.values()) == {0}
        assert {name for name in there if not name.endswith(("_n", "_observed_s"))} <= {
            "arrived",
            "calls",
            "working_s",
            "serving_s",
        }


def test_what_was_undone_has_not_happened(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(50)
    window.call(store, window=1)
    clock.advance(5)
    window.undo(store, window=1)
    clock.advance(5)
    total = told(store).total
    assert (total["calls"], total["wait_n"], total["wait_mean_s"]) == (0, 0, None)
    assert (total["queue_observed_s"], total["queue_mean"]) == (60, 1)


def test_time_on_hold_is_no_service_and_the_wait_ends_before_the_first_start(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(10)
    window.call(store, window=1)
    window.start(store, window=1)
    clock.advance(100)
    window.hold(store, window=1, reason="a photo is missing")
    clock.advance(1000)
    window.resume(store, window=1, ticket="A001")
    clock.advance(20)
    window.start(store, window=1)
    clock.advance(50)
    window.finish(store, window=1)
    total = told(store).total
    assert (total["wait_n"], total["wait_max_s"]) == (1, 10)
    assert (total["service_n"], total["service_max_s"]) == (1, 150)
    assert (total["walk_n"], total["walk_max_s"], total["walk_p50_s"]) == (2, 20, 0)
    assert (total["calls"], total["in_system_max_s"], total["serving_s"]) == (2, 1180, 150)


def test_a_walk_in_waits_for_nobody(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    window.walk_in(store, window=1, service="passport")
    clock.advance(100)
    window.finish(store, window=1)
    found = told(store, By.WINDOW)
    assert (found.total["arrived"], found.total["served"], found.total["calls"]) == (1, 1, 0)
    assert (found.total["wait_n"], found.total["walk_n"], found.total["service_max_s"]) == (0, 0, 100)
    assert [(group.group, group.figures["arrived"]) for group in found.groups] == [("1", 1), ("2", 0), ("3", 0)]


def test_an_appointment_waits_from_its_slot_where_it_came_early(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    booked = visitor.book(store, service="notary", at=MORNING + timedelta(minutes=20))
    clock.advance(minutes=5)
    visitor.check_in(store, code=booked.code)
    clock.advance(minutes=17)
    window.call(store, window=2)
    total = told(store).total
    assert (total["arrived"], total["wait_max_s"]) == (1, 120)
    assert total["queue_mean"] == round(17 / 22, 3)


def test_the_steps_of_a_ticket_are_services_of_their_own(store: Store, clock: MovableClock) -> None:
    for number in (1, 2):
        window.open(store, window=number)
    visitor.take(store, service="id-card")
    for number, spent in ((1, 60), (2, 200)):
        clock.advance(10)
        window.call(store, window=number)
        window.start(store, window=number)
        clock.advance(spent)
        window.finish(store, window=number)
    found = {group.group: group.figures for group in told(store, By.SERVICE).groups}
    assert (found["id-card"]["arrived"], found["notary"]["arrived"]) == (1, 0)
    assert (found["id-card"]["service_max_s"], found["notary"]["service_max_s"]) == (60, 200)
    assert (found["id-card"]["wait_n"], found["notary"]["wait_n"], found["id-card"]["in_system_max_s"]) == (1, 0, 280)
    assert (found["id-card"]["queue_max"], found["notary"]["queue_max"]) == (1, 1)


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


def test_who_came_later_was_called_earlier(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    for class_ in ("normal", "normal", "priority"):
        visitor.take(store, service="passport", class_=class_)
        clock.advance(10)
    window.call(store, window=1)
    found = {group.group: group.figures for group in told(store, By.CLASS).groups}
    assert (found["priority"]["overtakings"], found["priority"]["breaches"], found["normal"]["calls"]) == (2, 0, 0)
    window.requeue(store, window=1)
    window.call(store, window=1)
    total = told(store).total
    assert (total["overtakings"], total["breaches"], total["out_of_turn"]) == (2, 0, 0)
    window.requeue(store, window=1)
    window.call(store, window=1, ticket="A002", reason="a wheelchair")
    assert told(store).total["out_of_turn"] == 1


def test_abandoned_are_those_that_gave_up_or_were_taken_out_before_a_call(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    codes = [visitor.take(store, service="passport").code for _ in range(5)]
    window.call(store, window=1)
    window.remove(store, ticket="A001", reason="gone")
    window.remove(store, ticket="A002", reason="gone")
    visitor.cancel(store, code=codes[2])
    window.call(store, window=1)
    window.no_show(store, window=1)
    total = told(store).total
    assert (total["arrived"], total["abandoned"], total["abandoned_share"], total["no_show"]) == (5, 2, 0.4, 1)
    supervise.close_day(store)
    total = told(store).total
    assert (total["abandoned"], total["expired"], total["expired_share"]) == (3, 1, 0.2)


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


def test_a_period_is_today_where_no_day_is_given_and_never_ends_before_it_begins(store: Store) -> None:
    assert tuple(told(store).period) == (TODAY, TODAY)
    assert tuple(told(store, first=date(2026, 11, 1)).period) == (date(2026, 11, 1), TODAY)
    with pytest.raises(Refused, match="cannot end"):
        told(store, last=date(2026, 11, 24))
    assert told(store, first=date.min, last=date.max).total["arrived"] == 0


def test_quantiles_are_by_the_nearest_rank() -> None:
    assert [quantile([15, 20, 35, 40, 50], percent) for percent in (50, 90, 95)] == [35, 50, 50]
    assert [quantile(list(range(1, 101)), percent) for percent in (50, 90, 95)] == [50, 90, 95]
    assert quantile([7], 50) == 7
