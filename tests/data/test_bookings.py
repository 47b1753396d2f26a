"""A booking as it is made, kept, listed and printed."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from data import board, bookings, log, outbox, setup, visitor
from data.centre import Centre, read
from data.log import verify
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.data import raw
from tests.data.bookable import BOOKABLE, EARLY, SLOT, bookable, booked, micros, minutes, newest
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused

WRONG: list[dict[str, Any]] = [{"language": "de"}, {"name": "x" * 501}, {"name": "\x00"}, {"key": "\ud800"}]


@pytest.fixture
def centre() -> Centre:
    return bookable()


def test_a_booking_as_it_was_made(store: Store) -> None:
    made = booked(store, language="ru", name="Əli", key="k")
    assert (made.ticket, made.service, made.class_, made.language) == ("", "notary", "normal", "ru")
    assert (made.state, made.slot, made.ahead, made.window) == ("booked", SLOT, None, None)
    assert (made.at, made.revision) == (MORNING, 2)
    assert f"{made.slot:%H:%M %z}" == "11:20 +0400"
    assert visitor.ticket(store, code=made.qr.lower()) == made
    event = newest(store)
    assert (event.act, event.ticket, event.service_day, event.class_) == ("book", None, "2026-11-25", "normal")
    assert (event.place, event.slot) == (None, micros(SLOT))
    assert board.read(store).waiting[3].waiting == 0
    assert verify(store).ok


def test_a_name_is_not_in_the_log_but_the_log_knows_of_it(store: Store, url: str) -> None:
    booked(store, name="Əli Vəliyev")
    assert "Vəliyev" not in str(list(log.events(store)))
    assert [booking.name for booking in bookings.coming(store)] == ["Əli Vəliyev"]
    raw.run(url, "DELETE FROM note")
    assert [booking.name for booking in bookings.coming(store)] == [""]
    assert verify(store).error == "revision 2: the reason is missing, and nothing says that it was purged"


def test_one_key_is_one_booking(store: Store, clock: MovableClock) -> None:
    first = booked(store, key="k")
    before = store.revision()
    assert (booked(store, key="k", language="ru"), store.revision()) == (first, before)
    assert refused(store, lambda: booked(store, SLOT + timedelta(minutes=20), key="k")) == "key-reused"
    assert refused(store, lambda: visitor.take(store, service="notary", key="k")) == "key-reused"
    visitor.take(store, service="notary", key="t")
    assert refused(store, lambda: booked(store, SLOT + timedelta(minutes=20), key="t")) == "key-reused"
    clock.set(EARLY)
    visitor.check_in(store, code=first.code)
    again = booked(store, key="k")
    assert (again.ticket, again.state, again.at, again.revision) == ("C002", "waiting", first.at, first.revision)


@sqlite_only
def test_what_cannot_be_said_with_a_booking(store: Store) -> None:
    for more in WRONG:
        assert refused(store, lambda more=more: visitor.book(store, service="notary", at=SLOT, **more)) == "not-allowed"
    with pytest.raises(ValueError, match="without a time zone"):
        visitor.book(store, service="notary", at=datetime(2026, 11, 25, 11, 20))  # noqa: DTZ001


def test_the_list_of_bookings(store: Store, clock: MovableClock) -> None:
    tomorrow = booked(store, SLOT + timedelta(days=1), name="B")
    today = booked(store, SLOT, name="A")
    gone = booked(store, SLOT + minutes(20))
    visitor.cancel(store, code=gone.code)
    clock.set(SLOT)
    visitor.check_in(store, code=today.code)
    found = [(b.slot, b.state, b.ticket, b.name) for b in bookings.coming(store)]
    assert found == [
        (SLOT, "waiting", "C001", "A"),
        (SLOT + minutes(20), "cancelled", "", ""),
        (tomorrow.slot, "booked", "", "B"),
    ]
    clock.set(SLOT + timedelta(days=2))
    assert bookings.coming(store) == ()
    assert [b.state for b in bookings.coming(store, day=date(2026, 11, 25))] == ["expired", "cancelled"]
    assert [b.state for b in bookings.coming(store, day=date(2026, 11, 26))] == ["no-show"]


@sqlite_only
def test_what_is_to_be_printed_is_in_the_outbox_once(store: Store, clock: MovableClock) -> None:
    code = booked(store, key="k", printer="tcp://printer").code
    booked(store, key="k", printer="tcp://printer")
    assert outbox.waiting(store, "tcp://printer") == (code,)
    clock.set(SLOT)
    visitor.check_in(store, code=code, printer="tcp://other")
    taken = visitor.take(store, service="tax", key="t", printer="tcp://other")
    visitor.take(store, service="tax", key="t", printer="tcp://other")
    assert outbox.waiting(store, "tcp://other") == (code, taken.code)
    assert refused(store, lambda: visitor.check_in(store, code=code, printer="tcp://other")) == "not-allowed"
    assert len(outbox.waiting(store, "tcp://other")) == 2


@sqlite_only
def test_the_start_of_the_day_can_change_unless_a_booking_would_move(
    store: Store, url: str, clock: MovableClock
) -> None:
    change = lambda start: setup.init(  # noqa: E731
        url, read(BOOKABLE.replace('id = "test"', f'id = "test"\nday_starts = "{start}"'), "day.toml"), clock=clock
    )
    booked(store)
    change("11:20")
    assert refused(store, lambda: change("11:21")) == "not-allowed"
