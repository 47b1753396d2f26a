"""Which services were wanted most on the days before today."""

from data import popular, visitor
from data.store import Store
from tests.clocks import MovableClock


def take(store: Store, *services: str) -> None:
    for service in services:
        visitor.take(store, service=service)


def test_the_tickets_of_the_days_before_today_are_counted(store: Store, clock: MovableClock) -> None:
    take(store, "notary", "notary", "notary")
    clock.advance(days=1)
    take(store, "tax", "id-card", "tax")
    assert popular.taken(store) == {"notary": 3}
    clock.advance(days=27)
    assert popular.taken(store) == {"notary": 3, "tax": 2, "id-card": 1}
    clock.advance(days=1)
    assert popular.taken(store) == {"tax": 2, "id-card": 1}
    assert popular.taken(store, days=1) == {}


def test_what_becomes_of_a_ticket_does_not_matter(store: Store, clock: MovableClock) -> None:
    visitor.cancel(store, code=visitor.take(store, service="tax").code)
    clock.advance(days=1)
    assert popular.taken(store) == {"tax": 1}


def test_the_order_stays_as_it_is_all_day(store: Store, clock: MovableClock) -> None:
    take(store, "notary")
    clock.advance(days=1)
    before = popular.taken(store)
    take(store, "tax", "tax")
    clock.advance(hours=5)
    assert popular.taken(store) == before == {"notary": 1}
