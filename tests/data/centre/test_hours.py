"""When a centre is open, and which day it has."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import centre, clock
from data.centre.hours import WEEKDAYS, days, span
from tests.data.centre.walls import BAKU, BERLIN, MINUTE, at, opening


def open_minutes(ours: centre.Centre, zone: ZoneInfo, day: str) -> int:
    """How many minutes of one day at the centre it is open, asked minute by minute."""
    day_after = datetime.fromisoformat(day) + timedelta(days=1)
    moments = range(at(zone, day), at(zone, day_after.isoformat()), MINUTE)
    return sum(ours.is_open("id-card", moment) for moment in moments)


def test_a_centre_without_hours_is_always_open() -> None:
    assert open_minutes(opening(None), BAKU, "2026-11-29") == 24 * 60


@pytest.mark.parametrize(
    ("wall", "is_open"),
    [
        ("2026-11-25 08:59:59", False),
        ("2026-11-25 09:00", True),
        ("2026-11-25 12:59:59.999999", True),
        ("2026-11-25 13:00", False),
        ("2026-11-25 14:00", True),
        ("2026-11-28 10:00", True),
        ("2026-11-28 09:59", False),
        ("2026-11-29 11:00", False),
    ],
)
def test_the_start_is_open_and_the_end_is_not(wall: str, is_open: bool) -> None:
    ours = opening('{ mon-fri = ["09:00-13:00", "14:00-18:00"], sat = ["10:00-15:00"] }')
    assert ours.is_open("id-card", at(BAKU, wall)) is is_open


def test_hours_are_those_of_the_wall_clock_at_the_centre() -> None:
    ours = opening('{ wed = ["09:00-10:00"] }')
    assert ours.is_open("id-card", clock.micros(datetime(2026, 11, 25, 5, 30, tzinfo=UTC)))
    assert not ours.is_open("id-card", clock.micros(datetime(2026, 11, 25, 9, 30, tzinfo=UTC)))


def test_a_range_that_ends_before_it_starts_runs_into_the_next_day() -> None:
    ours = opening('{ fri = ["22:00-02:00"], sun = ["23:00-01:00"] }')
    assert ours.is_open("id-card", at(BAKU, "2026-11-27 23:00"))
    assert ours.is_open("id-card", at(BAKU, "2026-11-28 01:59"))
    assert not ours.is_open("id-card", at(BAKU, "2026-11-28 02:00"))
    assert not ours.is_open("id-card", at(BAKU, "2026-11-27 01:00"))
    assert ours.is_open("id-card", at(BAKU, "2026-11-30 00:59"))
    assert not ours.is_open("id-card", at(BAKU, "2026-11-30 01:00"))


@pytest.mark.parametrize("end", ["24:00", "00:00"])
def test_a_day_may_end_at_midnight(end: str) -> None:
    ours = opening(f'{{ wed = ["20:00-{end}"] }}')
    assert ours.is_open("id-card", at(BAKU, "2026-11-25 20:00"))
    assert ours.is_open("id-card", at(BAKU, "2026-11-25 23:59:59.999999"))
    assert not ours.is_open("id-card", at(BAKU, "2026-11-26 00:00"))


def test_keys_that_overlap_are_added_together() -> None:
    ours = opening('{ mon-fri = ["09:00-12:00"], wed-thu = ["11:00-14:00"], mon = [] }')
    days = ("2026-11-23", "2026-11-25", "2026-11-28")
    assert [open_minutes(ours, BAKU, day) for day in days] == [180, 300, 0]


def test_a_day_of_23_and_one_of_25_hours() -> None:
    always, night = opening('{ mon-sun = ["00:00-24:00"] }', BERLIN), opening('{ sun = ["02:00-03:00"] }', BERLIN)
    short, long, plain = "2026-03-29", "2026-10-25", "2026-11-01"
    assert [open_minutes(always, BERLIN, day) // 60 for day in (short, long, plain)] == [23, 25, 24]
    assert [open_minutes(night, BERLIN, day) for day in (short, long, plain)] == [0, 120, 60]


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_it_opens_and_closes_by_the_clock_on_the_wall_when_that_is_changed(day: str) -> None:
    ours = opening('{ sun = ["09:00-18:00"] }', BERLIN)
    assert [ours.is_open("id-card", at(BERLIN, f"{day} {time}")) for time in ("08:59", "09:00", "17:59", "18:00")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("mon", "mon"),
        ("mon-fri", "mon tue wed thu fri"),
        ("sat-sun", "sat sun"),
        ("fri-mon", "fri sat sun mon"),
        ("sun-sat", "sun mon tue wed thu fri sat"),
        ("tue-tue", "tue"),
        ("Mon", ""),
        ("mon-", ""),
        ("mon-fri-sat", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_key_is_a_day_or_a_range_of_days(key: str, named: str) -> None:
    assert [WEEKDAYS[day] for day in days(key)] == named.split()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9:00-18:00",
        "09:00",
        "24:00-01:00",
        "09:00-24:01",
        "09:60-10:00",
        "09:00-09:00",
        "09:00-18:00\n",
        "0٩:00-18:00",
    ],
)
def test_what_is_no_range_of_times(text: str) -> None:
    assert span(text) is None


TIMES = st.integers(0, 1439)


@given(st.integers(0, 6), TIMES, TIMES, st.integers(0, 7 * 1440 - 1))
def test_a_range_is_open_for_as_long_as_it_says(day: int, start: int, end: int, minute: int) -> None:
    if start == end:
        return
    ours = opening(f'{{ {WEEKDAYS[day]} = ["{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"] }}')
    since = (minute - day * 1440 - start) % (7 * 1440)
    monday = at(BAKU, "2026-11-23")
    assert ours.is_open("id-card", monday + minute * MINUTE) is (since < (end - start) % 1440)


@pytest.mark.parametrize(
    ("zone", "day_starts", "moment", "day"),
    [
        ("Asia/Baku", "00:00", "2026-11-25T19:59:59+00:00", "2026-11-25"),
        ("Asia/Baku", "00:00", "2026-11-25T20:00:00+00:00", "2026-11-26"),
        ("Asia/Baku", "04:00", "2026-11-25T23:59:59+00:00", "2026-11-25"),
        ("Asia/Baku", "04:00", "2026-11-26T00:00:00+00:00", "2026-11-26"),
        ("Pacific/Kiritimati", "00:00", "2026-11-25T10:00:00+00:00", "2026-11-26"),
        ("Pacific/Pago_Pago", "00:00", "2026-11-25T10:59:59+00:00", "2026-11-24"),
        ("Europe/Berlin", "04:00", "2026-03-29T01:59:59+00:00", "2026-03-28"),
        ("Europe/Berlin", "04:00", "2026-03-29T02:00:00+00:00", "2026-03-29"),
    ],
)
def test_the_service_day_changes_by_the_clock_of_the_centre(zone: str, day_starts: str, moment: str, day: str) -> None:
    ours = opening('{ mon = ["09:00-10:00"] }', ZoneInfo(zone), day_starts)
    assert ours.service_day(clock.micros(datetime.fromisoformat(moment))) == day
