"""When a service is open, when it gives tickets, and when it gives them again: in real zones, over real days."""

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import centre, clock
from data.centre.hours import WEEKDAYS
from tests.data.centre.centre_files import edited, read, refused
from tests.data.centre.walls import BAKU, BERLIN, MINUTE, at, opening

NEW_YORK = ZoneInfo("America/New_York")
APIA = ZoneInfo("Pacific/Apia")
OFFICE = '{ mon-fri = ["09:00-13:00", "14:00-18:00"], sat = ["10:00-15:00"] }'
DAILY = '{{ mon-sun = ["{}"] }}'


def utc(ours: centre.Centre, day: str, service: str = "id-card") -> list[str]:
    """The ranges that begin on a day, as UTC writes them."""
    ranges = ours.ranges(service, date.fromisoformat(day))
    return [f"{clock.moment(opens):%dT%H:%M}-{clock.moment(closes):%dT%H:%M}" for opens, closes in ranges]


def gives(ours: centre.Centre, walls: Iterable[str], zone: ZoneInfo = BAKU) -> list[bool]:
    """Whether tickets are given as the clocks show each of these."""
    return [ours.gives_tickets("id-card", at(zone, wall)) for wall in walls]


def opens(ours: centre.Centre, wall: str, zone: ZoneInfo = BAKU, service: str = "id-card") -> str | None:
    """When tickets are given again, as the clock on the wall writes it."""
    found = ours.opens(service, at(zone, wall))
    return None if found is None else f"{ours.wall(found):%Y-%m-%d %H:%M}"


def test_the_ranges_of_a_day() -> None:
    ours = opening(OFFICE)
    assert utc(ours, "2026-11-25") == ["25T05:00-25T09:00", "25T10:00-25T14:00"]
    assert utc(ours, "2026-11-29") == []
    assert utc(opening(None), "2026-11-29") == ["28T20:00-29T20:00"]


@pytest.mark.parametrize(
    ("zone", "day", "hours", "found"),
    [
        (BERLIN, "2026-03-29", "00:00-24:00", ["28T23:00-29T22:00"]),
        (BERLIN, "2026-10-25", "00:00-24:00", ["24T22:00-25T23:00"]),
        (BERLIN, "2026-03-29", "09:00-18:00", ["29T07:00-29T16:00"]),
        (BERLIN, "2026-03-29", "02:30-10:00", ["29T01:00-29T08:00"]),
        (BERLIN, "2026-03-29", "01:00-02:30", ["29T00:00-29T01:00"]),
        (BERLIN, "2026-03-29", "02:00-03:00", []),
        (BERLIN, "2026-03-28", "22:00-02:30", ["28T21:00-29T01:00"]),
        (BERLIN, "2026-10-25", "02:30-05:00", ["25T00:30-25T04:00"]),
        (BERLIN, "2026-10-25", "01:00-02:30", ["24T23:00-25T00:30"]),
        (BERLIN, "2026-10-24", "22:00-06:00", ["24T20:00-25T05:00"]),
        (NEW_YORK, "2026-03-08", "02:15-08:00", ["08T07:00-08T12:00"]),
        (NEW_YORK, "2026-11-01", "00:00-24:00", ["01T04:00-02T05:00"]),
        (NEW_YORK, "2026-11-01", "01:30-03:00", ["01T05:30-01T08:00"]),
        (APIA, "2026-11-25", "09:00-17:00", ["24T20:00-25T04:00"]),
        (APIA, "2011-12-29", "22:00-02:00", ["30T08:00-30T10:00"]),
        (APIA, "2011-12-30", "09:00-17:00", []),
        (APIA, "2011-12-31", "00:00-24:00", ["30T10:00-31T10:00"]),
    ],
)
def test_days_on_which_the_clocks_are_changed(zone: ZoneInfo, day: str, hours: str, found: list[str]) -> None:
    assert utc(opening(DAILY.format(hours), zone), day) == found


def test_the_last_ticket_comes_before_each_closing() -> None:
    walls = [
        f"2026-11-25 {time}" for time in ("08:59", "09:00", "12:44:59", "12:45", "13:59", "14:00", "17:44", "17:45")
    ]
    assert gives(opening(OFFICE), walls) == [False, True, True, False, False, True, True, False]
    assert gives(opening(OFFICE, last_ticket="1h"), ["2026-11-25 11:59", "2026-11-25 12:00"]) == [True, False]
    assert gives(opening(OFFICE, last_ticket="0s"), ["2026-11-25 12:59:59", "2026-11-25 13:00"]) == [True, False]


def test_what_never_closes_has_no_last_ticket() -> None:
    walls = [f"2026-11-{25 + hour // 24} {hour % 24:02}:{minute}" for hour in range(22, 28) for minute in (10, 50)]
    walls += ["2026-11-25 23:59:59.999999"]
    assert all(gives(opening(None), walls))
    assert all(gives(opening(DAILY.format("00:00-24:00")), walls))
    assert all(gives(opening('{ mon-sun = ["12:00-24:00", "00:00-12:00"] }'), walls))
    assert all(gives(opening(DAILY.format("09:00-08:59"), last_ticket="0s"), walls))


def test_a_night_that_runs_past_midnight_closes_in_the_morning() -> None:
    ours = opening('{ fri = ["22:00-24:00"], sat = ["00:00-02:00"], sun = ["22:00-02:00"] }')
    walls = ["2026-11-27 23:59", "2026-11-28 01:44", "2026-11-28 01:45", "2026-11-29 23:59", "2026-11-30 01:45"]
    assert gives(ours, walls) == [True, True, False, True, False]


def test_the_last_ticket_of_a_night_in_which_an_hour_comes_twice() -> None:
    ours = opening(DAILY.format("20:00-02:30"), BERLIN)
    closing = at(BERLIN, "2026-10-25 02:30")
    assert ours.gives_tickets("id-card", closing - 16 * MINUTE)
    assert not ours.gives_tickets("id-card", closing - 15 * MINUTE)
    assert not ours.is_open("id-card", closing + 30 * MINUTE), "the second time that it is two"


@pytest.mark.parametrize(
    ("wall", "again"),
    [
        ("2026-11-25 08:00", "2026-11-25 09:00"),
        ("2026-11-25 09:30", "2026-11-25 09:30"),
        ("2026-11-25 12:50", "2026-11-25 14:00"),
        ("2026-11-25 18:00", "2026-11-26 09:00"),
        ("2026-11-27 17:45", "2026-11-28 10:00"),
        ("2026-11-28 15:00", "2026-11-30 09:00"),
    ],
)
def test_when_tickets_are_given_again(wall: str, again: str) -> None:
    assert opens(opening(OFFICE), wall) == again


def test_it_opens_as_the_clocks_jump() -> None:
    ours = opening(DAILY.format("02:30-10:00"), BERLIN)
    assert opens(ours, "2026-03-28 20:00", BERLIN) == "2026-03-29 03:00"


def test_what_does_not_open_again() -> None:
    assert opens(opening("{ mon = [] }"), "2026-11-25 09:00") is None
    assert opens(opening(DAILY.format("09:00-09:15")), "2026-11-25 09:00") is None, "over with its last ticket"
    assert opens(opening(DAILY.format("09:00-09:16")), "2026-11-25 09:01") == "2026-11-26 09:00"


def test_a_holiday_closes_what_begins_on_it() -> None:
    ours = opening('{ mon-sun = ["22:00-02:00"] }', more='holidays = ["2026-12-31", 2027-01-01]')
    assert gives(ours, ["2026-12-31 01:30", "2026-12-31 23:00", "2027-01-01 01:00", "2027-01-02 01:00"]) == [
        True,
        False,
        False,
        False,
    ]
    assert opens(ours, "2026-12-31 03:00") == "2027-01-02 22:00"


def test_what_never_closes_closes_for_a_holiday() -> None:
    ours = opening(None, more='holidays = ["2026-12-31"]')
    walls = ["2026-12-30 23:44", "2026-12-30 23:45", "2026-12-31 12:00", "2027-01-01 00:00"]
    assert gives(ours, walls) == [True, False, False, True]
    assert opens(ours, "2026-12-30 23:50") == "2027-01-01 00:00"


def test_the_public_holidays_of_a_country() -> None:
    ours = opening(OFFICE, more='country = "AZ"')
    days = ["2026-03-09", "2026-03-10", "2026-03-20", "2026-11-10", "2026-11-11", "2027-01-01"]
    assert [bool(utc(ours, day)) for day in days] == [False, True, False, False, True, False]
    assert opens(ours, "2026-03-06 18:00") == "2026-03-07 10:00"
    assert opens(ours, "2026-03-07 15:00") == "2026-03-10 09:00", "Women's Day is a Sunday, and Monday is its day off"
    assert bool(utc(opening(OFFICE), "2026-03-09"))
    york = opening(OFFICE, NEW_YORK, more='country = "US"')
    assert opens(york, "2027-07-03 15:00", NEW_YORK) == "2027-07-06 09:00"


def test_a_screen_starts_without_reading_the_holidays(monkeypatch: pytest.MonkeyPatch) -> None:
    document = opening(OFFICE, more='country = "AZ"').document()
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert centre.from_document(document).about.country == "AZ"


def test_a_country_that_the_package_does_not_know_closes_nothing() -> None:
    stored = opening(OFFICE, more='country = "AZ"').document().replace('"AZ"', '"ZZ"')
    assert centre.from_document(stored).gives_tickets("id-card", at(BAKU, "2026-11-25 10:00"))


def test_a_service_with_hours_of_its_own() -> None:
    text = edited('id = "demo"', f'id = "demo"\nholidays = ["2026-11-30"]\nhours = {OFFICE}')
    ours = read(edited("quota = 200", 'quota = 200\nhours = { mon-wed = ["10:00-12:00"] }', text))
    assert utc(ours, "2026-11-25", "company") == ["25T06:00-25T08:00"]
    assert utc(ours, "2026-11-26", "company") == []
    assert opens(ours, "2026-11-25 11:45", service="company") == "2026-12-01 10:00"
    assert ours.timetable("id-card") is not ours.timetable("company")
    assert refused(lambda: ours.ranges("nothing", date(2026, 11, 25))).code == "unknown-service"


def test_services_with_the_same_hours_share_a_timetable() -> None:
    ours = opening(OFFICE)
    assert ours.timetable("id-card") is ours.timetable("company")


TIMES = st.integers(0, 287).map(lambda fives: f"{fives // 12:02}:{fives % 12 * 5:02}")
RANGES = st.tuples(TIMES, TIMES).filter(lambda pair: pair[0] != pair[1]).map("-".join)
HOURS = st.dictionaries(st.sampled_from(WEEKDAYS), st.lists(RANGES, max_size=3), min_size=1)
CHANGES = {BAKU: "2026-11-25", BERLIN: "2026-03-29", NEW_YORK: "2026-11-01", APIA: "2011-12-30"}
AHEAD = 9


WEEKS = (HOURS, st.sampled_from(list(CHANGES)), st.sampled_from(["0s", "5m", "15m", "2h", "24h"]), st.data())


@settings(deadline=None, max_examples=15)
@given(*WEEKS)
def test_tickets_are_given_as_long_as_the_ranges_go_on(
    hours: dict[str, list[str]], zone: ZoneInfo, last_ticket: str, data: st.DataObject
) -> None:
    assert_given(hours, zone, last_ticket, data)


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(*WEEKS)
def test_tickets_are_given_as_long_as_the_ranges_go_on_in_many_weeks(
    hours: dict[str, list[str]], zone: ZoneInfo, last_ticket: str, data: st.DataObject
) -> None:
    assert_given(hours, zone, last_ticket, data)


def assert_given(hours: dict[str, list[str]], zone: ZoneInfo, last_ticket: str, data: st.DataObject) -> None:
    """Minute by minute: an open minute from which every minute of `last_ticket` is open too."""
    table = ", ".join(f"{day} = {ranges}" for day, ranges in hours.items()).replace("'", '"')
    ours = opening(f"{{ {table} }}", zone, more=f"holidays = [{CHANGES[zone]}]", last_ticket=last_ticket)
    day = date.fromisoformat(CHANGES[zone])
    start = at(zone, f"{day + timedelta(days=data.draw(st.integers(-2, 1)))}")
    ranges = [span for days in range(-4, AHEAD + 3) for span in ours.ranges("id-card", day + timedelta(days=days))]
    minutes = {minute for opens, closes in ranges for minute in range(opens, closes, MINUTE)}
    lasts = range(0, ours.rules.last_ticket + MINUTE, MINUTE)
    giving = {moment for moment in minutes if all(moment + more in minutes for more in reversed(lasts))}
    for moment in data.draw(st.lists(st.integers(0, 2 * 24 * 60).map(lambda n: start + n * MINUTE), max_size=20)):
        assert ours.is_open("id-card", moment) is (moment in minutes)
        assert ours.gives_tickets("id-card", moment) is (moment in giving)
    within = [moment for moment in giving if start <= moment < start + (AHEAD - 4) * 24 * 60 * MINUTE]
    opens = ours.opens("id-card", start)
    assert opens == min(within) if within else opens is None or opens >= start + (AHEAD - 4) * 24 * 60 * MINUTE
