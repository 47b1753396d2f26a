"""Keys of forms."""

import secrets

import pytest

from data.clock import reader
from display.web.guard.keys import Keys
from tests.clocks import MovableClock


def keys(clock: MovableClock) -> Keys:
    return Keys(secrets.token_bytes, reader(clock))


def test_each_key_is_another_and_valid_for_a_day(clock: MovableClock) -> None:
    given = keys(clock)
    each = [given.new() for _ in range(100)]
    assert len(set(each)) == 100
    assert all(map(given.valid, each))
    clock.advance(hours=24)
    assert given.valid(each[0])
    clock.advance(minutes=1)
    assert not given.valid(each[0])


def test_a_key_of_another_server_is_none(clock: MovableClock) -> None:
    assert not keys(clock).valid(keys(clock).new())


def test_a_key_of_which_anything_was_changed_is_none(clock: MovableClock) -> None:
    given = keys(clock)
    key = given.new()
    for place, sign in enumerate(key):
        other = "A" if sign != "A" else "B"
        assert not given.valid(key[:place] + other + key[place + 1 :])


@pytest.mark.parametrize("key", ["", "A", "A" * 48, "0" * 48, "ə" * 48, "a" * 48, "=" * 48, "A" * 4000, "\0" * 48])
def test_what_is_no_key_is_none(clock: MovableClock, key: str) -> None:
    assert not keys(clock).valid(key)
