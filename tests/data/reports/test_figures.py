"""Each figure on a day small enough to be counted by hand."""

from datetime import date, timedelta

import pytest

from data import setup, supervise, visitor, window
from data.centre import read
from data.refused import Refused
from data.reports.figures import quantile
from data.reports.grouping import By
from data.reports.report import Report, report
from data.store import Store
from data.texts import words
from tests.clocks import MovableClock
from tests.data.reports.conftest import MORNING
from tests.data.reports.days import CENTRE, centre

TODAY = date(2026, 11, 25)
FEWER = CENTRE.format(zone="Europe/Berlin", day_starts="00:00", undo_within="10s").replace(
    'number = 1\nservices = ["id-card", "passport"]', 'number = 1\nservices = ["passport"]'
)


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


def test_a_centre_set_up_anew_makes_no_breach(store: Store, sqlite_url: str, clock: MovableClock) -> None:
    """Window 1 is open when it is given identity cards, and keeps one for itself; window 3 rightly passes it over."""
    setup.init(sqlite_url, read(FEWER, "centre.toml"), clock=clock)
    for number in (1, 2, 3):
        window.open(store, window=number)
    setup.init(sqlite_url, centre("Europe/Berlin"), clock=clock)
    visitor.take(store, service="id-card")
    window.call(store, window=1)
    window.transfer(store, window=1, service="notary")
    window.call(store, window=2)
    window.send_back(store, window=2)
    clock.advance(5)
    visitor.take(store, service="id-card")
    called = window.call(store, window=3)
    assert called
    assert called.ticket == "A002"
    assert told(store).total["breaches"] == 0


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
