"""When a booking may be checked in, and which place it then has."""

from datetime import UTC, datetime, timedelta

import pytest

from data import bookings, desk, log, setup, visitor, window
from data.centre import Centre, read
from data.log import verify
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.data.bookable import BOOKABLE, EARLY, LATE, SLOT, bookable, booked, micros, minutes, newest
from tests.data.kinds import sqlite_only
from tests.data.refusing import is_a_sentence, refused
from tests.data.test_window import row

MOMENT = timedelta(microseconds=1)


@pytest.fixture
def centre() -> Centre:
    return bookable()


def said(store: Store, code: str) -> str:
    """What a check-in is refused with, in full."""
    with pytest.raises(Refused) as caught:
        visitor.check_in(store, code=code)
    assert is_a_sentence(caught.value.message)
    return f"{caught.value.code}: {caught.value.message}"


@sqlite_only
def test_from_half_an_hour_before_the_slot_until_ten_minutes_after_it(store: Store, clock: MovableClock) -> None:
    codes = [booked(store, SLOT + timedelta(minutes=20 * n)).code for n in range(4)]
    clock.set(EARLY - MOMENT)
    assert said(store, codes[0]) == "too-soon: It is too soon to check in. Please come back at 10:50."
    clock.set(EARLY)
    checked_in = visitor.check_in(store, code=codes[0])
    assert (checked_in.ticket, checked_in.state, checked_in.slot) == ("C001", "waiting", SLOT)
    clock.set(LATE + timedelta(minutes=20))
    visitor.check_in(store, code=codes[1])
    arrival, place = row(store, codes[1]).arrival, row(store, codes[1]).place
    assert arrival == place == micros(SLOT + minutes(20 - 15))
    clock.set(LATE + timedelta(minutes=40) + MOMENT)
    late = visitor.check_in(store, code=codes[2])
    assert (late.ticket, late.state, late.slot) == ("C003", "waiting", SLOT + timedelta(minutes=40))
    assert row(store, codes[2]).arrival == row(store, codes[2]).place == store.micros()
    assert verify(store).ok


def test_the_place_is_that_of_one_who_came_a_target_wait_before_the_slot(store: Store, clock: MovableClock) -> None:
    code = booked(store).code
    clock.set(SLOT - minutes(16))
    visitor.take(store, service="notary")
    clock.set(SLOT - minutes(14))
    visitor.take(store, service="notary")
    clock.set(SLOT)
    assert visitor.check_in(store, code=code).ahead == 1
    event = newest(store)
    assert (event.act, event.ticket, event.slot) == ("check-in", "C003", None)
    assert event.place == event.arrival == micros(SLOT - minutes(15))
    window.open(store, window=3)
    order = []
    while called := window.call(store, window=3):
        order.append(called.ticket)
        window.start(store, window=3)
        window.finish(store, window=3)
    assert order == ["C001", "C003", "C002"]
    assert verify(store).ok


def test_it_may_be_called_before_its_slot_when_nobody_else_waits(store: Store, clock: MovableClock) -> None:
    code = booked(store).code
    window.open(store, window=3)
    clock.set(EARLY)
    visitor.check_in(store, code=code)
    visitor.take(store, service="tax")
    assert [desk.read(store, window=3).queues[n].oldest_wait_s for n in (2, 3)] == [0, 0]
    called = window.call(store, window=3)
    assert called
    assert called.ticket == "B001", "who is here now comes before one whose arrival is still to come"
    window.start(store, window=3)
    called = window.next(store, window=3)
    assert called
    assert called.ticket == "C001"
    assert window.undo(store, window=3).state == "waiting"
    assert verify(store).ok


def test_an_arrival_that_is_still_to_come_pushes_nobody_back(store: Store, clock: MovableClock) -> None:
    code = booked(store).code
    clock.set(EARLY)
    visitor.check_in(store, code=code)
    taken = visitor.take(store, service="notary")
    assert (row(store, taken.code).arrival, taken.ahead) == (store.micros(), 0)
    clock.advance(hours=-2)
    again = visitor.take(store, service="notary")
    assert row(store, again.code).arrival == row(store, taken.code).arrival
    assert verify(store).ok


def test_a_late_one_is_never_before_those_who_wait_though_the_clock_is_set_back(
    store: Store, clock: MovableClock
) -> None:
    code = booked(store).code
    clock.set(LATE + minutes(150))
    late = visitor.check_in(store, code=code)
    clock.advance(hours=-2)
    after = visitor.take(store, service="notary")
    assert (after.ahead, row(store, after.code).arrival) == (1, row(store, late.code).arrival)
    assert verify(store).ok


def test_on_another_day(store: Store, clock: MovableClock) -> None:
    code = booked(store, SLOT + timedelta(days=1)).code
    assert said(store, code) == "too-soon: It is too soon to check in. Please come back: 2026-11-26 10:50."
    clock.set(SLOT + timedelta(days=2))
    assert visitor.ticket(store, code=code).state == "no-show"
    over = "not-allowed: This appointment was on 2026-11-26. Please take a ticket."
    assert said(store, code) == over
    window.open(store, window=3)
    assert [event.act for event in log.events(store)][-2:] == ["expire", "open"]
    assert (visitor.ticket(store, code=code).state, said(store, code)) == ("no-show", over)
    assert refused(store, lambda: visitor.cancel(store, code=code)) == "not-allowed"
    assert verify(store).ok


def test_a_slot_just_after_midnight_is_checked_in_from_midnight_on(store: Store, clock: MovableClock) -> None:
    midnight = datetime(2026, 11, 25, 20, tzinfo=UTC)
    code = booked(store, midnight + minutes(20)).code
    clock.set(midnight - minutes(5))
    assert said(store, code) == "too-soon: It is too soon to check in. Please come back: 2026-11-26 00:00."
    clock.set(midnight)
    checked_in = visitor.check_in(store, code=code)
    assert (checked_in.ticket, f"{checked_in.service_day}") == ("C001", "2026-11-26")


def test_each_sentence_about_a_booking_without_a_number_is_whole(store: Store, clock: MovableClock) -> None:
    code = booked(store).code
    visitor.cancel(store, code=code)
    for act in (visitor.cancel, visitor.check_in):
        with pytest.raises(Refused) as caught:
            act(store, code=code)
        assert caught.value.message == "This appointment has been cancelled, so this cannot be done."
    code = booked(store).code
    clock.set(SLOT)
    visitor.check_in(store, code=code)
    assert said(store, code) == "not-allowed: C001 is waiting, so this cannot be done."
    assert said(store, visitor.take(store, service="tax").code).startswith("not-allowed: B001 is waiting")
    assert said(store, "nothing").startswith("unknown-code: ")


def test_the_hours_and_the_quota_do_not_matter_to_who_has_a_booking(sqlite_url: str, clock: MovableClock) -> None:
    text = BOOKABLE.replace('duration = "20m"', 'duration = "20m"\nquota = 1\nhours = { wed = ["10:20-11:40"] }')
    setup.init(sqlite_url, read(text, "hours.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        code = booked(store).code
        clock.set(SLOT + timedelta(hours=3))
        assert refused(store, lambda: visitor.take(store, service="notary")) == "service-closed"
        late = visitor.check_in(store, code=code)
        assert (late.ticket, late.state) == ("C001", "waiting")
        assert verify(store).ok


def test_rules_that_are_switched_off(sqlite_url: str, clock: MovableClock) -> None:
    off = BOOKABLE + '\n[rules]\ncheck_in_early = "0s"\ncheck_in_late = "0s"\n'
    setup.init(sqlite_url, read(off, "off.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        codes = [booked(store, SLOT + timedelta(minutes=20 * n)).code for n in range(2)]
        visitor.check_in(store, code=codes[0])
        clock.set(SLOT + timedelta(hours=5))
        after = visitor.check_in(store, code=codes[1])
        assert row(store, codes[1]).arrival == micros(SLOT + minutes(5))
        assert not bookings.came_late(store.centre, after)
        code = booked(store, SLOT + timedelta(days=1)).code
        assert said(store, code).endswith("Please come back: 2026-11-26 00:00.")


@sqlite_only
def test_a_service_that_changed_meanwhile(store: Store, url: str, clock: MovableClock) -> None:
    """Retired, or without slots, or in another series: who has booked is served, by the series of the day."""
    code = booked(store).code
    text = BOOKABLE.replace('duration = "20m"', "").replace('series = "C"', 'series = "D"')
    setup.init(url, read(text, "changed.toml"), clock=clock)
    clock.set(SLOT)
    assert visitor.check_in(store, code=code).ticket == "D001"
    assert verify(store).ok


def test_the_time_of_a_slot_stays_within_its_service_day(centre: Centre) -> None:
    near_midnight = micros(datetime(2026, 11, 25, 20, 10, tzinfo=UTC))  # 00:10 in Baku
    midnight = near_midnight - 600 * 1_000_000
    assert centre.check_in(near_midnight) == (midnight, near_midnight + 600 * 1_000_000)
    off = centre.rules.model_copy(update={"check_in_early": 0, "check_in_late": 0})
    without = centre.model_copy(update={"rules": off})
    assert without.check_in(near_midnight) == (midnight, midnight + 24 * 3600 * 1_000_000)
