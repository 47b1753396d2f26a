"""How often may one address be wrong?"""

from data.clock import reader
from display.web.guard.tries import Tries
from tests.clocks import MovableClock


def counting(clock: MovableClock, most: int = 100) -> Tries:
    return Tries(reader(clock), times=20, within=600, most=most)


def test_twenty_are_free_and_the_next_waits(clock: MovableClock) -> None:
    tries = counting(clock)
    assert [tries.wrong("10.0.0.1") for _ in range(20)] == [0] * 20
    assert tries.wrong("10.0.0.1") == 30
    assert tries.wrong("10.0.0.2") == 0


def test_they_come_back_evenly(clock: MovableClock) -> None:
    tries = counting(clock)
    for _ in range(25):
        tries.wrong("10.0.0.1")
    clock.advance(29)
    assert tries.wrong("10.0.0.1") == 1
    clock.advance(1)
    assert tries.wrong("10.0.0.1") == 0
    assert tries.wrong("10.0.0.1") == 30
    clock.advance(600)
    assert [tries.wrong("10.0.0.1") for _ in range(21)] == [*[0] * 20, 30]


def test_a_clock_that_is_set_back_locks_nobody_out_for_longer(clock: MovableClock) -> None:
    tries = counting(clock)
    for _ in range(21):
        tries.wrong("10.0.0.1")
    clock.advance(days=-1)
    assert tries.wrong("10.0.0.1") == 30
    clock.advance(30)
    assert tries.wrong("10.0.0.1") == 0


def test_a_crowd_of_addresses_is_forgotten_the_oldest_first(clock: MovableClock) -> None:
    tries = counting(clock, most=3)
    for _ in range(20):
        tries.wrong("10.0.0.9")
    for number in range(1000):
        tries.wrong(f"10.1.{number // 250}.{number % 250}")
        tries.wrong("10.0.0.9")
    assert len(tries) == 3
    assert tries.wrong("10.0.0.9") > 0
