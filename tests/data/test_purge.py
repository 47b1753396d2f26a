"""What could lead to a person is gone once the days that the centre set are over, and the log still verifies."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from data import act, bookings, log, purge, ratings, setup, story, visitor, window
from data.centre import read
from data.lifecycle import Act
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.data import raw
from tests.data.purging import TEXT, codes, lived, purges, store, texts
from tests.data.refusing import refused
from tests.data.test_changes import eventually

WAITING = """
SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
"""
__all__ = ["lived", "store"]


def test_nothing_goes_before_its_time(store: Store, url: str, clock: MovableClock, lived: dict[str, str]) -> None:
    clock.advance(days=1)
    visitor.take(store, service="id-card")
    assert set(lived.values()) < codes(url)
    assert texts(url) == {"fell ill", "Leyla", "Əli", "fetches a photo", "lunch"}
    assert purges(store) == []


def test_the_first_act_of_the_day_purges_what_is_old(
    store: Store, url: str, clock: MovableClock, lived: dict[str, str]
) -> None:
    clock.advance(days=1)
    visitor.take(store, service="id-card")
    clock.advance(days=1)
    before = store.revision()
    assert refused(store, lambda: visitor.cancel(store, code=lived["served"])) == "unknown-code"
    assert lived["served"] in codes(url)  # what is refused purges nothing
    taken = visitor.take(store, service="id-card")
    assert codes(url) & set(lived.values()) == {lived["in hand"], lived["later"]}
    assert (texts(url), purges(store)) == ({"fetches a photo", "Leyla", "lunch"}, ["2026-11-25"])
    acts = [event.act for event in log.events(store, since=before)]
    assert acts == ["expire", "purge", "take"]
    assert visitor.ticket(store, code=taken.code).ticket == "A001"
    assert raw.rows(url, "SELECT request_key FROM ticket WHERE request_key IS NOT NULL") == []
    assert raw.rows(url, "SELECT * FROM rated") == []
    assert raw.rows(url, "SELECT sum(count) FROM rating") == [(2,)]
    for gone in ("served", "gone", "expires", "came"):
        assert refused(store, lambda gone=gone: visitor.ticket(store, code=lived[gone])) == "unknown-code"
    assert refused(store, lambda: ratings.rate(store, code=lived["served"], answers={"overall": "satisfied"})) == (
        "unknown-code"
    )
    assert [booking.name for booking in bookings.coming(store)] == ["Leyla"]
    assert log.verify(store).ok


def test_it_is_done_once(store: Store, clock: MovableClock, lived: dict[str, str]) -> None:
    clock.advance(days=2)
    for _ in range(3):
        visitor.take(store, service="id-card")
    assert purges(store) == ["2026-11-25"]


def test_what_was_in_hand_is_purged_once_it_is_finished(
    store: Store, url: str, clock: MovableClock, lived: dict[str, str]
) -> None:
    clock.advance(days=3)
    visitor.take(store, service="id-card")
    assert visitor.ticket(store, code=lived["in hand"]).state == "serving"
    window.finish(store, window=2)
    assert lived["in hand"] in codes(url)
    assert log.verify(store).ok
    window.close(store, window=2)
    assert (codes(url) & set(lived.values()), texts(url)) == ({lived["later"]}, {"Leyla"})
    assert purges(store) == ["2026-11-26", "2026-11-26"]
    assert log.verify(store).ok


def test_the_day_of_a_booking_counts_not_that_on_which_it_was_made(
    store: Store, url: str, clock: MovableClock, lived: dict[str, str]
) -> None:
    clock.set(MORNING + timedelta(days=5))
    visitor.check_in(store, code=lived["later"])
    assert texts(url) == {"fetches a photo", "Leyla"}
    for day in (6, 7, 8):
        clock.set(MORNING + timedelta(days=day))
        visitor.take(store, service="id-card")
        assert ("Leyla" in texts(url)) == (day < 7)
    assert log.verify(store).ok


def test_zero_days_keep_everything(url: str, clock: MovableClock) -> None:
    setup.init(url, read(TEXT.replace("retention = 2", "retention = 0"), "centre.toml"), clock=clock)
    with Store.open(url, clock=clock) as store:
        code = visitor.take(store, service="id-card").code
        clock.advance(days=4000)
        visitor.take(store, service="id-card")
        visitor.take(store, service="id-card")
        assert code in codes(url)


def test_a_story_goes_on_without_what_is_gone(store: Store, clock: MovableClock, lived: dict[str, str]) -> None:
    day = clock.moment.date()
    clock.advance(days=2)
    visitor.take(store, service="id-card")
    told = story.read(store, ticket="B001", language="en", day=day)
    assert [(chapter.act, chapter.reason) for chapter in told.chapters] == [("take", ""), ("cancel", "")]


def test_a_clock_that_was_set_back_leaves_nothing_behind(store: Store, url: str, clock: MovableClock) -> None:
    visitor.take(store, service="id-card")
    clock.advance(days=2)
    visitor.take(store, service="id-card")
    clock.set(MORNING)
    again = visitor.take(store, service="id-card", class_="immediate", reason="faints")
    visitor.cancel(store, code=again.code)
    assert (again.ticket, again.code in codes(url)) == ("A002", True)
    clock.advance(days=2)
    visitor.take(store, service="id-card")
    assert (again.code in codes(url), texts(url), purges(store)) == (False, set(), ["2026-11-25"] * 2)
    assert log.verify(store).ok


def test_a_backlog_is_purged_little_by_little(url: str, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of days with 1, 2, 6, 1, 0 and 3 tickets: whole days, and at least one, but no more than so many."""
    monkeypatch.setattr(purge, "AT_ONCE", 4)
    setup.init(url, read(TEXT.replace("retention = 2", "retention = 0"), "centre.toml"), clock=clock)
    with Store.open(url, clock=clock) as store:
        for tickets in (1, 2, 6, 1, 0, 3):
            for _ in range(tickets):
                visitor.cancel(store, code=visitor.take(store, service="id-card").code)
            clock.advance(days=1)
        setup.init(url, read(TEXT, "centre.toml"), clock=clock)
        kept = []
        for _ in range(5):
            visitor.take(store, service="id-card")
            kept.append(len(codes(url)))
        assert kept == [10 + 1, 4 + 2, 3 + 3, 3 + 4, 3 + 5]
        assert purges(store) == ["2026-11-26", "2026-11-27", "2026-11-29"]
        assert log.verify(store).ok


def test_an_act_that_waited_for_another_purges_no_second_time(postgres_url: str, clock: MovableClock) -> None:
    setup.init(postgres_url, read(TEXT, "centre.toml"), clock=clock)
    with Store.open(postgres_url, clock=clock) as store, Store.open(postgres_url, clock=clock) as other:
        visitor.cancel(store, code=visitor.take(store, service="id-card").code)
        clock.advance(days=3)
        with ThreadPoolExecutor(1) as pool:
            with act.begin(store, Act.OPEN, window=1) as going:
                waiting = pool.submit(visitor.take, other, service="id-card")
                assert eventually(lambda: raw.rows(postgres_url, WAITING))
                going.record(Act.OPEN, window=1)
            waiting.result(timeout=10)
        assert purges(store) == ["2026-11-26"]
