"""What the hall reads from a real store, on each kind of database."""

from data import visitor, window
from data.store import Store
from display.hall.seen import look
from tests.clocks import MovableClock


def take_and_call(store: Store, at: int) -> str:
    visitor.take(store, service="passport")
    called = window.call(store, window=at)
    assert called
    return called.ticket


def test_past_calls_are_not_new_and_later_ones_are_in_order(store: Store) -> None:
    for number in (1, 2, 3):
        window.open(store, window=number)
    first = take_and_call(store, 1)
    seen = look(store, None)
    assert ([call.ticket for call in seen.board.calls], seen.new) == ([first], ())
    later = [take_and_call(store, 2), take_and_call(store, 3)]
    again = look(store, seen.board.revision)
    assert [(call.ticket, call.window) for call in again.new] == [(later[0], 2), (later[1], 3)]
    assert look(store, again.board.revision).new == ()


def test_a_recall_is_new(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    ticket = take_and_call(store, 1)
    seen = look(store, None)
    clock.advance(20)
    window.recall(store, window=1)
    assert [call.ticket for call in look(store, seen.board.revision).new] == [ticket]


def test_an_older_store_in_its_place_announces_nothing(store: Store) -> None:
    window.open(store, window=1)
    take_and_call(store, 1)
    assert look(store, 1_000_000).new == ()


def test_what_the_log_knows_more_than_the_board_comes_with_the_next_look(store: Store) -> None:
    for number in (1, 2):
        window.open(store, window=number)
    seen = look(store, None)
    first = take_and_call(store, 1)
    between = look(store, seen.board.revision)
    second = take_and_call(store, 2)
    after = look(store, between.board.revision)
    assert [call.ticket for call in between.new + after.new] == [first, second]
