"""How many keys a network may use in ten minutes."""

from data.clock import reader
from display.web.take.rates import Rates, network
from tests.clocks import MovableClock


def test_the_next_is_free_when_the_first_is_ten_minutes_old(clock: MovableClock) -> None:
    rates = Rates(reader(clock))
    assert rates.enter("net", "a", 2) == 0
    clock.advance(60)
    assert rates.enter("net", "b", 2) == 0
    assert rates.enter("net", "c", 2) == 540
    assert rates.enter("net", "a", 2) == 0
    clock.advance(540)
    assert rates.enter("net", "c", 2) == 0
    assert rates.enter("net", "d", 2) == 60


def test_a_clock_that_was_set_back_locks_nobody_out(clock: MovableClock) -> None:
    rates = Rates(reader(clock))
    rates.enter("net", "a", 1)
    clock.advance(-3600)
    assert rates.enter("net", "b", 1) == 0


def test_a_crowd_of_networks_takes_no_more_memory(clock: MovableClock) -> None:
    rates = Rates(reader(clock), most=10)
    for number in range(100):
        rates.enter(str(number), "a", 5)
    assert len(rates) == 10


def test_what_took_nothing_is_given_back(clock: MovableClock) -> None:
    rates = Rates(reader(clock))
    rates.enter("net", "a", 1)
    rates.leave("net", "a")
    rates.leave("other", "a")
    assert rates.enter("net", "b", 1) == 0


def test_what_took_something_counts_again(clock: MovableClock) -> None:
    rates = Rates(reader(clock))
    rates.enter("net", "a", 1)
    rates.leave("net", "a")
    rates.keep("net", "a")
    rates.keep("other", "a")
    assert rates.enter("net", "b", 1) == 600
    assert len(rates) == 1


def test_which_network_is_counted() -> None:
    assert network("10.1.2.3", "10.1.2.3", ("10.0.0.0/8",)) == "10.0.0.0/8"
    assert network("192.0.2.77", "192.0.2.77", ("10.0.0.0/8",)) == "192.0.2.0/24"
    assert network("2001:db8::1", "2001:db8::/64", ()) == "2001:db8::/64"
    assert network("", "unknown", ()) == "unknown"
