"""Letting others go first: the place moves back, and nothing else changes."""

import pytest

from data import board, desk, log, setup, story, supervise, visitor, window
from data.centre import read
from data.log import verify
from data.records import Ticket
from data.reports.grouping import By
from data.reports.report import report
from data.store import Store
from data.texts import words
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import moments, raw
from tests.data.bookable import SLOT, bookable, booked, micros
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_window import row

TEN_MINUTES = 600_000_000
OF_THE_ACT = ("place", "postpones", "revision", "acted_at")


def numbers(store: Store, count: int, number: int = 1) -> list[str]:
    """Who is called, one after the other, at a window."""
    called = []
    for _ in range(count):
        called.append(moments.called_again(store, number).ticket)
        window.start(store, window=number)
        window.finish(store, window=number)
    return called


def rest(ticket: Ticket) -> Ticket:
    """What a postpone leaves as it was."""
    return ticket._replace(**dict.fromkeys(OF_THE_ACT, 0))


def test_the_place_moves_back_and_nothing_else(store: Store, clock: MovableClock) -> None:
    first = visitor.take(store, service="id-card")
    for _ in range(3):
        clock.advance(minutes=4)
        visitor.take(store, service="id-card")
    before = row(store, first.code)
    clock.advance(60)
    said = visitor.postpone(store, code=first.code.lower())
    after = row(store, first.code)
    assert (said.state, said.ahead, said.at, said.revision) == ("waiting", 2, clock.moment, store.revision())
    assert (after.place, after.postpones) == (before.place + TEN_MINUTES, 1)
    assert rest(after) == rest(before)
    *_, event = log.events(store)
    assert (event.act, event.ticket, event.place, event.person) == ("postpone", "A001", after.place, None)
    assert visitor.ticket(store, code=first.code) == said
    assert board.read(store).waiting[0].oldest_wait_s == 13 * 60, "it waits since it came"
    window.open(store, window=1)
    assert numbers(store, 4) == ["A002", "A003", "A001", "A004"]
    assert verify(store).ok


def test_three_times_and_no_more(store: Store) -> None:
    taken = visitor.take(store, service="id-card")
    place = row(store, taken.code).place
    for times in (1, 2, 3):
        visitor.postpone(store, code=taken.code)
        assert row(store, taken.code).place == place + times * TEN_MINUTES
    assert refused(store, lambda: visitor.postpone(store, code=taken.code)) == "too-often"
    window.open(store, window=1)
    assert numbers(store, 1) == ["A001"], "who lets nobody go first is called all the same"
    assert verify(store).ok


@sqlite_only
def test_a_request_that_comes_twice_is_done_once(store: Store) -> None:
    code = visitor.take(store, service="id-card").code
    once = visitor.postpone(store, code=code, seen=0)
    assert visitor.postpone(store, code=code, seen=0) == once
    assert store.revision() == once.revision
    visitor.postpone(store, code=code, seen=1)
    assert row(store, code).postpones == 2
    window.open(store, window=1)
    window.call(store, window=1)
    assert visitor.postpone(store, code=code, seen=0).state == "called"
    assert refused(store, lambda: visitor.postpone(store, code=code, seen=2)) == "not-allowed"


@pytest.mark.parametrize("class_", ["priority", "immediate"])
@sqlite_only
def test_a_head_start_stays(store: Store, clock: MovableClock, class_: str) -> None:
    """By the same ten minutes; whoever still is in front after it is called as before."""
    taken = visitor.take(store, service="id-card", class_=class_, reason="is ill")
    place = row(store, taken.code).place
    clock.advance(minutes=1)
    visitor.take(store, service="id-card")
    assert visitor.postpone(store, code=taken.code).ahead == 0
    assert row(store, taken.code).place == place + TEN_MINUTES
    second = visitor.take(store, service="id-card", class_=class_, reason="is ill")
    assert visitor.ticket(store, code=second.code).ahead == 0, "of the same class"
    assert visitor.ticket(store, code=taken.code).ahead == 1


@sqlite_only
def test_who_is_put_in_front_has_the_place_of_that(store: Store) -> None:
    taken = visitor.take(store, service="id-card")
    visitor.postpone(store, code=taken.code)
    supervise.front(store, ticket="A001", reason="faints")
    found = row(store, taken.code)
    assert (found.place, found.postpones) == (found.arrival - 24 * 6 * TEN_MINUTES, 1)
    visitor.postpone(store, code=taken.code)
    assert row(store, taken.code).place == found.place + TEN_MINUTES
    assert verify(store).ok


def test_an_appointment_moves_back_from_its_own_place(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, bookable(), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        code = booked(store).code
        assert refused(store, lambda: visitor.postpone(store, code=code)) == "not-allowed"
        clock.set(SLOT)
        visitor.check_in(store, code=code)
        visitor.postpone(store, code=code)
        assert row(store, code).place == micros(SLOT) - 15 * 60_000_000 + TEN_MINUTES
        assert verify(store).ok


def test_who_was_put_back_keeps_the_pause(store: Store, clock: MovableClock) -> None:
    code = moments.called(store, clock).code
    window.requeue(store, window=1)
    visitor.postpone(store, code=code)
    assert window.call(store, window=1) is None
    clock.advance(minutes=5)
    assert moments.called_again(store).ticket == "A001"
    window.requeue(store, window=1)
    assert row(store, code).postpones == 1
    assert verify(store).ok


@sqlite_only
def test_what_was_sent_back_waits_for_that_window_still(store: Store) -> None:
    for number in (1, 3):
        window.open(store, window=number)
    code = visitor.take(store, service="id-card").code
    window.call(store, window=1)
    window.transfer(store, window=1, service="tax")
    window.call(store, window=3)
    window.send_back(store, window=3)
    visitor.postpone(store, code=code)
    assert window.call(store, window=3) is None
    assert moments.called_again(store).ticket == "A001"
    assert verify(store).ok


def test_after_the_hours_it_is_allowed_and_on_the_next_day_not(sqlite_url: str, clock: MovableClock) -> None:
    hours = CENTRE.replace('id = "test"', 'id = "test"\nhours = { mon-sun = ["09:00-11:00"] }')
    setup.init(sqlite_url, read(hours, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        code = visitor.take(store, service="tax").code
        clock.advance(hours=2)
        assert refused(store, lambda: visitor.take(store, service="tax")) == "service-closed"
        visitor.postpone(store, code=code)
        clock.advance(days=1)
        assert refused(store, lambda: visitor.postpone(store, code=code)) == "not-allowed"
        assert visitor.ticket(store, code=code).state == "expired"


RULES = [("0s", 3, 0), ("5m", 0, 9), ("1m", 1, 1)]


@pytest.mark.parametrize(("by", "times", "possible"), RULES)
def test_the_rules_of_a_centre(sqlite_url: str, clock: MovableClock, by: str, times: int, possible: int) -> None:
    """ "0s" switches it off; 0 times is no limit."""
    rules = f'\n[rules]\npostpone_by = "{by}"\npostpone_times = {times}\n'
    setup.init(sqlite_url, read(CENTRE + rules, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        code = visitor.take(store, service="tax").code
        arrival = row(store, code).place
        for _ in range(possible):
            visitor.postpone(store, code=code)
        assert row(store, code).place - arrival == possible * int(by[:-1]) * 60_000_000
        if possible < 9:
            code_of = "too-often" if possible else "not-allowed"
            assert refused(store, lambda: visitor.postpone(store, code=code)) == code_of


def test_an_operator_takes_back_a_call_before_and_after_it(store: Store, clock: MovableClock) -> None:
    code = moments.called(store, clock).code
    window.undo(store, window=1)
    visitor.postpone(store, code=code)
    before = row(store, code)
    window.call(store, window=1)
    window.undo(store, window=1)
    after = row(store, code)
    assert after == before._replace(revision=after.revision, acted_at=after.acted_at)
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"
    visitor.postpone(store, code=code)
    assert row(store, code).place == before.place + TEN_MINUTES
    assert verify(store).ok


def test_what_was_put_back_and_postponed_is_not_taken_back(store: Store, clock: MovableClock) -> None:
    """The holder's wish is newer: the window's last act is no longer the last of the ticket."""
    code = moments.called(store, clock).code
    window.requeue(store, window=1)
    visitor.postpone(store, code=code)
    assert "undo" not in {possible.act for possible in desk.read(store, window=1).acts}
    assert refused(store, lambda: window.undo(store, window=1)) == "not-allowed"


@pytest.mark.parametrize("edit", ["place = place - 1", "place = arrival", "postpones = 0", "postpones = 2"])
def test_a_place_that_was_moved_by_hand_is_found(store: Store, url: str, edit: str) -> None:
    code = visitor.take(store, service="id-card").code
    visitor.postpone(store, code=code)
    assert verify(store).ok
    raw.run(url, f"UPDATE ticket SET {edit} WHERE code = '{code}'")
    verdict = verify(store)
    assert (verdict.ok, verdict.error) == (False, "revision 3: ticket A001 is not what the log says")


def test_the_story_tells_it(store: Store) -> None:
    visitor.postpone(store, code=visitor.take(store, service="tax").code)
    chapters = story.read(store, ticket="B001", language="en").chapters
    assert [chapter.text for chapter in chapters] == ["Ticket taken for: Tax.", "Let others go first."]


def test_who_let_others_go_first_was_not_overtaken_by_them(store: Store, clock: MovableClock) -> None:
    """But by A003, who came after that. The wait is the whole one, from the arrival on."""
    late = visitor.take(store, service="id-card", class_="priority")
    clock.advance(minutes=5)
    visitor.take(store, service="id-card", class_="priority")
    clock.advance(minutes=15)
    visitor.postpone(store, code=late.code)
    window.open(store, window=1)
    assert numbers(store, 1) == ["A002"]
    figures = report(store, first=None, last=None, by=By.DAY, say=words("en")).total
    assert (figures["overtakings"], figures["breaches"], figures["wait_max_s"]) == (0, 0, 15 * 60)
    visitor.take(store, service="id-card", class_="immediate", reason="faints")
    assert numbers(store, 2) == ["A003", "A001"]
    figures = report(store, first=None, last=None, by=By.DAY, say=words("en")).total
    assert (figures["overtakings"], figures["breaches"], figures["wait_max_s"]) == (1, 0, 20 * 60)
