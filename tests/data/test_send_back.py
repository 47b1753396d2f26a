"""A ticket goes back to the operator who sent it, and to nobody else while that window works."""

import pytest

from data import desk, supervise, visitor, window
from data.log import verify
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_window import row


@pytest.fixture
def sent(store: Store) -> str:
    """The code of A001, which window 1 has sent to window 2, that has it in hand; window 3 is open as well."""
    for number in (1, 2, 3):
        window.open(store, window=number)
    taken = visitor.take(store, service="id-card")
    window.call(store, window=1)
    window.transfer(store, window=1, service="tax")
    window.call(store, window=2)
    window.start(store, window=2)
    return taken.code


def test_no_other_window_gets_it(store: Store, clock: MovableClock, sent: str) -> None:
    hand = desk.read(store, window=2).in_hand
    assert hand
    assert hand.from_window == 1
    assert "send-back" in [possible.act for possible in desk.read(store, window=2).acts]
    clock.advance(60)
    visitor.take(store, service="id-card")
    back = window.send_back(store, window=2)
    assert (back.state, back.service, back.ahead) == ("waiting", "id-card", 0)
    later = window.call(store, window=3)
    assert later
    assert later.ticket == "A002", "window 3 serves identity cards too, and passes over who was sent back"
    following = desk.read(store, window=1).next
    assert following
    assert following.ticket == "A001"
    called = window.call(store, window=1)
    assert called
    assert (called.ticket, row(store, sent).for_window) == ("A001", None)
    assert verify(store).ok


@pytest.mark.parametrize("gone", ["closed", "serves it no more"])
def test_when_that_window_goes_away_others_get_it(store: Store, clock: MovableClock, sent: str, gone: str) -> None:
    window.send_back(store, window=2)
    assert window.call(store, window=3) is None
    if gone == "closed":
        window.close(store, window=1)
    else:
        supervise.assign(store, window=1, services=["passport"])
    called = window.call(store, window=3)
    assert called
    assert called.code == sent
    assert verify(store).ok


def test_when_that_window_opens_again_it_is_for_it(store: Store, sent: str) -> None:
    window.send_back(store, window=2)
    window.close(store, window=1)
    assert desk.read(store, window=3).next
    window.open(store, window=1)
    assert desk.read(store, window=3).next is None


def test_another_window_may_still_call_it_by_its_number(store: Store, sent: str) -> None:
    window.send_back(store, window=2)
    called = window.call(store, window=3, ticket="A001", reason="the visitor asked")
    assert called
    assert row(store, sent).for_window is None
    window.undo(store, window=3)
    assert row(store, sent).for_window == 1
    assert verify(store).ok


def test_it_goes_to_where_that_operator_sits_now(store: Store, url: str) -> None:
    """Leyla sent it from window 1, and has gone over to window 3 since."""
    raw.run(url, "INSERT INTO person (id, name, role, pin, active) VALUES (7, 'Leyla', 'operator', '', true)")
    leyla = Signed(7, "Leyla", "operator")
    raw.run(url, 'UPDATE "window" SET person = 7 WHERE number = 1')
    for number in (1, 2, 3):
        window.open(store, window=number, by=leyla if number == 1 else None)
    taken = visitor.take(store, service="id-card")
    window.call(store, window=1, by=leyla)
    window.transfer(store, window=1, service="tax", by=leyla)
    raw.run(
        url, 'UPDATE "window" SET person = NULL WHERE number = 1', 'UPDATE "window" SET person = 7 WHERE number = 3'
    )
    window.call(store, window=2)
    hand = desk.read(store, window=2).in_hand
    assert hand
    assert hand.from_window == 3
    window.send_back(store, window=2)
    assert row(store, taken.code).for_window == 3
    assert window.call(store, window=1) is None


def test_it_can_be_taken_back_and_sent_to_and_fro(store: Store, clock: MovableClock, sent: str) -> None:
    before = row(store, sent)
    window.send_back(store, window=2)
    window.undo(store, window=2)
    after = row(store, sent)
    assert after == before._replace(revision=after.revision, acted_at=after.acted_at)
    window.send_back(store, window=2)
    window.call(store, window=1)
    assert window.send_back(store, window=1).service == "tax"
    assert row(store, sent).for_window == 2
    assert verify(store).ok


@sqlite_only
def test_what_nobody_sent_goes_nowhere(store: Store) -> None:
    assert refused(store, lambda: window.send_back(store, window=3)) == "nothing-in-hand"
    window.open(store, window=3)
    visitor.take(store, service="id-card")
    window.call(store, window=3)
    assert refused(store, lambda: window.send_back(store, window=3)) == "not-allowed"
    assert "send-back" not in [possible.act for possible in desk.read(store, window=3).acts]
    window.transfer(store, window=3, service="tax")
    window.call(store, window=3)
    assert refused(store, lambda: window.send_back(store, window=3)) == "not-allowed", "it sent it to itself"


@sqlite_only
def test_those_ahead_are_counted_as_before(store: Store, clock: MovableClock, sent: str) -> None:
    clock.advance(60)
    second = visitor.take(store, service="id-card")
    assert second.ahead == 0
    window.send_back(store, window=2)
    assert visitor.ticket(store, code=second.code).ahead == 1
