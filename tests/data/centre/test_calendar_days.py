"""Days of 23 and 25 hours, the date line, a day that starts at four; and the numbers of a day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from data import board, setup, visitor, window
from data.centre import read
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.test_service_day import BAKU, at_once


def opened(url: str, clock: MovableClock, zone: str, day_starts: str = "00:00") -> Store:
    """A new store of a centre in that zone."""
    text = CENTRE.replace('"Asia/Baku"', f'"{zone}"\nday_starts = "{day_starts}"')
    setup.init(url, read(text, "centre.toml"), clock=clock)
    return Store.open(url, clock=clock)


@sqlite_only
@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 29), 23), ((2026, 10, 25), 25), ((2026, 11, 1), 24)])
def test_days_of_23_and_25_hours(url: str, clock: MovableClock, day: tuple[int, int, int], hours: int) -> None:
    at_once(clock, ZoneInfo("Europe/Berlin"), *day, 0, 0)
    with opened(url, clock, "Europe/Berlin") as store:
        first = visitor.take(store, service="id-card")
        clock.advance(hours=hours, seconds=-1)
        last = visitor.take(store, service="id-card")
        assert (first.ticket, last.ticket, last.service_day) == ("A001", "A002", first.service_day)
        assert (last.at - first.at).total_seconds() == hours * 3600 - 1
        clock.advance(1)
        tomorrow = visitor.take(store, service="id-card")
        assert (tomorrow.ticket, (tomorrow.service_day - first.service_day).days) == ("A001", 1)
        assert verify(store).ok


@sqlite_only
def test_a_wait_over_the_hour_that_comes_twice_is_measured_in_real_time(url: str, clock: MovableClock) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    at_once(clock, berlin, 2026, 10, 25, 2, 50)
    with opened(url, clock, "Europe/Berlin") as store:
        visitor.take(store, service="id-card")
        clock.advance(minutes=20)  # the wall now shows 02:10
        later = visitor.take(store, service="id-card")
        assert (later.ahead, board.read(store).waiting[0].oldest_wait_s) == (1, 20 * 60)


@sqlite_only
@pytest.mark.parametrize(
    ("zone", "moment", "days"),
    [
        ("Pacific/Kiritimati", "2026-11-25T09:59:59+00:00", ("2026-11-25", "2026-11-26")),
        ("Pacific/Pago_Pago", "2026-11-25T10:59:59+00:00", ("2026-11-24", "2026-11-25")),
        ("Asia/Kathmandu", "2026-11-25T18:14:59+00:00", ("2026-11-25", "2026-11-26")),
    ],
)
def test_a_centre_on_the_other_side_of_the_date_line(
    url: str, clock: MovableClock, zone: str, moment: str, days: tuple[str, str]
) -> None:
    clock.set(datetime.fromisoformat(moment))
    with opened(url, clock, zone) as store:
        before = visitor.take(store, service="id-card")
        clock.advance(1)
        after = visitor.take(store, service="id-card")
        assert (before.service_day.isoformat(), after.service_day.isoformat()) == days
        assert (before.ticket, after.ticket, after.ahead) == ("A001", "A001", 0)


def test_a_day_that_starts_at_four(url: str, clock: MovableClock) -> None:
    at_once(clock, BAKU, 2026, 11, 26, 3, 59, 59)
    with opened(url, clock, "Asia/Baku", "04:00") as store:
        night = visitor.take(store, service="id-card")
        assert night.service_day.isoformat() == "2026-11-25"
        clock.advance(1)
        morning = visitor.take(store, service="id-card")
        assert (morning.ticket, morning.service_day.isoformat()) == ("A001", "2026-11-26")
        assert visitor.ticket(store, code=night.code).state == "expired"
        at_once(clock, BAKU, 2026, 11, 27, 0, 0)
        assert visitor.take(store, service="id-card").ticket == "A002"


@sqlite_only
def test_numbers_go_on_after_999(store: Store, url: str) -> None:
    visitor.take(store, service="id-card")
    raw.run(url, "UPDATE ticket SET number = 998")
    names = [visitor.take(store, service=service).ticket for service in ("passport", "id-card", "id-card")]
    assert names == ["A999", "A1000", "A1001"]
    assert visitor.take(store, service="tax").ticket == "B001"
    window.open(store, window=1)
    called = window.call(store, window=1, ticket="a1000", reason="asked")
    assert called
    assert (called.ticket, board.read(store).calls[0].ticket) == ("A1000", "A1000")
