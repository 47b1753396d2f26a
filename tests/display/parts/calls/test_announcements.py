"""Each call has its turn: none lost, none repeated, three flashes."""

from datetime import timedelta

import pytest

from data.views import Call
from display.parts.calls.announcements import Shown
from tests.display.parts.calls.calling import Hall, announced


@pytest.fixture
def hall() -> Hall:
    return Hall()


def flashes(seen: list[Shown]) -> int:
    return sum(now.lit and not before.lit for before, now in zip([Shown(), *seen], seen, strict=False))


def test_a_new_call_flashes_three_times_at_one_a_second_and_rests(hall: Hall) -> None:
    hall.call("A007")
    seen = hall.watch(20)
    assert flashes(seen) == 3
    assert [round(at / 10, 1) for at in range(200) if seen[at].lit] == [
        0.0, 0.1, 0.2, 0.3, 0.4, 1.0, 1.1, 1.2, 1.3, 1.4, 2.0, 2.1, 2.2, 2.3, 2.4,
    ]  # fmt: skip
    assert seen[-1].calls == hall.board


def test_a_call_at_rest_wakes_nobody(hall: Hall) -> None:
    hall.call("A007")
    assert hall.shown().wait == 0.5
    hall.clock.advance(0.7)
    assert hall.shown().wait == pytest.approx(0.3)
    hall.clock.advance(3)
    assert hall.shown().wait == pytest.approx(1.3)
    hall.clock.advance(3)
    assert hall.shown() == Shown(hall.board)


def test_calls_of_a_burst_are_announced_one_after_another(hall: Hall) -> None:
    hall.call("A001", "A002", "A003")
    assert hall.tickets() == ["A001"]
    seen = hall.watch(16)
    assert announced(seen) == ["A001", "A002", "A003"]
    assert flashes(seen) == 9
    assert hall.tickets() == ["A003", "A002", "A001"]
    assert [shown.calls[0].ticket for shown in seen[::50]] == ["A001", "A002", "A003", "A003"]


def test_turns_are_shorter_while_more_than_three_wait(hall: Hall) -> None:
    tickets = [f"A{n:03d}" for n in range(1, 11)]
    hall.call(*tickets)
    seen = hall.watch(6 * 3 + 4 * 5)
    assert announced(seen) == tickets
    assert flashes(seen) == 30
    assert hall.shown().announced is None


def test_a_burst_longer_than_the_board_loses_none(hall: Hall) -> None:
    tickets = [f"A{n:03d}" for n in range(1, 41)]
    hall.call(*tickets)
    assert announced(hall.watch(200, step=0.5)) == tickets


def test_calls_during_an_announcement_wait_for_their_turn(hall: Hall) -> None:
    hall.call("A001")
    seen = hall.watch(2)
    hall.call("A002")
    seen += hall.watch(2)
    hall.call("A003")
    seen += hall.watch(20)
    assert announced(seen) == ["A001", "A002", "A003"]
    assert flashes(seen) == 9


def test_a_recall_flashes_again(hall: Hall) -> None:
    hall.call("A001", "A002")
    hall.watch(12)
    hall.call("A001")
    assert announced(hall.watch(10)) == ["A001"]
    assert hall.tickets() == ["A001", "A002"]


def test_a_recall_that_waits_leaves_the_call_before_it_where_it_is(hall: Hall) -> None:
    hall.call("A001", window=3)
    hall.watch(10)
    hall.call("A002", "A001", window=3)
    assert hall.tickets() == ["A002", "A001"]
    assert announced(hall.watch(12)) == ["A002", "A001"]
    assert hall.tickets() == ["A001", "A002"]


def test_what_was_called_before_the_start_is_shown_silently(hall: Hall) -> None:
    board = tuple(Call(f"A{n:03d}", n, hall.clock(), n) for n in (3, 2, 1))
    hall.announcements.hear(board, (), hall.clock())
    assert hall.shown() == Shown(board)


def test_an_undone_call_leaves_even_while_it_flashes(hall: Hall) -> None:
    hall.call("A001", "A002", "A003")
    hall.watch(1)
    hall.leave("A001")
    hall.leave("A002")
    assert announced(hall.watch(10)) == ["A003"]
    assert hall.tickets() == ["A003"]


def test_a_call_that_was_undone_for_another_window_sends_nobody_to_the_first(hall: Hall) -> None:
    hall.call("A001", "A002", window=1)
    hall.leave("A002")
    hall.call("A002", window=5)
    seen = hall.watch(15)
    assert {call.window for shown in seen for call in shown.calls if call.ticket == "A002"} == {5}


def test_a_call_that_is_back_on_the_board_by_an_undo_is_shown_silently(hall: Hall) -> None:
    hall.call("A001")
    hall.watch(10)
    board = hall.board
    hall.leave("A001")
    assert hall.tickets() == []
    hall.announcements.hear(board, (), hall.clock())
    assert hall.shown() == Shown(board)


def test_a_call_that_comes_very_late_is_shown_silently(hall: Hall) -> None:
    old = Call("A001", 1, hall.clock() - timedelta(minutes=12), 1)
    new = Call("A002", 2, hall.clock() - timedelta(minutes=1), 2)
    hall.announcements.hear((new, old), (old, new), hall.clock())
    assert announced(hall.watch(10)) == ["A002"]
    assert hall.tickets() == ["A002", "A001"]


def test_a_window_whose_clock_is_an_hour_away_is_announced_too(hall: Hall) -> None:
    for n, away in enumerate((-60, 60)):
        call = Call(f"A{n:03d}", 1, hall.clock() + timedelta(minutes=away), n + 1)
        hall.announcements.hear((call,), (call,), hall.clock())
        assert announced(hall.watch(10)) == [call.ticket]


def test_a_hall_that_cannot_keep_up_is_never_more_than_ten_minutes_behind(hall: Hall) -> None:
    for n in range(600):
        hall.call(f"A{n:03d}", f"B{n:03d}")
        hall.watch(2, step=1)
    behind = hall.shown().announced
    assert behind
    assert hall.clock() - behind.at <= timedelta(minutes=10, seconds=5)
    assert len(hall.announcements._waiting) <= 700


def test_a_clock_set_back_by_hours_does_not_hold_a_call_up(hall: Hall) -> None:
    hall.call("A001", "A002")
    hall.watch(1)
    hall.clock.advance(hours=-5)
    assert announced(hall.watch(12))[-1] == "A002"
    assert hall.shown().announced is None


def test_a_month_of_calls_leaves_nothing_behind(hall: Hall) -> None:
    for n in range(2000):
        hall.call(f"A{n % 500:03d}")
        hall.clock.advance(60)
        assert len(hall.shown().calls) <= 20
    assert not hall.announcements._waiting
