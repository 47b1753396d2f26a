"""A turn is as long as what is said in it, and the more wait the less is said."""

import pytest

from display.parts.calls.announcements import LONGEST, Manner, Shown
from tests.display.parts.calls.calling import Hall, announced


@pytest.fixture
def hall() -> Hall:
    return Hall()


def manners(seen: list[Shown]) -> list[Manner]:
    """How each turn was said, in order."""
    turns = zip([Shown(), *seen], seen, strict=False)
    return [now.manner for before, now in turns if now.announced and now.announced is not before.announced]


def test_a_call_that_is_being_said_keeps_its_turn_until_it_is_said(hall: Hall) -> None:
    hall.call("A001", "A002")
    first = hall.shown()
    hall.announcements.hold(first)
    assert announced(hall.watch(12)) == ["A001"]
    assert first.announced
    hall.announcements.release(first.announced)
    assert announced(hall.watch(5)) == ["A002"]


def test_a_call_that_is_said_soon_keeps_its_turn_all_the_same(hall: Hall) -> None:
    hall.call("A001", "A002")
    first = hall.shown()
    hall.announcements.hold(first)
    hall.watch(1)
    assert first.announced
    hall.announcements.release(first.announced)
    assert announced(hall.watch(4)) == ["A001"]
    assert announced(hall.watch(1)) == ["A002"]


def test_a_call_that_is_never_said_to_its_end_makes_room_in_the_end(hall: Hall) -> None:
    hall.call("A001", "A002")
    hall.announcements.hold(hall.shown())
    assert hall.shown().wait == 0.5
    assert announced(hall.watch(LONGEST - 0.05)) == ["A001"]
    assert announced(hall.watch(1)) == ["A002"]


def test_the_end_of_an_earlier_call_ends_no_later_turn(hall: Hall) -> None:
    hall.call("A001", "A002")
    first = hall.shown().announced
    assert first
    hall.watch(5.1)
    hall.announcements.hold(hall.shown())
    hall.announcements.release(first)
    assert announced(hall.watch(10)) == ["A002"]


def test_a_call_that_was_undone_while_it_was_said_makes_room_at_once(hall: Hall) -> None:
    hall.call("A001", "A002")
    hall.announcements.hold(hall.shown())
    hall.leave("A001")
    assert announced(hall.watch(6)) == ["A002"]


def test_the_more_wait_the_less_is_said(hall: Hall) -> None:
    hall.call(*(f"A{n:03d}" for n in range(12)))
    said = manners(hall.watch(70))
    assert said == [Manner.NUMBERS] * 3 + [Manner.SHORT] * 5 + [Manner.FULL] * 4


@pytest.mark.parametrize(("dwell", "turn", "short"), [(5, 5, 3), (10, 10, 6), (1, 3, 3)])
def test_the_centre_says_how_long_a_turn_is(hall: Hall, dwell: float, turn: float, short: float) -> None:
    hall.announcements.dwell = dwell
    hall.call(*(f"A{n:03d}" for n in range(6)))
    seen = hall.watch(60)
    lengths = [sum(shown.announced is call for shown in seen) / 10 for call in reversed(hall.board)]
    assert lengths == pytest.approx([short, short, turn, turn, turn, turn], abs=0.11)
