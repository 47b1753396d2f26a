"""The supervisor sees the whole centre as it stands, and what needs somebody."""

from datetime import timedelta

from data import alerts, presence, setup, shifts, supervise, views, visitor, window
from data.centre import read
from data.overview import overview
from data.overview.views import Alert, Line, Overview, Post
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.conftest import CENTRE
from tests.data.bookable import SLOT, bookable, booked
from tests.data.people.staff import staff

MINUTE = timedelta(minutes=1)
BREAKS = '\n[[breaks]]\nid = "lunch"\nname = { az = "Nahar", en = "Lunch", ru = "Обед" }\n'


def post(seen: Overview, number: int) -> Post:
    return next(post for post in seen.posts if post.window == number)


def line(seen: Overview, service: str) -> Line:
    return next(line for line in seen.lines if line.service == service)


def of_kind(seen: Overview, kind: str) -> list[Alert]:
    return [alert for alert in seen.alerts if alert.kind == kind]


def test_windows_are_seen_with_who_is_there_and_what_is_in_hand(store: Store, clock: MovableClock) -> None:
    leyla = shifts.sign_on(store, window=1, by=staff(store)["Leyla"])
    window.open(store, window=1, by=leyla)
    visitor.take(store, service="id-card", class_="priority")
    clock.advance(minutes=3)
    window.call(store, window=1, by=leyla)
    clock.advance(30)
    seen = overview.read(store)
    first, second = post(seen, 1), post(seen, 2)
    assert (first.state, first.person, first.since) == ("open", "Leyla", MORNING)
    assert first.services == ("id-card", "passport")
    assert first.hand is not None
    assert (first.hand.ticket, first.hand.service, first.hand.class_) == ("A001", "id-card", "priority")
    assert (first.hand.state, first.hand.since) == ("called", MORNING + 3 * MINUTE)
    assert (second.state, second.person, second.hand) == ("closed", "", None)
    window.start(store, window=1, by=leyla)
    hand = post(overview.read(store), 1).hand
    assert hand is not None
    assert (hand.state, hand.since) == ("serving", MORNING + 3 * MINUTE)


def test_a_break_is_seen_with_its_reason_and_counts_as_no_window(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, read(CENTRE + BREAKS, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        window.open(store, window=2)
        visitor.take(store, service="tax")
        assert line(overview.read(store), "tax").windows == 1
        clock.advance(minutes=5)
        shifts.take_break(store, window=2, reason="lunch")
        seen = overview.read(store)
        assert (post(seen, 2).state, post(seen, 2).pause, post(seen, 2).since) == ("break", "lunch", clock())
        assert line(seen, "tax").windows == 0
        assert of_kind(seen, "no-window") == [Alert("no-window", MORNING, service="tax", n=1)]


def test_queues_are_seen_with_their_longest_wait(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    window.open(store, window=3)
    visitor.take(store, service="passport", class_="priority")
    clock.advance(minutes=4)
    visitor.take(store, service="passport")
    passport = line(overview.read(store), "passport")
    assert (passport.waiting, passport.oldest, passport.windows) == (2, MORNING, 2)
    assert (passport.tickets, passport.target) == ("given", 15 * MINUTE)
    tax = line(overview.read(store), "tax")
    assert (tax.waiting, tax.oldest, tax.windows) == (0, None, 1)


def test_how_many_were_called_on_time_is_seen_with_how_many_were_called(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    for _ in range(3):
        visitor.take(store, service="tax")
    clock.advance(minutes=10)
    window.next(store, window=2)
    window.start(store, window=2)
    clock.advance(minutes=10)
    window.next(store, window=2)
    today = overview.read(store).today
    assert (today.arrived, today.served, today.n) == (3, 1, 2)
    assert (today.mean, today.p90) == (15 * MINUTE, 20 * MINUTE)
    share = today.shares["tax"]
    assert (share.n, share.within) == (2, 1)


def test_a_stopped_service_and_one_whose_tickets_are_all_taken_are_seen(sqlite_url: str, clock: MovableClock) -> None:
    limited = CENTRE.replace('series = "C"', 'series = "C"\nquota = 1').replace(
        'series = "B"', 'series = "B"\nhours = { mon = ["09:00-12:00"] }'
    )
    setup.init(sqlite_url, read(limited, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        visitor.take(store, service="notary")
        supervise.close_service(store, service="passport")
        seen = overview.read(store)
        given = {line.service: line.tickets for line in seen.lines}
        assert given == {"id-card": "given", "passport": "stopped", "tax": "hours", "notary": "full"}


def test_the_day_so_far_has_a_quarter_for_all_that_happened(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    visitor.take(store, service="tax")
    visitor.take(store, service="tax")
    clock.advance(minutes=20)
    window.call(store, window=2)
    window.start(store, window=2)
    window.finish(store, window=2)
    clock.advance(minutes=10)
    window.close(store, window=2)
    curve = overview.read(store).today.curve
    assert [f"{slot.start:%H:%M}" for slot in curve] == ["10:15", "10:30", "10:45"]
    assert [slot.arrived for slot in curve] == [2, 0, 0]
    assert [slot.p90 for slot in curve] == [None, 20 * MINUTE, None]
    assert [slot.windows for slot in curve] == [1, 1, 0]


def test_the_curve_has_the_waits_that_reports_have(store: Store, clock: MovableClock) -> None:
    """A call after the first start is no end of the wait; one before somebody was put back is."""
    window.open(store, window=2)
    visitor.take(store, service="tax")
    clock.advance(minutes=3)
    window.call(store, window=2)
    window.start(store, window=2)
    window.hold(store, window=2, reason="fetches a photo")
    clock.advance(minutes=30)
    window.resume(store, window=2, ticket="B001")
    window.start(store, window=2)
    window.transfer(store, window=2, service="notary")
    visitor.take(store, service="tax")
    clock.advance(minutes=1)
    window.call(store, window=2)
    window.requeue(store, window=2)
    today = overview.read(store).today
    assert (today.n, today.p90) == (2, 3 * MINUTE)
    assert [slot.p90 for slot in today.curve] == [3 * MINUTE, None, 1 * MINUTE]


def test_the_day_so_far_is_taken_over_where_it_is_given(store: Store, clock: MovableClock) -> None:
    before = overview.read(store)
    visitor.take(store, service="tax")
    after = overview.read(store, so_far=before.today)
    assert after.today is before.today
    assert line(after, "tax").waiting == 1


def test_yesterday_is_not_today(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    visitor.take(store, service="tax")
    window.call(store, window=2)
    visitor.take(store, service="tax")
    clock.advance(days=1)
    seen = overview.read(store)
    assert line(seen, "tax").waiting == 0
    assert seen.today.arrived == 0
    assert [one.ticket for one in seen.people] == ["B001"]  # still in hand


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


def test_who_can_wait_again_is_seen(store: Store, clock: MovableClock) -> None:
    window.open(store, window=2)
    visitor.take(store, service="tax")
    window.call(store, window=2)
    clock.advance(30)
    window.recall(store, window=2)
    clock.advance(60)
    window.no_show(store, window=2)
    assert [one.ticket for one in overview.read(store).today.no_shows] == ["B001"]
    clock.advance(minutes=31)
    assert overview.read(store).today.no_shows == ()


def test_the_overview_says_what_a_desk_says(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    called = window.call(store, window=1)
    assert isinstance(called, views.Ticket)
    assert overview.read(store).revision == called.revision


def test_a_target_of_nothing_is_never_missed(sqlite_url: str, clock: MovableClock) -> None:
    endless = CENTRE.replace('series = "B"', 'series = "B"\ntarget_wait = "0s"')
    setup.init(sqlite_url, read(endless, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        window.open(store, window=2)
        visitor.take(store, service="tax")
        clock.advance(minutes=1)
        assert overview.read(store).alerts == ()
