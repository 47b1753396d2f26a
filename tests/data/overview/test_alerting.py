"""What needs somebody is told, and as long as it does."""

from datetime import timedelta

from data import alerts, presence, setup, visitor, window
from data.centre import read
from data.overview import overview
from data.overview.views import Alert
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.conftest import CENTRE
from tests.data.bookable import SLOT, bookable, booked
from tests.data.overview.rows import MINUTE, line, of_kind


def test_no_window_is_told_while_anybody_waits_for_it(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="tax")
    clock.advance(minutes=1)
    visitor.take(store, service="tax")
    assert overview.read(store).alerts == (Alert("no-window", MORNING, service="tax", n=2),)
    window.open(store, window=2)
    assert overview.read(store).alerts == ()


def test_a_missed_target_is_told_with_who_waits_longest(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    for _ in range(3):
        visitor.take(store, service="tax")
        clock.advance(minutes=5)
    presence.beat(store, "window 2")
    assert overview.read(store).alerts == ()
    clock.advance(1)
    presence.beat(store, "window 2")
    assert overview.read(store).alerts == (Alert("target", MORNING, service="tax", ticket="B001", n=1),)


def test_who_has_an_appointment_waits_from_its_time(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, bookable(), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        window.open(store, window=3)
        ticket = booked(store)
        clock.set(SLOT - 10 * MINUTE)
        visitor.check_in(store, code=ticket.code)
        clock.set(SLOT + 15 * MINUTE)
        presence.beat(store, "window 3")
        seen = overview.read(store)
        assert line(seen, "notary").oldest == SLOT
        assert of_kind(seen, "target") == []
        clock.advance(1)
        (alert,) = of_kind(overview.read(store), "target")
        assert (alert.ticket, alert.since) == ("C001", SLOT)
        window.call(store, window=3)
        assert overview.read(store).today.shares["notary"].within == 0


def test_a_ticket_that_is_in_hand_too_long_is_told(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    visitor.take(store, service="tax")
    window.call(store, window=2)
    clock.advance(minutes=30)
    presence.beat(store, "window 2")
    assert overview.read(store).alerts == ()
    clock.advance(1)
    assert overview.read(store).alerts == (Alert("in-hand", MORNING, "tax", 2, "B001"),)


def test_a_printer_without_paper_is_told(store: Store, clock: MovableClock) -> None:
    alerts.tell(store, "printer tcp://10.0.0.5:9100", "paper-out")
    (alert,) = overview.read(store).alerts
    assert alert == Alert("device", MORNING, source="printer tcp://10.0.0.5:9100", problem="paper-out")


def test_a_silent_window_is_told_while_it_is_open(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    clock.advance(minutes=2)
    assert overview.read(store).alerts == ()
    clock.advance(1)
    assert overview.read(store).alerts == (Alert("silent", MORNING, window=2, source="window 2"),)
    presence.beat(store, "window 2")
    assert overview.read(store).alerts == ()
    clock.advance(minutes=3)
    assert of_kind(overview.read(store), "silent") == [
        Alert("silent", MORNING + 2 * MINUTE + timedelta(seconds=1), window=2, source="window 2")
    ]
    window.close(store, window=2)
    assert overview.read(store).alerts == ()


def test_a_kiosk_that_fell_silent_is_told_but_not_one_that_was_ended(store: Store, clock: MovableClock) -> None:
    presence.beat(store, "kiosk reception:tty1")
    presence.beat(store, "kiosk reception:tty2")
    clock.advance(minutes=2, seconds=1)
    presence.leave(store, "kiosk reception:tty2")
    assert overview.read(store).alerts == (Alert("silent", MORNING, source="kiosk reception:tty1"),)


def test_who_will_not_be_served_is_told_before_closing(sqlite_url: str, clock: MovableClock) -> None:
    short = CENTRE.replace('series = "B"', 'series = "B"\nhours = { wed = ["09:00-10:50"] }')
    setup.init(sqlite_url, read(short, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        window.open(store, window=2)
        for _ in range(8):
            visitor.take(store, service="tax")
        (alert,) = of_kind(overview.read(store), "closing")
        assert (alert.service, alert.since, alert.n) == ("tax", MORNING + 30 * MINUTE, 2)


def test_the_most_pressing_alert_is_the_first(store: Store, clock: MovableClock) -> None:
    alerts.tell(store, "printer", "error")
    presence.beat(store, "hall")
    window.open(store, window=1)
    visitor.take(store, service="id-card")
    window.call(store, window=1)
    visitor.take(store, service="tax")
    visitor.take(store, service="id-card")
    clock.advance(minutes=31)
    kinds = [alert.kind for alert in overview.read(store).alerts]
    assert kinds == ["no-window", "target", "target", "in-hand", "device", "silent", "silent"]


def test_a_target_of_nothing_is_never_missed(sqlite_url: str, clock: MovableClock) -> None:
    endless = CENTRE.replace('series = "B"', 'series = "B"\ntarget_wait = "0s"')
    setup.init(sqlite_url, read(endless, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        window.open(store, window=2)
        visitor.take(store, service="tax")
        clock.advance(minutes=1)
        assert overview.read(store).alerts == ()
