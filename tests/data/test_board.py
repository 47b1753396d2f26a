"""What everyone sees: the newest calls, and how many wait."""

from datetime import datetime, timedelta

import pytest

from data import board, log, setup, visitor, window
from data.centre import read
from data.centre.timetable import Timetable
from data.store import Store
from data.views import Call, Queue
from data.zone import Zone
from tests.clocks import MORNING, MovableClock
from tests.conftest import CENTRE
from tests.data import moments
from tests.data.centre.walls import BAKU
from tests.data.kinds import sqlite_only


def test_nothing_has_happened(store: Store) -> None:
    read = board.read(store)
    (event,) = log.events(store)
    assert (read.centre, read.revision, read.head, read.calls) == ("test", 1, event.digest.hex(), ())
    assert read.waiting == tuple(Queue(service, 0, None) for service in ("id-card", "passport", "tax", "notary"))


def test_calls_newest_first_and_who_waits(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    for service in ("tax", "tax", "passport"):
        clock.advance(10)
        visitor.take(store, service=service)
    clock.advance(5.9)
    first, second = moments.called_again(store, 1), moments.called_again(store, 3)
    read = board.read(store)
    assert read.calls == (
        Call("B001", 3, clock.moment, second.revision, "tax", "az"),
        Call("A001", 1, clock.moment, first.revision, "id-card", "az"),
    )
    assert read.waiting == (
        Queue("id-card", 0, None),
        Queue("passport", 1, 5),
        Queue("tax", 1, 15),
        Queue("notary", 0, None),
    )
    assert read.revision == store.revision()
    assert clock.moment == MORNING + timedelta(seconds=35.9)


def test_a_recall_is_the_newest_call(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    visitor.take(store, service="tax")
    moments.called_again(store, 3)
    clock.advance(20)
    window.recall(store, window=1)
    assert [(call.ticket, call.at) for call in board.read(store).calls] == [
        ("A001", clock.moment),
        ("B001", clock.moment - timedelta(seconds=20)),
    ]


@sqlite_only
@pytest.mark.parametrize(
    ("state", "stays"),
    [
        ("serving", True),
        ("served", True),
        ("no-show", True),
        ("on-hold", True),
        ("cancelled", False),
        ("expired", False),
    ],
)
def test_a_call_stays_after_serving(store: Store, clock: MovableClock, state: str, stays: bool) -> None:
    moments.STATES[state](store, clock)
    assert [call.ticket for call in board.read(store).calls] == ["A001"] * stays


@sqlite_only
def test_a_call_leaves_on_requeue_and_undo(store: Store, clock: MovableClock) -> None:
    moments.called(store, clock)
    window.requeue(store, window=1)
    assert board.read(store).calls == ()
    clock.advance(minutes=5)
    moments.called_again(store)
    window.undo(store, window=1)
    assert board.read(store).calls == ()


@sqlite_only
def test_at_most_twenty_calls(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    for _ in range(22):
        visitor.take(store, service="id-card")
        moments.called_again(store)
        window.start(store, window=1)
        window.finish(store, window=1)
    assert [call.ticket for call in board.read(store).calls] == [f"A{number:03}" for number in range(22, 2, -1)]


@sqlite_only
def test_a_board_of_before_does_not_change(store: Store, clock: MovableClock) -> None:
    before = board.read(store)
    kept = before.waiting, before.calls
    moments.called(store, clock)
    assert (before.waiting, before.calls) == kept
    with pytest.raises(AttributeError):
        before.revision = 7  # type: ignore[misc]


@sqlite_only
def test_offers(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="passport")
    visitor.take(store, service="passport")
    offered = [(offer.service, offer.waiting, offer.open, offer.full) for offer in board.offers(store)]
    assert offered == [
        (service, n, True, False) for service, n in (("id-card", 1), ("passport", 2), ("tax", 0), ("notary", 0))
    ]


def test_what_an_offer_says_of_its_hours(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('id = "test"', 'id = "test"\nhours = { mon-fri = ["09:00-11:00", "14:00-18:00"] }')
    text = text.replace('series = "C"', 'series = "C"\nduration = "20m"\nhours = { thu = ["10:00-12:00"] }')
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        noon, thursday = datetime(2026, 11, 25, 14, tzinfo=BAKU), datetime(2026, 11, 26, 10, tzinfo=BAKU)
        for minutes, said in ((0, (True, None, False)), (25, (False, noon, True)), (15, (False, noon, False))):
            clock.advance(minutes=minutes)
            tax, notary = board.offers(store)[2:]
            assert (tax.open, tax.opens, tax.last_passed, tax.bookable) == (*said, False)
            assert (notary.open, notary.opens, notary.last_passed, notary.bookable) == (False, thursday, False, True)
        assert str(tax.opens) == "2026-11-25 14:00:00+04:00"


def test_the_hours_of_500_services_are_worked_out_once(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = CENTRE[CENTRE.index('[[services]]\nid = "notary"') : CENTRE.index("[[windows]]")]
    many = CENTRE.replace(one, "".join(one.replace('"notary"', f'"notary-{n}"') for n in range(500)))
    many = many.replace('"notary"', '"notary-7"').replace(
        'id = "test"', 'id = "test"\nhours = { mon = ["09:00-18:00"] }'
    )
    setup.init(sqlite_url, read(many, "centre.toml"))
    asked: list[int] = []
    monkeypatch.setattr(Timetable, "opens", lambda self, at: asked.append(at))
    monkeypatch.setattr(Timetable, "gives_tickets", lambda self, at: False)
    with Store.open(sqlite_url) as store:
        assert len(board.offers(store)) == 503
        assert len(asked) == 1


@sqlite_only
def test_a_burst_is_announced_call_by_call(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="tax")
    since = store.revision()
    moments.called_again(store, 1)
    moments.called_again(store, 3)
    clock.advance(20)
    window.recall(store, window=1)
    calls = log.calls(store, since=since)
    assert [(call.ticket, call.window) for call in calls] == [("A001", 1), ("B001", 3), ("A001", 1)]
    assert [call.revision for call in calls] == sorted(call.revision for call in calls)
    assert log.calls(store, since=store.revision()) == ()


HOURS = 'id = "test"\nhours = { mon-fri = ["09:00-11:00", "14:00-18:00"] }'


def test_a_centre_is_closed_once_nobody_is_left(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('id = "test"', HOURS)
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        moments.waiting(store, clock)
        assert board.closed(store) is None
        clock.advance(minutes=26)  # no more tickets, but one still waits
        assert board.closed(store) is None
        moments.called_again(store)
        assert board.closed(store) is None
        window.start(store, window=1)
        assert board.closed(store) is None
        assert board.closed(store, Zone(((2, 2),))) == board.Closed(datetime(2026, 11, 25, 14, tzinfo=BAKU))
        window.finish(store, window=1)
        assert board.closed(store) == board.Closed(datetime(2026, 11, 25, 14, tzinfo=BAKU))
        clock.advance(hours=3, minutes=14)
        assert board.closed(store) is None
        clock.advance(hours=5)
        assert board.closed(store) == board.Closed(datetime(2026, 11, 26, 9, tzinfo=BAKU))


def test_a_zone_may_be_closed_while_others_are_open(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('series = "C"', 'series = "C"\nhours = { thu = ["10:00-12:00"] }')
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        assert board.closed(store) is None
        thursday = datetime(2026, 11, 26, 10, tzinfo=BAKU)
        assert board.closed(store, Zone((), ("notary",))) == board.Closed(thursday)
        assert board.closed(store, Zone((), ("notary", "tax"))) is None


def test_a_stopped_service_gives_tickets_again_on_the_next_day(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('id = "test"', HOURS)
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        services = tuple(
            service.model_copy(update={"closed_on": "2026-11-25" if service.id in ("tax", "notary") else None})
            for service in store.centre.services
        )
        store._centre = store.centre.model_copy(update={"services": services})
        offers = {offer.service: offer for offer in board.offers(store)}
        assert (offers["tax"].open, offers["tax"].stopped, offers["passport"].open) == (False, True, True)
        assert (offers["tax"].opens, offers["tax"].last_passed) == (datetime(2026, 11, 26, 9, tzinfo=BAKU), True)
        assert board.closed(store, Zone((), ("tax", "notary"))) == board.Closed(offers["tax"].opens)
        clock.advance(days=1)
        assert {offer.open for offer in board.offers(store)} == {True}


@sqlite_only
def test_who_is_called_and_has_not_come(store: Store, clock: MovableClock) -> None:
    moments.waiting(store, clock)
    visitor.take(store, service="tax")
    moments.called_again(store, 1)
    moments.called_again(store, 3)
    assert board.called(store) == {("A001", 1), ("B001", 3)}
    window.start(store, window=1)
    assert board.called(store) == {("B001", 3)}
