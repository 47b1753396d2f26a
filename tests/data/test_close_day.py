"""The service day is closed by hand, once no window has a ticket in hand; the next one begins as ever."""

import pytest

from data import board, log, setup, supervise, visitor, window
from data.centre import Centre, read
from data.log import verify
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.bookable import BOOKABLE, SLOT, bookable
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_window import row


@pytest.fixture
def centre() -> Centre:
    """A centre that takes bookings."""
    return bookable()


@pytest.fixture
def evening(store: Store, clock: MovableClock) -> dict[str, str]:
    """The codes of one who waits, one on hold, one who booked for today and one for tomorrow; 1 and 3 are open."""
    for number in (1, 3):
        window.open(store, window=number)
    held = visitor.take(store, service="id-card")
    window.call(store, window=1)
    window.hold(store, window=1, reason="fetches a photo")
    codes = {"waiting": visitor.take(store, service="tax").code, "on-hold": held.code}
    codes["booked"] = visitor.book(store, service="notary", at=SLOT).code
    codes["tomorrow"] = visitor.book(store, service="notary", at=SLOT.replace(day=26)).code
    return codes


def test_what_is_left_over_expires_and_windows_close(
    store: Store, clock: MovableClock, evening: dict[str, str]
) -> None:
    done = supervise.close_day(store)
    assert (str(done.service_day), done.expired, done.no_shows, done.windows) == ("2026-11-25", 2, 1, (1, 3))
    states = {name: row(store, code).state for name, code in evening.items()}
    assert states == {"waiting": "expired", "on-hold": "expired", "booked": "no-show", "tomorrow": "booked"}
    assert not any(queue.waiting for queue in board.read(store).waiting)
    assert refused(store, lambda: window.call(store, window=3)) == "window-closed"
    assert verify(store).ok


def test_no_tickets_are_given_until_the_next_service_day(store: Store, clock: MovableClock) -> None:
    supervise.close_day(store)
    assert refused(store, lambda: visitor.take(store, service="tax")) == "service-closed"
    assert not any(offer.open for offer in board.offers(store))
    clock.advance(days=1)
    before = store.revision()
    assert visitor.take(store, service="tax").ticket == "B001"
    assert [event.act for event in log.events(store, since=before)] == ["take"], "nothing expires twice"
    assert verify(store).ok


def test_nobody_who_is_in_hand_is_sent_away(store: Store, clock: MovableClock, evening: dict[str, str]) -> None:
    window.open(store, window=2)
    for number in (2, 1):
        window.walk_in(store, window=number, service="passport")
    before = store.revision()
    with pytest.raises(Refused) as caught:
        supervise.close_day(store)
    assert (caught.value.code, caught.value.values["windows"], store.revision()) == ("day-open", "1, 2", before)
    for number in (1, 2):
        window.finish(store, window=number)
    assert supervise.close_day(store).windows == (1, 2, 3)


def test_who_is_signed_on_is_signed_off(store: Store, url: str) -> None:
    raw.run(url, "INSERT INTO person (id, name, role, pin, active) VALUES (7, 'Leyla', 'operator', '', true)")
    raw.run(url, "UPDATE \"window\" SET person = 7, session = 'x', since = 1 WHERE number = 2")
    assert supervise.close_day(store).windows == (2,)
    ((person, session, since),) = raw.rows(url, 'SELECT person, session, since FROM "window" WHERE number = 2')
    assert (person, session, since) == (None, None, None)
    assert [(event.act, event.window) for event in log.events(store, since=1)][:1] == [("sign-off", 2)]


@sqlite_only
def test_it_is_closed_once_and_a_supervisor_may_open_a_service_again(store: Store, clock: MovableClock) -> None:
    supervise.close_day(store)
    assert refused(store, lambda: supervise.close_day(store)) == "not-allowed"
    supervise.open_service(store, service="tax")
    visitor.take(store, service="tax")
    assert supervise.close_day(store).expired == 1
    clock.advance(days=1)
    assert supervise.close_day(store).expired == 0


@sqlite_only
def test_a_change_of_the_centre_file_does_not_open_the_day_again(store: Store, url: str, clock: MovableClock) -> None:
    supervise.close_day(store)
    setup.init(url, read(BOOKABLE.replace('en = "Notary"', 'en = "Notaries"'), "bookable.toml"), clock=clock)
    store.revision()
    assert store.centre.service("notary").name["en"] == "Notaries"
    assert refused(store, lambda: visitor.take(store, service="tax")) == "service-closed"
