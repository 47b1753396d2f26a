"""Slots come from the hours, the duration and the windows of a service, on days of 23 and 25 hours as well."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import setup, slots, visitor
from data.centre import Centre, read
from data.refused import Refused
from data.slots import Held, grid, has_place, serving
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.conftest import CENTRE
from tests.data.bookable import BOOKABLE, SLOT, bookable, booked
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused

TODAY = date(2026, 11, 25)


@pytest.fixture
def centre() -> Centre:
    return bookable()


def with_hours(hours: str, zone: str = "Asia/Baku", duration: str = "30m", more: str = "") -> Centre:
    text = CENTRE.replace('series = "C"', f'series = "C"\nduration = "{duration}"\nhours = {hours}')
    return read(text.replace('timezone = "Asia/Baku"', f'timezone = "{zone}"\n{more}'), "centre.toml")


def walls(centre: Centre, day: str) -> list[str]:
    """When the slots of a day begin, by the clock on the wall."""
    return [f"{centre.wall(start):%d %H:%M}" for start in grid(centre, "notary", day)]


def test_a_slot_ends_before_the_service_closes() -> None:
    centre = with_hours('{ mon-fri = ["09:00-10:15", "14:00-15:00"] }')
    assert walls(centre, "2026-11-25") == ["25 09:00", "25 09:30", "25 14:00", "25 14:30"]
    assert walls(centre, "2026-11-28") == []


def test_a_holiday_has_none() -> None:
    assert walls(with_hours('{ mon-sun = ["09:00-10:00"] }', more='holidays = ["2026-11-25"]'), "2026-11-25") == []


def test_hours_past_midnight_belong_to_the_service_day_of_each_slot() -> None:
    night = '{ mon-sun = ["23:00-01:00"] }'
    assert walls(with_hours(night), "2026-11-25") == ["25 00:00", "25 00:30", "25 23:00", "25 23:30"]
    late = with_hours(night, more='day_starts = "04:00"')
    assert walls(late, "2026-11-25") == ["25 23:00", "25 23:30", "26 00:00", "26 00:30"]


@pytest.mark.parametrize(
    ("zone", "day", "hours", "expected"),
    [
        ("Europe/Berlin", "2026-03-29", "01:00-04:00", ["01:00", "01:30", "03:00", "03:30"]),
        ("Europe/Berlin", "2026-03-29", "09:00-10:00", ["09:00", "09:30"]),
        ("Europe/Berlin", "2026-10-25", "02:00-04:00", ["02:00", "02:30", "02:00", "02:30", "03:00", "03:30"]),
        ("Europe/Berlin", "2026-10-25", "09:00-10:00", ["09:00", "09:30"]),
        ("America/Sao_Paulo", "2018-11-04", "00:00-02:00", ["01:00", "01:30"]),
        ("Asia/Baku", "2015-03-29", "03:30-05:30", ["03:30", "05:00"]),
        ("Asia/Baku", "2026-03-29", "03:30-05:30", ["03:30", "04:00", "04:30", "05:00"]),
    ],
)
def test_days_on_which_the_clocks_are_put(zone: str, day: str, hours: str, expected: list[str]) -> None:
    centre = with_hours(f'{{ mon-sun = ["{hours}"] }}', zone)
    assert [wall[3:] for wall in walls(centre, day)] == expected
    starts = grid(centre, "notary", day)
    assert all(later - earlier >= 30 * 60_000_000 for earlier, later in pairwise(starts))


WINDOWS = {1: ("a",), 2: ("a", "b"), 3: ("b", "c")}
SERVICES = st.sampled_from(["a", "b", "c"])


def lettered() -> Centre:
    """Services a, b and c of 20 minutes; window 2 serves two of them, and so does window 3."""
    service = '\n[[services]]\nid = "{0}"\nagency = "one"\nseries = "A"\nduration = "20m"\nname = {{ en = "{0}" }}\n'
    window = "\n[[windows]]\nnumber = {}\nservices = {}\n"
    head = '[centre]\nid = "c"\nname = { en = "C" }\ntimezone = "Asia/Baku"\nlanguages = ["en"]\n'
    agency = '\n[[agencies]]\nid = "one"\nname = { en = "One" }\n'
    windows = [window.format(number, str(list(served)).replace("'", '"')) for number, served in WINDOWS.items()]
    return read("".join([head, agency, *map(service.format, "abc"), *windows]), "lettered.toml")


LETTERED = lettered()


@given(held=st.lists(st.tuples(SERVICES, st.integers(-3, 3)), max_size=4), wanted=SERVICES)
def test_a_place_is_a_window_for_each_that_is_there_at_once(held: list[tuple[str, int]], wanted: str) -> None:
    """Against trying out every way to seat them; a slot lasts 20 minutes, and they begin 10 minutes apart."""
    minute = 60_000_000
    holds = [Held(at * 10 * minute, (at * 10 + 20) * minute, service) for service, at in held]
    at_once = [service for service, at in held if -2 < at < 2] + [wanted]
    ways = permutations(WINDOWS, len(at_once)) if len(at_once) <= len(WINDOWS) else ()
    possible = any(all(s in WINDOWS[w] for s, w in zip(at_once, way, strict=True)) for way in ways)
    assert has_place(LETTERED, serving(LETTERED), holds, wanted, 0) == possible


def test_services_compete_for_windows(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, LETTERED, clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        book = lambda service: visitor.book(store, service=service, at=SLOT)  # noqa: E731
        book("a")
        book("b")
        assert SLOT in slots.free(store, service="a", day=TODAY)
        book("a")
        assert SLOT not in slots.free(store, service="b", day=TODAY)
        assert SLOT not in slots.free(store, service="c", day=TODAY)
        assert refused(store, lambda: book("c")) == "slot-full"


def test_what_is_free_now(store: Store, clock: MovableClock) -> None:
    found = slots.free(store, service="notary", day=TODAY)
    assert (found[0], found[-1]) == (MORNING, datetime(2026, 11, 25, 19, 40, tzinfo=UTC))
    assert f"{found[0]:%H:%M %z}" == "10:20 +0400"
    clock.advance(1)
    assert slots.free(store, service="notary", day=TODAY) == found[1:]
    assert slots.first_free(store, service="notary", after=MORNING) == found[1]
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=91), date.min, date.max):
        assert slots.free(store, service="notary", day=day) == ()
    assert len(slots.free(store, service="notary", day=TODAY + timedelta(days=90))) == 72
    assert slots.first_free(store, service="notary", after=MORNING + timedelta(days=92)) is None


@sqlite_only
def test_cancelled_and_absent_ones_hold_no_place_and_those_that_came_do(store: Store, clock: MovableClock) -> None:
    is_free = lambda: SLOT in slots.free(store, service="notary", day=TODAY)  # noqa: E731
    code = booked(store).code
    assert not is_free()
    visitor.cancel(store, code=code)
    assert is_free()
    code = booked(store).code
    clock.set(SLOT - timedelta(minutes=30))
    visitor.check_in(store, code=code)
    assert not is_free()
    visitor.cancel(store, code=code)
    assert is_free()


def test_services_without_slots(store: Store) -> None:
    for service, code in (("tax", "not-bookable"), ("visa", "unknown-service")):
        assert refused(store, lambda s=service: slots.free(store, service=s, day=TODAY)) == code
        assert refused(store, lambda s=service: slots.free(store, service=s, day=date.max)) == code
        assert refused(store, lambda s=service: slots.first_free(store, service=s, after=SLOT)) == code
        assert refused(store, lambda s=service: visitor.book(store, service=s, at=SLOT)) == code


@pytest.mark.parametrize(
    ("at", "code", "named"),
    [
        (MORNING - timedelta(minutes=20), "not-a-slot", "2026-11-25 10:20"),
        (datetime(1, 1, 1, tzinfo=UTC), "not-a-slot", "2026-11-25 10:20"),
        (SLOT + timedelta(minutes=7), "not-a-slot", "2026-11-25 11:40"),
        (SLOT + timedelta(minutes=13), "not-a-slot", "2026-11-25 11:40"),
        (SLOT + timedelta(microseconds=1), "not-a-slot", "2026-11-25 11:40"),
        (SLOT, "slot-full", "2026-11-25 11:40"),
        (MORNING + timedelta(days=91), "not-a-slot", "90 days"),
        (datetime(9999, 12, 31, tzinfo=UTC), "not-a-slot", "90 days"),
    ],
)
@sqlite_only
def test_what_cannot_be_booked_and_what_can(store: Store, at: datetime, code: str, named: str) -> None:
    booked(store)
    with pytest.raises(Refused) as caught:
        booked(store, at)
    assert (caught.value.code, named in caught.value.message) == (code, True), caught.value.message


def test_nothing_is_free_any_more(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, with_hours('{ wed = ["10:20-10:50"] }', more='holidays = ["2026-12-02"]'), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        booked(store, MORNING)
        assert slots.first_free(store, service="notary", after=MORNING) == MORNING + timedelta(days=14)
        clock.advance(minutes=40)
        for weeks in range(2, 13):
            booked(store, MORNING + timedelta(weeks=weeks))
        assert slots.first_free(store, service="notary", after=MORNING) is None
        with pytest.raises(Refused, match="free in the next 90 days"):
            booked(store, MORNING + timedelta(weeks=2))


def test_a_quota_counts_those_who_came_and_those_who_are_to_come(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, read(BOOKABLE.replace('duration = "20m"', 'duration = "20m"\nquota = 2'), "q"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        visitor.take(store, service="notary")
        first = booked(store)
        assert slots.free(store, service="notary", day=TODAY) == ()
        assert refused(store, lambda: visitor.take(store, service="notary")) == "quota-full"
        with pytest.raises(Refused, match="2026-11-26 00:00") as caught:
            booked(store, SLOT + timedelta(hours=1))
        assert caught.value.code == "quota-full"
        visitor.cancel(store, code=first.code)
        second = booked(store, SLOT + timedelta(hours=1))
        clock.set(SLOT + timedelta(minutes=40))
        visitor.check_in(store, code=second.code)
        assert refused(store, lambda: visitor.take(store, service="notary")) == "quota-full"
        visitor.cancel(store, code=second.code)
        assert refused(store, lambda: visitor.take(store, service="notary")) == "quota-full"
