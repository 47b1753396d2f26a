"""A ticket is scanned at a window: what it is, and what helps."""

import pytest

from data import desk, visitor, window
from data.centre import Centre, read
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import moments
from tests.data.kinds import sqlite_only
from tests.data.moments import STATES

pytestmark = sqlite_only
BOOKABLE = CENTRE.replace('series = "A"', 'series = "A"\nduration = "20m"', 1)
HELPS = {"waiting": "call", "called": "start", "on-hold": "resume", "no-show": "revive"}


@pytest.fixture
def centre() -> Centre:
    """A centre where identity cards can be booked."""
    return read(BOOKABLE, "centre.toml")


@pytest.mark.parametrize("state", STATES)
def test_what_is_said_is_what_can_be_done(store: Store, clock: MovableClock, state: str) -> None:
    ticket = STATES[state](store, clock)
    if state == "expired":
        window.close(store, window=3)
        window.open(store, window=3)
    found = desk.scanned(store, window=1, code=ticket.qr)
    assert (found.ticket, found.service, found.state) == (ticket.ticket, "id-card", state)
    assert found.act == HELPS.get(state, "")
    assert (found.why is None) == bool(found.act)
    match found.act:
        case "start":
            assert window.start(store, window=1).state == "serving"
        case "":
            assert found.why
            assert found.why.message.endswith(".")
        case "call":
            assert window.call(store, window=1, ticket=found.ticket, reason="scanned")
        case act:
            assert getattr(window, act)(store, window=1, ticket=found.ticket)


def why(store: Store, number: int, code: str) -> tuple[str, str]:
    """The code and the sentence why nothing can be done with a ticket at a window."""
    found = desk.scanned(store, window=number, code=code)
    assert found.act == ""
    assert found.why
    return found.why.code, found.why.message


def test_it_is_called_at_another_window(store: Store, clock: MovableClock) -> None:
    ticket = moments.called(store, clock)
    assert why(store, 3, ticket.code) == ("not-allowed", "A001 is called to window 1.")
    window.start(store, window=1)
    assert why(store, 3, ticket.code) == ("not-allowed", "A001 is being served at window 1.")


def test_it_is_for_something_else(store: Store, clock: MovableClock) -> None:
    ticket = visitor.take(store, service="tax")
    window.open(store, window=1)
    assert why(store, 1, ticket.code) == ("not-served-here", "Window 1 does not serve B001.")
    assert why(store, 2, ticket.code)[0] == "window-closed"


def test_somebody_is_in_hand(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    ticket = visitor.take(store, service="id-card")
    assert why(store, 1, ticket.code) == ("ticket-in-hand", "Window 1 has A001 in hand.")
    assert desk.scanned(store, window=3, code=ticket.code).act == "call"


def test_it_is_too_late_to_revive_it(store: Store, clock: MovableClock) -> None:
    ticket = moments.no_show(store, clock)
    clock.advance(minutes=30)
    assert desk.scanned(store, window=1, code=ticket.code).act == "revive"
    clock.advance(1)
    assert why(store, 1, ticket.code)[0] == "not-allowed"


def test_it_is_of_another_day(store: Store, clock: MovableClock) -> None:
    """Nobody has acted since: that it has expired is not written yet."""
    ticket = moments.waiting(store, clock)
    clock.advance(days=1)
    assert why(store, 1, ticket.code) == ("not-allowed", "A001 has expired, so this cannot be done.")


def test_it_is_none(store: Store) -> None:
    for number, code, refusal in ((1, "HELLO", "unknown-code"), (9, "HELLO", "unknown-window")):
        with pytest.raises(Refused) as caught:
            desk.scanned(store, window=number, code=code)
        assert caught.value.code == refusal
