"""The service day: it changes by the clock of the centre, and what is left over expires once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from data import board, log, setup, visitor, window
from data.centre import read
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused

BAKU = ZoneInfo("Asia/Baku")
EVENING = datetime(2026, 11, 25, 23, 50, tzinfo=BAKU)


def centre_at(zone: str, day_starts: str = "00:00") -> str:
    return CENTRE.replace('"Asia/Baku"', f'"{zone}"\nday_starts = "{day_starts}"')


def opened(url: str, clock: MovableClock, zone: str, day_starts: str = "00:00") -> Store:
    setup.init(url, read(centre_at(zone, day_starts), "centre.toml"), clock=clock)
    return Store.open(url, clock=clock)


def acts(store: Store, since: int) -> list[tuple[str, str | None, str | None]]:
    return [(event.act, event.ticket, event.service_day) for event in log.events(store, since=since)]


def at_once(clock: MovableClock, zone: ZoneInfo, *wall: int) -> None:
    """Set the clock to a time of the centre's wall."""
    clock.set(datetime(*wall, tzinfo=zone).astimezone(UTC))  # type: ignore[arg-type]


@pytest.fixture
def evening(store: Store, clock: MovableClock) -> tuple[str, ...]:
    """23:50 at the centre: A001 served, A002 in hand at 1, B001 on hold, A003 and C001 wait, A004 a no-show; the codes."""
    clock.set(EVENING.astimezone(UTC))
    wanted = ["id-card", "passport", "tax", "id-card", "notary", "passport"]
    codes = tuple(visitor.take(store, service=service).code for service in wanted)
    for number in (1, 2, 3):
        window.open(store, window=number)
    window.call(store, window=1)
    window.start(store, window=1)
    window.next(store, window=1)
    window.start(store, window=1)
    window.call(store, window=2, ticket="B001", reason="asked")
    window.hold(store, window=2, reason="a photo")
    window.call(store, window=3, ticket="A004", reason="asked")
    clock.advance(70)
    window.recall(store, window=3)
    window.no_show(store, window=3)
    return codes


def test_at_midnight_what_waits_or_is_on_hold_expires_with_the_first_act(
    store: Store, clock: MovableClock, evening: tuple[str, ...]
) -> None:
    before = store.revision()
    at_once(clock, BAKU, 2026, 11, 26, 0, 0)
    states = [visitor.ticket(store, code=code).state for code in evening]
    assert states == ["served", "serving", "expired", "expired", "expired", "no-show"]
    assert store.revision() == before
    first = visitor.take(store, service="id-card")
    assert (first.ticket, first.service_day.isoformat(), first.ahead) == ("A001", "2026-11-26", 0)
    assert acts(store, before) == [
        ("expire", "B001", "2026-11-25"),
        ("expire", "A003", "2026-11-25"),
        ("expire", "C001", "2026-11-25"),
        ("take", "A001", "2026-11-26"),
    ]
    assert verify(store).ok


@sqlite_only
def test_the_day_turns_once(store: Store, clock: MovableClock, evening: tuple[str, ...]) -> None:
    at_once(clock, BAKU, 2026, 11, 26, 0, 0)
    window.call(store, window=2)
    turned = store.revision()
    clock.advance(hours=1)
    visitor.take(store, service="tax")
    window.call(store, window=2)
    assert [act for act, _, _ in acts(store, turned)] == ["take", "call"]


@sqlite_only
def test_the_last_moment_of_the_day_is_still_that_day(
    store: Store, clock: MovableClock, evening: tuple[str, ...]
) -> None:
    clock.set(datetime(2026, 11, 25, 23, 59, 59, 999_999, tzinfo=BAKU).astimezone(UTC))
    assert visitor.take(store, service="id-card").ticket == "A005"
    window.resume(store, window=2, ticket="B001")


def test_an_act_that_is_refused_lets_nothing_expire(
    store: Store, clock: MovableClock, evening: tuple[str, ...]
) -> None:
    at_once(clock, BAKU, 2026, 11, 26, 0, 0)
    assert refused(store, lambda: window.open(store, window=1)) == "not-allowed"
    assert refused(store, lambda: window.call(store, window=1)) == "ticket-in-hand"
    window.close(store, window=3)
    assert visitor.ticket(store, code=evening[3]).state == "expired"
    assert [act for act, _, _ in acts(store, 0)].count("expire") == 3


@sqlite_only
def test_calling_when_nobody_has_come_on_the_new_day(
    store: Store, clock: MovableClock, evening: tuple[str, ...]
) -> None:
    at_once(clock, BAKU, 2026, 11, 26, 0, 0)
    assert window.call(store, window=3) is None
    assert [act for act, _, _ in acts(store, 0)].count("expire") == 3
    assert verify(store).ok


def test_what_is_in_hand_keeps_its_day_and_can_be_finished(
    store: Store, clock: MovableClock, evening: tuple[str, ...]
) -> None:
    at_once(clock, BAKU, 2026, 11, 26, 0, 5)
    today = visitor.take(store, service="id-card")
    assert [(call.ticket, call.window) for call in board.read(store).calls] == [("A002", 1)]
    for act in (
        lambda: window.hold(store, window=1, reason="a photo"),
        lambda: window.transfer(store, window=1, service="tax"),
    ):
        assert refused(store, act) == "not-allowed"
    done = window.finish(store, window=1)
    assert (done.ticket, done.state, done.service_day.isoformat()) == ("A002", "served", "2026-11-25")
    assert window.undo(store, window=1).state == "serving"
    clock.advance(1)
    done = window.next(store, window=1)
    assert done
    assert (done.ticket, done.code) == ("A001", today.code)
    assert [(call.ticket, call.window) for call in board.read(store).calls] == [("A001", 1)]
    assert verify(store).ok


@sqlite_only
def test_a_call_of_yesterday_is_not_put_back(store: Store, clock: MovableClock) -> None:
    clock.set(datetime(2026, 11, 25, 23, 59, 55, tzinfo=BAKU).astimezone(UTC))
    visitor.take(store, service="id-card")
    window.open(store, window=1)
    window.call(store, window=1)
    clock.advance(7)
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"
    assert refused(store, lambda: window.requeue(store, window=1)) == "not-allowed"
    clock.advance(60)
    window.recall(store, window=1)
    assert window.no_show(store, window=1).state == "no-show"
    assert refused(store, lambda: window.revive(store, window=1, ticket="A001")) == "unknown-ticket"


@sqlite_only
def test_a_number_is_that_of_today_before_that_of_yesterday_in_hand(store: Store, clock: MovableClock) -> None:
    clock.set(EVENING.astimezone(UTC))
    old = visitor.take(store, service="id-card")
    window.open(store, window=1)
    window.call(store, window=1)
    clock.advance(hours=1)
    assert window.remove(store, ticket="A001", reason="left").code == old.code
    new = visitor.take(store, service="id-card")
    assert window.remove(store, ticket="a1", reason="left").code == new.code
    assert refused(store, lambda: window.remove(store, ticket="A002", reason="left")) == "unknown-ticket"


@sqlite_only
def test_a_key_of_yesterday_gives_the_same_ticket(store: Store, clock: MovableClock) -> None:
    clock.set(EVENING.astimezone(UTC))
    old = visitor.take(store, service="id-card", key="k")
    clock.advance(hours=1)
    again = visitor.take(store, service="id-card", key="k")
    assert (again.code, again.state, again.ahead) == (old.code, "expired", None)
    assert (again.at, again.revision) == (old.at, old.revision)
    assert visitor.take(store, service="id-card").ticket == "A001"


def test_a_centre_that_was_off_for_three_days(store: Store, clock: MovableClock, evening: tuple[str, ...]) -> None:
    before = store.revision()
    clock.advance(days=3)
    assert {(queue.waiting, queue.oldest_wait_s) for queue in board.read(store).waiting} == {(0, None)}
    assert visitor.take(store, service="notary").ticket == "C001"
    assert [act for act, _, _ in acts(store, before)] == ["expire"] * 3 + ["take"]
    assert window.finish(store, window=1).state == "served"
    assert verify(store).ok


@sqlite_only
def test_what_expires_never_counts_as_served(store: Store, clock: MovableClock, evening: tuple[str, ...]) -> None:
    clock.advance(days=1)
    visitor.take(store, service="tax")
    finished = [ticket for act, ticket, _ in acts(store, 0) if act == "finish"]
    assert finished == ["A001"]
    assert {state for state in (visitor.ticket(store, code=code).state for code in evening[2:5])} == {"expired"}


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
