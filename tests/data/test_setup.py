"""Setting a centre up, and setting it up anew: things come, change and retire, and no ticket is lost."""

import pytest

from data import board, desk, log, setup, visitor, window
from data.centre import Centre, read
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import moments, raw
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused

TAX = CENTRE[CENTRE.index('[[services]]\nid = "tax"') : CENTRE.index('[[services]]\nid = "notary"')]
WINDOW_2 = CENTRE[CENTRE.index("[[windows]]\nnumber = 2") : CENTRE.index("[[windows]]\nnumber = 3")]
NO_TAX = CENTRE.replace(TAX, "").replace(', "tax"', "")
NO_WINDOW_2 = CENTRE.replace(WINDOW_2, "")


def centre(text: str) -> Centre:
    return read(text, "centre.toml")


@pytest.fixture
def change(store: Store, url: str, clock: MovableClock):
    """Bring the store up to a changed file; the new revision."""
    return lambda text: setup.init(url, centre(text), clock=clock).revision


def test_a_new_store(url: str, clock: MovableClock) -> None:
    done = setup.init(url, centre(CENTRE), clock=clock)
    with Store.open(url, clock=clock) as store:
        assert (done.centre, done.store, done.revision) == ("test", store.url, 1)
        assert store.centre == centre(CENTRE)
        assert [(event.revision, event.act, event.at) for event in log.events(store)] == [(1, "init", store.micros())]
        assert verify(store).ok
        assert {desk.read(store, window=number).state for number in (1, 2, 3)} == {"closed"}


@sqlite_only
def test_without_a_file_it_is_the_default_centre(url: str, clock: MovableClock) -> None:
    assert setup.init(url, clock=clock).centre == "demo"
    with Store.open(url, clock=clock) as store:
        assert visitor.take(store, service="id-card").ticket == "A001"


def test_twice_the_same_changes_nothing(store: Store, url: str, clock: MovableClock) -> None:
    visitor.take(store, service="tax")
    before = raw.rows(url, "SELECT * FROM store"), raw.rows(url, "SELECT * FROM centre")
    assert setup.init(url, centre(CENTRE), clock=clock).revision == 2
    assert setup.init(url, clock=clock).revision == 2
    assert (raw.rows(url, "SELECT * FROM store"), raw.rows(url, "SELECT * FROM centre")) == before


def test_a_held_store_sees_what_changed(store: Store, change) -> None:
    change(CENTRE.replace('en = "Tax"', "en = 'Tax [A]'"))
    visitor.take(store, service="tax")
    assert store.centre.service("tax").name["en"] == "Tax [A]"
    change(CENTRE.replace('en = "Tax"', "en = '[/]'"))
    board.read(store)
    assert store.centre.service("tax").name["en"] == "[/]"


def test_a_new_service_and_a_new_window(store: Store, change) -> None:
    more = TAX.replace('"tax"', '"customs"').replace('"B"', '"D"')
    text = CENTRE.replace(TAX, TAX + more) + '[[windows]]\nnumber = 9\nservices = ["customs"]\n'
    assert change(text) == 2
    assert visitor.take(store, service="customs").ticket == "D001"
    window.open(store, window=9)
    assert moments.called_again(store, 9).ticket == "D001"
    assert verify(store).ok


def test_a_retired_service_stays_until_nobody_waits_for_it(store: Store, clock: MovableClock, change) -> None:
    for number in (1, 2):
        window.open(store, window=number)
    for _ in range(3):
        visitor.take(store, service="tax")
    moments.called_again(store, 2)
    window.hold(store, window=2, reason="a photo")
    change(NO_TAX)
    assert refused(store, lambda: visitor.take(store, service="tax")) == "unknown-service"
    assert "tax" not in [offer.service for offer in board.offers(store)]
    assert ("tax", 2) in [(queue.service, queue.waiting) for queue in board.read(store).waiting]
    assert "tax" in desk.read(store, window=2).services
    for expected in ("B002", "B003"):
        assert moments.called_again(store, 2).ticket == expected
        window.start(store, window=2)
        window.finish(store, window=2)
    assert "tax" in desk.read(store, window=2).services, "B001 is still on hold"
    assert window.resume(store, window=2, ticket="B001").state == "called"
    assert desk.read(store, window=2).services == ("passport",)
    assert "tax" not in [queue.service for queue in board.read(store).waiting]
    visitor.take(store, service="passport")
    window.start(store, window=2)
    window.finish(store, window=2)
    moments.called_again(store, 2)
    assert refused(store, lambda: window.transfer(store, window=2, service="tax")) == "unknown-service"
    assert verify(store).ok


def test_a_ticket_put_back_for_a_retired_service_is_called_again(store: Store, clock: MovableClock, change) -> None:
    window.open(store, window=2)
    visitor.take(store, service="tax")
    moments.called_again(store, 2)
    change(NO_TAX)
    window.requeue(store, window=2)
    clock.advance(minutes=5)
    assert moments.called_again(store, 2).ticket == "B001"


def test_a_retired_window_closes_when_its_hand_is_empty(store: Store, clock: MovableClock, change) -> None:
    visitor.take(store, service="tax")
    visitor.take(store, service="tax")
    window.open(store, window=2)
    moments.called_again(store, 2)
    change(NO_WINDOW_2)
    assert desk.read(store, window=2).state == "open"
    window.start(store, window=2)
    since = store.revision()
    assert window.next(store, window=2) is None
    assert [event.act for event in log.events(store, since=since)] == ["finish", "close"]
    assert refused(store, lambda: window.call(store, window=2)) == "window-closed"
    assert refused(store, lambda: window.open(store, window=2)) == "unknown-window"
    assert verify(store).ok


def test_a_retired_window_with_an_empty_hand_closes_at_once(store: Store, change) -> None:
    window.open(store, window=2)
    change(NO_WINDOW_2)
    assert [event.act for event in log.events(store)] == ["init", "open", "init", "close"]
    assert desk.read(store, window=2).state == "closed"
    assert verify(store).ok


@sqlite_only
@pytest.mark.parametrize("act", ["no_show", "requeue", "remove", "hold", "transfer", "finish"])
def test_a_retired_window_closes_with_whatever_empties_its_hand(
    store: Store,
    clock: MovableClock,
    change,
    act: str,
) -> None:
    visitor.take(store, service="tax")
    window.open(store, window=2)
    moments.called_again(store, 2)
    clock.advance(60)
    window.recall(store, window=2)
    change(NO_WINDOW_2)
    match act:
        case "remove":
            window.remove(store, ticket="B001", reason="left")
        case "hold":
            window.hold(store, window=2, reason="a photo")
        case "transfer":
            window.transfer(store, window=2, service="notary")
        case "finish":
            window.start(store, window=2)
            window.finish(store, window=2)
        case _:
            getattr(window, act)(store, window=2)
    assert desk.read(store, window=2).state == "closed"
    assert verify(store).ok


def test_what_comes_back_works_again(store: Store, change) -> None:
    change(NO_TAX)
    change(CENTRE)
    change(NO_WINDOW_2)
    change(CENTRE)
    window.open(store, window=2)
    assert visitor.take(store, service="tax").ticket == "B001"
    assert moments.called_again(store, 2).ticket == "B001"
    assert store.centre == centre(CENTRE)
    assert verify(store).ok


CHANGES = {
    "timezone": ('"Asia/Baku"', '"Europe/Berlin"'),
    "day_starts": ('id = "test"', 'id = "test"\nday_starts = "04:00"'),
    "series": ('series = "C"', 'series = "D"'),
}


@pytest.mark.parametrize("key", CHANGES)
@pytest.mark.parametrize("state", ["waiting", "called", "serving", "on-hold"])
@sqlite_only
def test_the_zone_the_day_and_a_series_stay_while_a_ticket_is_open(
    store: Store,
    clock: MovableClock,
    change,
    key: str,
    state: str,
) -> None:
    moments.STATES[state](store, clock)
    assert refused(store, lambda: change(CENTRE.replace(*CHANGES[key]))) == "not-allowed"
    assert store.centre == centre(CENTRE)


@pytest.mark.parametrize("key", CHANGES)
@pytest.mark.parametrize("state", ["served", "cancelled", "removed", "no-show", "expired"])
@sqlite_only
def test_the_zone_the_day_and_a_series_change_when_none_is(
    store: Store,
    clock: MovableClock,
    change,
    key: str,
    state: str,
) -> None:
    moments.STATES[state](store, clock)
    if state == "expired":
        window.remove(store, ticket="C001", reason="left")
    assert change(CENTRE.replace(*CHANGES[key])) == store.revision()
    visitor.take(store, service="notary")
    assert verify(store).ok


@sqlite_only
def test_what_was_left_over_yesterday_is_no_obstacle(store: Store, clock: MovableClock, change) -> None:
    visitor.take(store, service="tax")
    clock.advance(days=1)
    assert change(CENTRE.replace(*CHANGES["timezone"])) == 4
    assert verify(store).ok


@sqlite_only
def test_a_new_service_of_any_series_is_no_obstacle(store: Store, change) -> None:
    visitor.take(store, service="tax")
    more = TAX.replace('"tax"', '"customs"').replace('"B"', '"BB"')
    change(CENTRE.replace(TAX, TAX + more).replace('"notary"]', '"notary", "customs"]'))
    assert visitor.take(store, service="customs").ticket == "BB001"


@sqlite_only
def test_the_language_of_a_ticket_may_leave_the_centre(store: Store, clock: MovableClock, change) -> None:
    taken = visitor.take(store, service="tax", language="ru")
    change(CENTRE.replace('["az", "en", "ru"]', '["az", "en"]'))
    assert visitor.ticket(store, code=taken.code).language == "ru"
    assert refused(store, lambda: visitor.take(store, service="tax", language="ru")) == "not-allowed"


@sqlite_only
@pytest.mark.parametrize("name", ["[/]", "Tax [A]", "🪪👩‍👩‍👧‍👦", "Ə" * 200, "{x} %s", "'; DROP TABLE ticket; --"])
def test_any_name(store: Store, change, name: str) -> None:
    text = CENTRE.replace('en = "Tax"', f'en = """{name}"""').replace('en = "Centre"', f'en = """{name}"""')
    change(text)
    assert visitor.take(store, service="tax").ticket == "B001"
    assert store.centre.service("tax").name["en"] == store.centre.name["en"] == name
