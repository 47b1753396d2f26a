"""One press is one press."""

from kiosk.visit.presses import Presses

TENTH = 100_000


def test_the_second_tap_of_a_double_tap_does_not_count() -> None:
    presses = Presses()
    assert presses.counts("click", 0)
    assert not presses.counts("click", 2 * TENTH)
    assert presses.counts("click", 5 * TENTH)


def test_impatient_taps_count_every_half_second() -> None:
    presses = Presses()
    assert [presses.counts("click", at * TENTH) for at in range(0, 12, 2)] == [True, False, False, True, False, False]


def test_impatient_presses_of_a_key_count_too() -> None:
    presses = Presses()
    assert [presses.counts("enter", at * TENTH) for at in range(0, 12, 2)] == [True, False, False, True, False, False]


def test_a_key_that_is_held_counts_once() -> None:
    presses = Presses()
    assert [presses.counts("enter", at * TENTH) for at in range(20)].count(True) == 1
    assert presses.counts("enter", 30 * TENTH)


def test_another_key_counts_at_once() -> None:
    presses = Presses()
    assert presses.counts("1", 0)
    assert presses.counts("2", TENTH)


def test_a_clock_that_was_set_back_stops_nobody() -> None:
    presses = Presses()
    assert presses.counts("click", 1000 * TENTH)
    assert presses.counts("click", 0)
