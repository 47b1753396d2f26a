"""The supervisor sees the whole centre as it stands, and what needs somebody."""

from data import setup, shifts, supervise, views, visitor, window
from data.centre import read
from data.overview import overview
from data.overview.views import Alert
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.conftest import CENTRE
from tests.data.overview.rows import MINUTE, line, of_kind, post
from tests.data.people.staff import staff

BREAKS = '\n[[breaks]]\nid = "lunch"\nname = { az = "Nahar", en = "Lunch", ru = "Обед" }\n'


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
