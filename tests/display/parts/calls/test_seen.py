"""What the hall reads from a real store, on each kind of database."""

from dataclasses import replace

import pytest

from data import visitor, window
from data.refused import Refused
from data.store import Store
from data.zone import Zone
from display.parts.calls.seen import Seen, look
from tests.clocks import MovableClock


def take_and_call(store: Store, at: int, service: str = "passport") -> str:
    visitor.take(store, service=service)
    called = window.call(store, window=at)
    assert called
    return called.ticket


def opened(store: Store) -> None:
    for number in (1, 2, 3):
        window.open(store, window=number)


def new(seen: Seen) -> list[str]:
    return [call.ticket for call in seen.new]


def test_past_calls_are_not_new_and_later_ones_are_in_order(store: Store) -> None:
    opened(store)
    first = take_and_call(store, 1)
    seen = look(store, None)
    assert ([call.ticket for call in seen.board.calls], seen.new) == ([first], ())
    later = [take_and_call(store, 2), take_and_call(store, 3)]
    again = look(store, seen)
    assert [(call.ticket, call.window) for call in again.new] == [(later[0], 2), (later[1], 3)]
    assert look(store, again).new == ()


def test_a_recall_is_new(store: Store, clock: MovableClock) -> None:
    opened(store)
    ticket = take_and_call(store, 1)
    seen = look(store, None)
    clock.advance(20)
    window.recall(store, window=1)
    assert new(look(store, seen)) == [ticket]


def test_an_older_store_in_its_place_announces_nothing(store: Store) -> None:
    opened(store)
    take_and_call(store, 1)
    seen = look(store, None)
    newer = replace(seen, board=replace(seen.board, revision=1_000_000))
    assert look(store, newer).new == ()


def test_what_the_log_knows_more_than_the_board_comes_with_the_next_look(store: Store) -> None:
    opened(store)
    seen = look(store, None)
    first = take_and_call(store, 1)
    between = look(store, seen)
    second = take_and_call(store, 2)
    after = look(store, between)
    assert new(between) + new(after) == [first, second]


def test_only_the_calls_of_the_zone_are_new(store: Store) -> None:
    opened(store)
    here, there = Zone(((1, 2),)), Zone((), ("tax",))
    before = look(store, None, here), look(store, None, there)
    passport, tax = take_and_call(store, 1), take_and_call(store, 3, "tax")
    assert new(look(store, before[0], here)) == [passport]
    assert new(look(store, before[1], there)) == [tax]


def test_after_an_hour_only_those_are_new_who_are_still_waited_for(store: Store, clock: MovableClock) -> None:
    opened(store)
    seen = look(store, None)
    for _ in range(10):
        take_and_call(store, 1)
        clock.advance(minutes=3)
        window.start(store, window=1)
        window.finish(store, window=1)
    waited_for = take_and_call(store, 2), take_and_call(store, 3)
    clock.advance(minutes=30)
    window.recall(store, window=2)
    started = take_and_call(store, 1)
    window.start(store, window=1)
    again = look(store, seen)
    assert new(again) == [waited_for[1], waited_for[0]]
    assert again.new[1].at == clock.moment
    assert started == again.board.calls[0].ticket


def test_a_call_that_was_started_at_once_is_new_all_the_same(store: Store) -> None:
    opened(store)
    seen = look(store, None)
    ticket = take_and_call(store, 1)
    window.start(store, window=1)
    assert new(look(store, seen)) == [ticket]


@pytest.mark.parametrize(("zone", "code"), [(Zone(((9, 9),)), "unknown-window"), (Zone((), ("x",)), "unknown-service")])
def test_a_zone_that_the_centre_does_not_have(store: Store, zone: Zone, code: str) -> None:
    with pytest.raises(Refused) as refused:
        look(store, None, zone)
    assert refused.value.code == code
