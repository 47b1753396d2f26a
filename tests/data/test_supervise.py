"""What a supervisor does to the whole hall."""

import pytest

from data import board, desk, log, setup, supervise, visitor, window
from data.centre import read
from data.clock import micros
from data.log import chain, verify
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import moments, raw
from tests.data.bookable import SLOT, bookable
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_window import row

DAY = 24 * 3600 * 1_000_000


def test_put_in_front(store: Store, clock: MovableClock) -> None:
    for _ in range(3):
        visitor.take(store, service="id-card", class_="priority")
        clock.advance(60)
    last = visitor.take(store, service="passport")
    moved = supervise.front(store, ticket="A004", reason=" faints ")
    assert (moved.class_, moved.state, moved.ahead) == ("immediate", "waiting", 0)
    kept = row(store, last.code)
    assert kept.place == kept.arrival - DAY
    window.open(store, window=1)
    called = window.call(store, window=1)
    assert called
    assert called.ticket == "A004"
    hand = desk.read(store, window=1).in_hand
    assert hand
    assert hand.reason == "faints", "its operator sees why"
    assert verify(store).ok


def test_the_log_has_its_class_and_place_and_not_why(store: Store, url: str) -> None:
    taken = visitor.take(store, service="id-card")
    supervise.front(store, ticket="A001", reason="faints")
    *_, event = log.events(store)
    assert (event.act, event.class_, event.place) == ("front", "immediate", row(store, taken.code).place)
    assert "faints" not in str(chain.body(event))
    raw.run(url, "DELETE FROM note")
    assert verify(store).error == "revision 3: the reason is missing, and nothing says that it was purged"
    window.open(store, window=1)
    window.call(store, window=1)
    hand = desk.read(store, window=1).in_hand
    assert hand
    assert hand.reason == ""


@sqlite_only
def test_whose_it_is_is_no_reason(url: str, clock: MovableClock) -> None:
    """The name that came with a booking is not shown as why it is in front."""
    setup.init(url, bookable(), clock=clock)
    with Store.open(url, clock=clock) as store:
        booked = visitor.book(store, service="notary", at=SLOT, name="Əli")
        clock.set(SLOT)
        visitor.check_in(store, code=booked.code)
        supervise.front(store, ticket="C001", reason="faints")
        raw.run(url, "DELETE FROM note WHERE text = 'faints'")
        window.open(store, window=3)
        window.call(store, window=3)
        hand = desk.read(store, window=3).in_hand
        assert hand
        assert hand.reason == ""


def test_put_in_front_after_it_was_put_back(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    window.requeue(store, window=1)
    assert window.call(store, window=1) is None, "it is paused"
    supervise.front(store, ticket="A001", reason="here after all")
    assert window.call(store, window=1)
    assert verify(store).ok


@sqlite_only
def test_who_cannot_be_put_in_front(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="tax", class_="immediate", reason="fell ill")
    assert refused(store, lambda: supervise.front(store, ticket="B001", reason="again")) == "not-allowed"
    assert refused(store, lambda: supervise.front(store, ticket="B001", reason=" ")) == "reason-missing"
    assert refused(store, lambda: supervise.front(store, ticket="B002", reason="x")) == "unknown-ticket"
    moments.called(store, clock)
    assert refused(store, lambda: supervise.front(store, ticket="A001", reason="x")) == "not-allowed"


def test_a_window_serves_something_else(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="id-card")
    visitor.take(store, service="tax")
    window.call(store, window=1)
    assigned = supervise.assign(store, window=1, services=["tax", "notary"])
    assert (assigned.window, assigned.state, assigned.services) == (1, "open", ("tax", "notary"))
    seen = desk.read(store, window=1)
    assert (seen.services, seen.in_hand and seen.in_hand.ticket) == (("tax", "notary"), "A001")
    clock.advance(60)
    window.start(store, window=1)
    called = window.next(store, window=1)
    assert called
    assert called.ticket == "B001"
    supervise.assign(store, window=1, services=["id-card", "passport"])
    assert store.centre.window(1).assigned is None, "that is what the centre file says"
    assert verify(store).ok


def test_another_process_serves_what_was_assigned(store: Store, url: str, clock: MovableClock) -> None:
    with Store.open(url, clock=clock) as other:
        supervise.assign(store, window=1, services=["notary"])
        assert window.open(other, window=1).services == ("notary",)


@sqlite_only
def test_what_cannot_be_assigned(store: Store) -> None:
    def assigned(number: int, *services: str) -> str:
        return refused(store, lambda: supervise.assign(store, window=number, services=services))

    assert assigned(9, "tax") == "unknown-window"
    assert assigned(1, "moon") == "unknown-service"
    assert (assigned(1), assigned(1, "tax", "tax")) == ("not-allowed", "not-allowed")
    before = store.revision()
    assert supervise.assign(store, window=1, services=["id-card", "passport"]).revision == 0
    assert store.revision() == before, "it serves these already"


@sqlite_only
def test_who_waits_for_what_is_retired_is_still_called(store: Store, url: str, clock: MovableClock) -> None:
    taken = visitor.take(store, service="passport")
    passport = CENTRE[CENTRE.index('[[services]]\nid = "passport"') : CENTRE.index('[[services]]\nid = "tax"')]
    less = CENTRE.replace(passport, "").replace(', "passport"', "").replace('"passport", ', "")
    setup.init(url, read(less, "less.toml"), clock=clock)
    assert supervise.assign(store, window=1, services=["tax"]).services == ("tax", "passport")
    window.open(store, window=1)
    called = window.call(store, window=1)
    assert called
    assert called.code == taken.code


def test_a_service_is_stopped_for_its_day(store: Store, clock: MovableClock) -> None:
    taken = visitor.take(store, service="tax")
    stop = supervise.close_service(store, service="tax")
    assert stop.closed_on
    assert (stop.service, stop.closed_on.isoformat(), stop.revision) == ("tax", "2026-11-25", store.revision())
    offer = next(offer for offer in board.offers(store) if offer.service == "tax")
    assert (offer.open, offer.stopped) == (False, True)
    assert offer.opens
    assert offer.opens.isoformat() == "2026-11-26T00:00:00+04:00"
    assert refused(store, lambda: visitor.take(store, service="tax")) == "service-closed"
    visitor.take(store, service="notary")
    window.open(store, window=2)
    called = window.call(store, window=2)
    assert called, "those who have a ticket are served"
    assert called.code == taken.code
    clock.advance(days=1)
    assert visitor.take(store, service="tax").ticket == "B001", "the next day it is forgotten"
    assert verify(store).ok


def test_a_service_is_allowed_again(store: Store) -> None:
    supervise.close_service(store, service="tax")
    supervise.open_service(store, service="tax")
    assert visitor.take(store, service="tax").ticket == "B001"
    assert [event.service for event in log.events(store) if event.act.endswith("-service")] == ["tax", "tax"]
    assert verify(store).ok


@sqlite_only
def test_a_stop_is_made_once_and_of_what_there_is(store: Store, clock: MovableClock) -> None:
    assert refused(store, lambda: supervise.close_service(store, service="moon")) == "unknown-service"
    assert refused(store, lambda: supervise.open_service(store, service="tax")) == "not-allowed"
    supervise.close_service(store, service="tax")
    assert refused(store, lambda: supervise.close_service(store, service="tax")) == "not-allowed"
    clock.advance(days=1)
    assert refused(store, lambda: supervise.open_service(store, service="tax")) == "not-allowed"
    assert supervise.close_service(store, service="tax").revision == store.revision()


@sqlite_only
def test_no_appointment_of_the_day_is_given_for_it_either(url: str, clock: MovableClock) -> None:
    setup.init(url, bookable(), clock=clock)
    with Store.open(url, clock=clock) as store:
        held = visitor.book(store, service="notary", at=SLOT)
        supervise.close_service(store, service="notary")
        assert refused(store, lambda: visitor.book(store, service="notary", at=SLOT)) == "not-a-slot"
        clock.set(SLOT)
        assert visitor.check_in(store, code=held.code).state == "waiting", "whoever has one is let in"


@sqlite_only
@pytest.mark.parametrize("act", ["assign", "close-service", "open-service", "close-day"])
def test_each_change_carries_the_seal_of_the_centre(store: Store, url: str, act: str) -> None:
    if act != "assign":
        supervise.close_service(store, service="tax")
    {
        "assign": lambda: supervise.assign(store, window=1, services=["tax"]),
        "close-service": lambda: supervise.close_service(store, service="notary"),
        "open-service": lambda: supervise.open_service(store, service="tax"),
        "close-day": lambda: supervise.close_day(store),
    }[act]()
    *_, event = log.events(store)
    ((document,),) = raw.rows(url, "SELECT document FROM centre")
    assert (event.act, event.seal) == (act, chain.centre_seal(document))
    assert verify(store).ok
    raw.run(url, "UPDATE centre SET document = replace(document, '2026-11-25', '2026-11-24')")
    raw.run(url, 'UPDATE centre SET document = replace(document, \'"assigned":["tax"]\', \'"assigned":["notary"]\')')
    verdict = verify(store)
    assert verdict.ok == (act == "open-service")
    assert verdict.ok or f"revision {event.revision}:" in (verdict.error or "")


def test_times_are_those_of_the_act(store: Store, clock: MovableClock) -> None:
    clock.advance(77)
    assert micros(supervise.close_service(store, service="tax").at) == micros(clock.moment)
