"""The service day: it changes by the clock of the centre, and what is left over expires once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from data import board, log, visitor, window
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused

BAKU = ZoneInfo("Asia/Baku")
EVENING = datetime(2026, 11, 25, 23, 50, tzinfo=BAKU)


def acts(store: Store, since: int) -> list[tuple[str, str | None, str | None]]:
    return [(event.act, event.ticket, event.service_day) for event in log.events(store, since=since)]


def at_once(clock: MovableClock, zone: ZoneInfo, *wall: int) -> None:
    """Set the clock to a time of the centre's wall."""
    clock.set(datetime(*wall, tzinfo=zone).astimezone(UTC))  # type: ignore[arg-type]


@pytest.fixture
def evening(store: Store, clock: MovableClock) -> tuple[str, ...]:
    """The codes at 23:50: A001 served, A002 in hand at 1, B001 on hold, A003 and C001 wait, A004 a no-show."""
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
