"""Who will not be served before closing, by the mean times of today."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import closing, setup, shifts, visitor, window
from data.centre import Centre, read
from data.closing import Free, left_over
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data.kinds import sqlite_only

HOURS = 'hours = { mon-sun = ["09:00-18:00"] }'
BREAKS = '\n[[breaks]]\nid = "lunch"\nname = { en = "Lunch" }\n'
OPENED = CENTRE.replace('languages = ["az", "en", "ru"]', f'languages = ["az", "en", "ru"]\n{HOURS}') + BREAKS
EVENING = datetime(2026, 11, 25, 13, 35, tzinfo=UTC)
SERVICES = "abcd"


@pytest.fixture
def centre() -> Centre:
    """Open from 9 to 18; at the notary's a slot lasts 20 minutes."""
    return read(OPENED.replace('series = "C"', 'series = "C"\nduration = "20m"'), "centre.toml")


@pytest.fixture
def evening(store: Store, clock: MovableClock) -> Store:
    """It is 17:35 at the centre; six wait for the tax and two for the notary, and windows 2 and 3 are open."""
    clock.set(EVENING)
    for service in ["tax"] * 6 + ["notary"] * 2:
        visitor.take(store, service=service)
    for number in (2, 3):
        window.open(store, window=number)
    return store


def found(store: Store) -> dict[str, tuple[int, int]]:
    """For each service that is named, how many wait and how many of them will not be served."""
    return {one.service: (one.waiting, one.unserved) for one in closing.unserved(store)}


def test_nothing_is_said_long_before_closing(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="tax")
    clock.advance(hours=7, minutes=9, seconds=59)
    assert closing.unserved(store) == ()
    clock.advance(1)
    (one,) = closing.unserved(store)
    assert (one.service, one.waiting, one.unserved) == ("tax", 1, 1), "no window is open"
    assert one.closes == clock.moment + timedelta(minutes=30)


def test_it_goes_by_five_minutes_or_the_duration_while_nothing_is_known(evening: Store) -> None:
    """The two windows are done with the tax after 15 minutes; then 20 at the notary's are too long."""
    assert found(evening) == {"tax": (6, 0), "notary": (2, 2)}
    window.close(evening, window=2)
    assert found(evening) == {"tax": (6, 1), "notary": (2, 2)}


def test_it_goes_by_what_was_needed_today(store: Store, clock: MovableClock, request: pytest.FixtureRequest) -> None:
    """In the morning the notary needed eight minutes, from call to finish: now one of two is served after the tax."""
    visitor.take(store, service="notary")
    window.open(store, window=3)
    window.call(store, window=3)
    clock.advance(minutes=2)
    window.start(store, window=3)
    clock.advance(minutes=6)
    window.finish(store, window=3)
    window.close(store, window=3)
    assert found(request.getfixturevalue("evening")) == {"tax": (6, 0), "notary": (2, 1)}


def test_a_ticket_in_hand_has_its_time_first(evening: Store, clock: MovableClock) -> None:
    for number in (2, 3):
        window.call(evening, window=number)
    assert found(evening)["tax"] == (4, 0)
    clock.advance(minutes=16)
    assert found(evening) == {"tax": (4, 2), "notary": (2, 2)}


def test_a_window_on_a_break_serves_nobody(evening: Store) -> None:
    shifts.take_break(evening, window=3, reason="lunch")
    assert found(evening) == {"tax": (6, 1), "notary": (2, 2)}


@sqlite_only
def test_after_closing_and_without_anybody_nothing_is_said(evening: Store, clock: MovableClock) -> None:
    assert "id-card" not in found(evening)
    clock.advance(minutes=25)
    assert closing.unserved(evening) == ()


@sqlite_only
def test_the_end_of_the_service_day_is_a_closing(url: str, clock: MovableClock) -> None:
    """A centre that never closes forgets those who wait at midnight."""
    setup.init(url, read(CENTRE, "centre.toml"), clock=clock)
    with Store.open(url, clock=clock) as store:
        clock.advance(hours=13, minutes=20)
        visitor.take(store, service="tax")
        assert found(store) == {"tax": (1, 1)}


windows = st.lists(st.tuples(st.integers(0, 12), st.sets(st.sampled_from(SERVICES), min_size=1)), max_size=4)
queues = st.lists(st.sampled_from(SERVICES), max_size=15)
needs = st.fixed_dictionaries({service: st.integers(1, 7) for service in SERVICES})
closings = st.dictionaries(st.sampled_from(SERVICES), st.integers(1, 25))


@given(windows, queues, needs, closings)
def test_a_plain_simulation_says_the_same(
    at_work: list[tuple[int, set[str]]], queue: list[str], need: dict[str, int], closes: dict[str, int]
) -> None:
    """Minute by minute: each window that is free, in the order of their numbers, takes the first that it serves."""
    free = [Free(at, number, frozenset(serves)) for number, (at, serves) in enumerate(at_work)]
    waiting, busy_until, served = [*queue], [at for at, _ in at_work], Counter[str]()
    for minute in range(200):
        for number, (_, serves) in enumerate(at_work):
            mine = next((n for n, service in enumerate(waiting) if service in serves), None)
            if mine is not None and busy_until[number] <= minute:
                service = waiting.pop(mine)
                busy_until[number] = minute + need[service]
                served[service] += busy_until[number] <= closes.get(service, 0)
    expected = {service: queue.count(service) - served[service] for service in closes}
    assert {service: left_over(free, queue, need, closes)[service] for service in closes} == expected
