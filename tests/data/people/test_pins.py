"""Secrets of digits: which are good enough, how they are kept, and how long who guesses must wait."""

from time import thread_time

import pytest

from data.clock import HOUR, SECOND
from data.people import pins


@pytest.mark.parametrize("secret", ["", "471", "47 11", "٤٧١١", "47x1", "4" * 65, "-471"])
def test_a_pin_is_at_least_four_digits_as_every_keyboard_types_them(secret: str) -> None:
    assert not pins.digits(secret, 4)
    assert pins.digits("4711", 4)


@pytest.mark.parametrize("secret", ["0000", "1212", "1112", "1234", "4321", "7890", "8901", "2109", "1987", "2026"])
def test_what_anybody_would_try_first(secret: str) -> None:
    assert pins.guessable(secret)


@pytest.mark.parametrize("secret", ["4711", "2580", "198704", "471193"])
def test_what_not_everybody_would_try(secret: str) -> None:
    assert not pins.guessable(secret)


def test_a_pin_is_kept_with_a_salt_of_its_own_by_argon2id() -> None:
    kept = [pins.hashed("4711") for _ in range(2)]
    assert kept[0] != kept[1]
    for one in kept:
        assert one.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
        assert pins.right("4711", one)
        assert not pins.right("4712", one)


@pytest.mark.parametrize("kept", ["", "4711", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$"])
def test_what_is_no_hash_lets_nobody_in(kept: str) -> None:
    assert not pins.right("4711", kept)


@pytest.mark.parametrize("pin", ["", "4711", "\ud800"])
def test_no_pin_is_right_where_there_is_nobody(pin: str) -> None:
    assert not pins.right(pin, None)


def test_who_is_not_there_takes_as_long_as_who_is() -> None:
    kept = pins.hashed("4711")
    took = {which: min(_took(which) for _ in range(5)) for which in (kept, None)}
    assert 0.5 < took[None] / took[kept] < 2


def _took(kept: str | None) -> float:
    begun = thread_time()
    assert not pins.right("4712", kept)
    return thread_time() - begun


def test_a_clock_that_was_set_back_does_not_shut_out() -> None:
    assert pins.wait(3, 10 * SECOND, 0) == 40 * SECOND, "the clocks of two machines may differ"
    assert pins.wait(3, HOUR + SECOND, 0) == 0


def test_the_wait_doubles_from_the_third_wrong_one_up_to_an_hour() -> None:
    seconds = [pins.wait(wrong, 0, 0) // SECOND for wrong in range(12)]
    assert seconds == [0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert pins.wait(1000, 0, 0) == HOUR
