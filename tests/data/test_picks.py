"""The tickets that an operator can pick by hand."""

from data import picks, visitor, window
from data.store import Store
from tests.clocks import MovableClock


def names(tickets: tuple[object, ...]) -> list[str]:
    return [str(getattr(ticket, "ticket", "")) for ticket in tickets]


def test_who_waits_for_what_the_window_serves_in_the_order_of_their_places(store: Store, clock: MovableClock) -> None:
    for service in ("id-card", "tax", "passport"):
        visitor.take(store, service=service)
        clock.advance(1)
    visitor.take(store, service="passport", class_="priority")
    assert names(picks.waiting(store, window=1)) == ["A003", "A001", "A002"]
    window.open(store, window=1)
    window.call(store, window=1)
    assert names(picks.waiting(store, window=1)) == ["A001", "A002"]
    clock.advance(days=1)
    assert picks.waiting(store, window=1) == ()


def test_who_did_not_come_the_last_first_while_they_may_wait_again(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    for _ in range(2):
        visitor.take(store, service="id-card")
        window.call(store, window=1)
        clock.advance(30)
        window.recall(store, window=1)
        clock.advance(31)
        window.no_show(store, window=1)
    assert names(picks.not_come(store)) == ["A002", "A001"]
    clock.advance(minutes=29, seconds=30)
    assert names(picks.not_come(store)) == ["A002"]
    window.revive(store, window=1, ticket="A002")
    assert picks.not_come(store) == ()
