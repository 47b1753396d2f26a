"""The clock of the machine may stand still, jump or be set back: the log and the order of those who wait bear it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from data import clock as clocks
from data import log, visitor, window
from data.clock import HOUR, moment, settle
from data.log import verify
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused


def events(store: Store, since: int) -> list[tuple[str, datetime, bool | None]]:
    """Act and time of each event, and whether it is marked."""
    return [
        (event.act, moment(event.at), None if event.clock_set_back is None else bool(event.clock_set_back))
        for event in log.events(store, since=since)
    ]


@pytest.mark.parametrize(
    ("now", "last", "at"),
    [(0, 0, 0), (1, 0, 1), (9, 10, 10), (0, HOUR, HOUR), (0, HOUR + 1, 0), (5 * HOUR, 0, 5 * HOUR)],
)
def test_an_act_is_never_before_the_last_unless_the_clock_is_over_an_hour_behind(now: int, last: int, at: int) -> None:
    assert settle(now, last) == at


def test_set_back_five_minutes_time_stands_still(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    first = visitor.take(store, service="id-card")
    before = store.revision()
    clock.advance(minutes=-5)
    second = visitor.take(store, service="id-card")
    assert (second.at, second.ahead) == (first.at, 1)
    clock.advance(minutes=4)
    called = window.call(store, window=1)
    assert called
    assert (called.ticket, called.at) == ("A001", first.at)
    clock.advance(minutes=1, seconds=30)
    window.recall(store, window=1)
    stood = MORNING, None
    assert events(store, before) == [
        ("take", *stood),
        ("call", *stood),
        ("recall", MORNING + timedelta(seconds=30), None),
    ]
    assert verify(store).ok


def test_set_back_five_hours_the_log_says_so_once(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="id-card")
    before = store.revision()
    early = clock.advance(hours=-5)
    visitor.take(store, service="tax")
    clock.advance(minutes=-5)
    visitor.take(store, service="tax")
    clock.advance(minutes=6)
    visitor.take(store, service="tax")
    assert events(store, before) == [
        ("take", early, True),
        ("take", early, None),
        ("take", early + timedelta(minutes=1), None),
    ]
    assert verify(store).ok


def test_set_back_five_hours_nobody_comes_before_those_who_wait(store: Store, clock: MovableClock) -> None:
    window.open(store, window=3)
    visitor.take(store, service="id-card")
    clock.advance(minutes=-5 * 60)
    late = visitor.take(store, service="id-card")
    assert late.ahead == 1
    arrivals = [(event.ticket, event.arrival) for event in log.events(store) if event.act == "take"]
    assert arrivals == [("A001", None), ("A002", clocks.micros(MORNING))]
    clock.advance(1)
    third = visitor.take(store, service="passport")
    order = []
    while called := window.call(store, window=3):
        order.append(called.ticket)
        window.start(store, window=3)
        window.finish(store, window=3)
    assert order == ["A001", "A002", third.ticket]
    after = visitor.take(store, service="id-card")
    taken = next(log.events(store, since=after.revision - 1))
    assert (taken.arrival, taken.place) == (None, taken.at), "nobody waits any more, so the clock holds again"
    assert verify(store).ok


def test_a_refused_act_leaves_the_mark_to_the_next(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="id-card")
    before = store.revision()
    early = clock.advance(hours=-5)
    assert refused(store, lambda: window.call(store, window=1)) == "window-closed"
    window.open(store, window=1)
    assert events(store, before) == [("open", early, True)]


@sqlite_only
def test_exactly_an_hour_back_time_stands_still(store: Store, clock: MovableClock) -> None:
    before = store.revision()
    clock.advance(hours=-1)
    visitor.take(store, service="id-card")
    clock.advance(seconds=-0.000_001)
    early = clock.moment
    visitor.take(store, service="id-card")
    assert events(store, before) == [("take", MORNING, None), ("take", early, True)]


@sqlite_only
def test_set_back_five_minutes_over_midnight_the_day_stays(store: Store, clock: MovableClock) -> None:
    clock.set(datetime(2026, 11, 26, 0, 2, tzinfo=ZoneInfo("Asia/Baku")))
    first = visitor.take(store, service="id-card")
    clock.advance(minutes=-5)
    second = visitor.take(store, service="id-card")
    assert (second.ticket, second.service_day) == ("A002", first.service_day)
    assert visitor.ticket(store, code=first.code).state == "waiting"


@sqlite_only
def test_set_back_five_hours_over_midnight_no_ticket_is_lost(store: Store, clock: MovableClock) -> None:
    midnight = datetime(2026, 11, 26, 0, 0, tzinfo=ZoneInfo("Asia/Baku"))
    clock.set(midnight + timedelta(minutes=2))
    window.open(store, window=1)
    first = visitor.take(store, service="id-card")
    clock.advance(hours=-5)
    evening = visitor.take(store, service="id-card")
    assert (evening.ticket, evening.service_day.isoformat(), evening.ahead) == ("A001", "2026-11-25", 0)
    clock.set(midnight + timedelta(minutes=3))
    assert visitor.take(store, service="id-card").ticket == "A002"
    assert visitor.ticket(store, code=evening.code).state == "expired"
    called = window.call(store, window=1)
    assert called
    assert called.code == first.code
    assert verify(store).ok


@sqlite_only
def test_set_back_five_hours_no_window_is_stuck(store: Store, clock: MovableClock) -> None:
    """What was called, put back or not come before the clock was corrected can still be worked on."""
    for _ in range(2):
        visitor.take(store, service="id-card")
    for number in (1, 3):
        window.open(store, window=number)
    window.call(store, window=1)
    window.requeue(store, window=1)
    window.call(store, window=3)
    clock.advance(hours=-5)
    clock.advance(minutes=6)
    assert window.recall(store, window=3).state == "called"
    again = window.call(store, window=1)
    assert again
    assert again.ticket == "A001"


@sqlite_only
def test_undo_is_not_longer_possible_because_the_clock_was_set_back(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="id-card")
    window.open(store, window=1)
    window.call(store, window=1)
    clock.advance(minutes=-5)
    assert window.undo(store, window=1).state == "waiting"


def test_a_clock_is_a_function_or_has_now(url: str) -> None:
    class Clock:
        def now(self) -> datetime:
            return MORNING

    assert clocks.reader(lambda: MORNING)() == clocks.reader(Clock())() == clocks.micros(MORNING)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        clocks.reader(lambda: MORNING.replace(tzinfo=None))()


def test_microseconds_go_there_and_back() -> None:
    for at in (0, 1, 1_795_587_600_123_456, 253_402_300_799_999_999):
        assert clocks.micros(clocks.moment(at)) == at
    assert clocks.system().tzinfo is not None
