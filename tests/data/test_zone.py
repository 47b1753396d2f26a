"""A zone of the building: some of its windows, some of its services."""

import pytest

from data import board, visitor, window, zone
from data.centre import Centre
from data.refused import Refused
from data.store import Store
from data.zone import WHOLE, Zone
from tests.clocks import MovableClock
from tests.data import moments
from tests.data.kinds import sqlite_only


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("1", ((1, 1),)),
        ("1-6", ((1, 6),)),
        ("1-6,9", ((1, 6), (9, 9))),
        (" 1-6 , 9 ", ((1, 6), (9, 9))),
        ("", ()),
        ("1,", ()),
        ("6-1", ()),
        ("a", ()),
        ("1-", ()),
        ("-1", ()),
        ("1--2", ()),
        ("1000", ()),
    ],
)
def test_windows_as_they_are_typed(text: str, ranges: zone.Ranges) -> None:
    assert zone.windows(text) == ranges


def test_services_as_they_are_typed() -> None:
    assert zone.services("tax, id-card,tax") == ("tax", "id-card")
    assert zone.services("tax,") == zone.services("") == ()


def test_a_window_or_a_service_that_is_not_there(centre: Centre) -> None:
    Zone(((1, 3),), ("tax",)).check(centre)
    for wrong, code in ((Zone(((1, 4),)), "unknown-window"), (Zone((), ("taxi",)), "unknown-service")):
        with pytest.raises(Refused) as refused:
            wrong.check(centre)
        assert refused.value.code == code


def test_which_queues_are_of_a_zone(centre: Centre) -> None:
    assert Zone(((1, 1),)).serves(centre) == {"id-card", "passport"}
    assert Zone(((1, 2),)).serves(centre) == {"id-card", "passport", "tax"}
    assert Zone((), ("tax",)).serves(centre) == {"tax"}
    assert Zone(((1, 1),), ("tax", "passport")).serves(centre) == {"passport"}
    assert WHOLE.serves(centre) == {"id-card", "passport", "tax", "notary"}


def serve(store: Store, service: str, at: int) -> str:
    ticket = visitor.take(store, service=service)
    moments.called_again(store, at)
    window.start(store, window=at)
    window.finish(store, window=at)
    return ticket.ticket


@sqlite_only
def test_a_zone_has_twenty_calls_of_its_own(store: Store) -> None:
    for number in (1, 3):
        window.open(store, window=number)
    cards = [serve(store, "id-card", 1) for _ in range(22)]
    taxes = [serve(store, "tax", 3) for _ in range(25)]
    assert [call.ticket for call in board.read(store).calls] == taxes[:4:-1]
    assert [call.ticket for call in board.read(store, Zone(((1, 2),))).calls] == cards[:1:-1]
    assert [call.ticket for call in board.read(store, Zone((), ("id-card", "passport"))).calls] == cards[:1:-1]
    assert board.read(store, Zone(((1, 2),), ("tax",))).calls == ()


def test_the_board_of_a_zone(store: Store, clock: MovableClock) -> None:
    for number in (1, 3):
        window.open(store, window=number)
    for service in ("id-card", "tax", "tax", "passport"):
        visitor.take(store, service=service)
    moments.called_again(store, 1)
    moments.called_again(store, 3)
    here = board.read(store, Zone(((2, 3),)))
    assert [(call.ticket, call.window, call.service) for call in here.calls] == [("B001", 3, "tax")]
    everything = board.read(store)
    assert (here.revision, here.head) == (everything.revision, everything.head)
    assert here.waiting == everything.waiting
    assert [queue.service for queue in board.read(store, Zone(((1, 1),))).waiting] == ["id-card", "passport"]
