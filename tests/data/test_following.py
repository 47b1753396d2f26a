"""What has become of the tickets that somebody follows?"""

import random

from data import following, tickets, visitor, window
from data.clock import moment
from data.following import followed
from data.now import now
from data.store import Store
from tests.clocks import MovableClock
from tests.data import raw


def standing(store: Store) -> following.Standing:
    with store.snapshot():
        return following.standing(store, now(store))


def test_one_read_says_of_everybody_what_each_would_be_told(store: Store, clock: MovableClock) -> None:
    chance = random.Random(7)
    window.open(store, window=3)
    taken = []
    for _ in range(40):
        class_ = chance.choice(("normal", "normal", "priority"))
        taken.append(visitor.take(store, service=chance.choice(("id-card", "passport", "tax")), class_=class_))
        clock.advance(chance.choice((0, 30, 400)))
    window.call(store, window=3)
    visitor.cancel(store, code=taken[5].code)
    visitor.postpone(store, code=taken[7].code)
    among = standing(store)
    for one in taken:
        with store.snapshot():
            found = following.find(store, one.code)
        assert found
        assert followed(found, among).ticket == visitor.ticket(store, code=one.code)
    assert len(among.ahead) == 38


def test_the_events_say_which_tickets_they_touched(store: Store) -> None:
    window.open(store, window=3)
    codes = [visitor.take(store, service="tax").code for _ in range(3)]
    since = store.revision()
    visitor.cancel(store, code=codes[2])
    window.call(store, window=3)
    until = store.revision()
    visitor.cancel(store, code=codes[1])
    with store.snapshot():
        touched = following.touched(store, since, until)
        assert following.touched(store, until, until) == []
    assert {found.ticket.code for found in touched} == {codes[0], codes[2]}


def test_what_was_left_over_of_yesterday_has_expired(store: Store, clock: MovableClock) -> None:
    code = visitor.take(store, service="tax").code
    clock.advance(days=1)
    with store.snapshot():
        found = following.find(store, code)
    assert found
    seen = followed(found, standing(store))
    assert (seen.ticket.state, seen.ticket.ahead, seen.may) == ("expired", None, frozenset())


def test_a_visit_may_be_rated_until_the_end_of_the_next_day(store: Store, clock: MovableClock) -> None:
    code = visitor.take(store, service="tax").code
    window.open(store, window=3)
    for act in (window.call, window.start, window.finish):
        act(store, window=3)
    may = []
    for _ in range(3):
        with store.snapshot():
            found = following.find(store, code)
        assert found
        may.append(set(followed(found, standing(store)).may))
        clock.advance(days=1)
    assert may == [{"rate"}, {"rate"}, set()]


def test_there_is_no_ticket_of_a_code_that_nobody_has(store: Store) -> None:
    with store.snapshot():
        assert following.find(store, "0" * 17) is None
        assert following.find(store, "nonsense") is None
    assert tickets.plain("nonsense") == ""
    assert moment(store.micros()) == store.now()


def test_who_waits_is_read_in_the_order_of_an_index_whatever_the_history(sqlite_store: Store) -> None:
    sql, _ = following.RANKS.bound(sqlite_store.backend.compiler)
    rows = raw.rows(sqlite_store.url, f"EXPLAIN QUERY PLAN {sql}")
    plan = " ".join(str(row[3]) for row in rows)
    assert plan == "SCAN ticket USING INDEX ticket_waiting"
