"""A ticket of several steps keeps its number, its arrival and its place."""

import pytest

from data import desk, log, setup, visitor, window
from data.centre import Centre, read
from data.log import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data.bookable import SLOT
from tests.data.refusing import refused
from tests.data.test_window import row

SEVERAL = CENTRE.replace('series = "B"', 'series = "B"\nduration = "10m"\nthen = ["notary", "passport"]')


@pytest.fixture
def centre() -> Centre:
    """After the tax comes the notary, and then the passport."""
    return read(SEVERAL, "centre.toml")


def finished(store: Store, clock: MovableClock, number: int = 2) -> None:
    """The next ticket is called, served and finished at a window."""
    assert window.call(store, window=number)
    clock.advance(60)
    window.start(store, window=number)
    clock.advance(60)
    window.finish(store, window=number)


def test_it_waits_for_each_step_at_its_place(store: Store, clock: MovableClock) -> None:
    taken = visitor.take(store, service="tax", class_="priority")
    first = row(store, taken.code)
    assert taken.steps == ("notary", "passport")
    clock.advance(300)
    visitor.take(store, service="notary")
    for number in (2, 3):
        window.open(store, window=number)
    finished(store, clock)
    found = visitor.ticket(store, code=taken.code)
    assert (found.ticket, found.state, found.service, found.ahead) == ("B001", "waiting", "notary", 0)
    assert (found.steps, found.window) == (("passport",), None)
    after = row(store, taken.code)
    kept = ("series", "number", "arrival", "class_", "place", "first_service")
    assert [getattr(after, name) for name in kept] == [getattr(first, name) for name in kept]
    assert (after.calls, after.started_at) == (0, None)
    waiting = desk.read(store, window=3).next
    assert waiting
    assert (waiting.ticket, waiting.steps) == ("B001", ("passport",))
    finished(store, clock, 3)
    assert visitor.ticket(store, code=taken.code).service == "passport"
    finished(store, clock)
    assert visitor.ticket(store, code=taken.code).state == "served"
    assert visitor.ticket(store, code=taken.code).steps == ()
    assert verify(store).ok


def test_the_log_says_what_was_done_and_what_is_to_come(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="tax")
    window.open(store, window=3)
    for _ in range(3):
        finished(store, clock, 3)
    done = [(event.service, event.steps) for event in log.events(store) if event.act == "finish"]
    assert done == [("tax", "notary,passport"), ("notary", "passport"), ("passport", None)]


def test_next_may_call_it_again_at_once(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="tax")
    window.open(store, window=3)
    window.call(store, window=3)
    window.start(store, window=3)
    both = window.finish_and_call(store, window=3)
    assert (both.finished, both.called and both.called.ticket) == ("B001", "B001")
    hand = desk.read(store, window=3).in_hand
    assert hand
    assert (hand.service, hand.state, hand.steps, hand.calls) == ("notary", "called", ("passport",), 1)


def test_a_finish_that_is_taken_back_brings_the_step_back(store: Store, clock: MovableClock) -> None:
    taken = visitor.take(store, service="tax")
    window.open(store, window=2)
    window.call(store, window=2)
    window.start(store, window=2)
    before = row(store, taken.code)
    window.finish(store, window=2)
    window.undo(store, window=2)
    after = row(store, taken.code)
    assert after == before._replace(revision=after.revision, acted_at=after.acted_at)
    window.finish(store, window=2)
    window.open(store, window=3)
    window.call(store, window=3)
    assert refused(store, lambda: window.undo(store, window=2)) == "not-allowed"
    assert verify(store).ok


def test_a_walk_in_and_a_booking_have_their_steps_as_well(store: Store, clock: MovableClock) -> None:
    booked = visitor.book(store, service="tax", at=SLOT)
    assert booked.steps == ("notary", "passport")
    clock.set(SLOT)
    assert visitor.check_in(store, code=booked.code).steps == ("notary", "passport")
    window.open(store, window=3)
    assert window.walk_in(store, window=3, service="tax").steps == ("notary", "passport")
    assert window.finish(store, window=3).service == "notary"
    assert verify(store).ok


def test_a_transfer_replaces_the_step_and_goes_on_after_it(store: Store, clock: MovableClock) -> None:
    taken = visitor.take(store, service="tax")
    window.open(store, window=3)
    window.call(store, window=3)
    moved = window.transfer(store, window=3, service="id-card")
    assert moved.steps == ("notary", "passport")
    finished(store, clock, 3)
    assert visitor.ticket(store, code=taken.code).service == "notary"
    window.call(store, window=3)
    assert window.transfer(store, window=3, service="passport").steps == (), "a step that is done now comes no more"
    finished(store, clock, 3)
    assert visitor.ticket(store, code=taken.code).state == "served"
    assert verify(store).ok


def test_what_is_sent_back_has_its_steps_again(store: Store, clock: MovableClock) -> None:
    taken = visitor.take(store, service="tax")
    for number in (2, 3):
        window.open(store, window=number)
    window.call(store, window=2)
    window.transfer(store, window=2, service="notary")
    window.call(store, window=3)
    back = window.send_back(store, window=3)
    assert (back.service, back.steps) == ("tax", ("notary", "passport")), "the notary has not been seen yet"
    window.undo(store, window=3)
    assert visitor.ticket(store, code=taken.code).steps == ("passport",)
    window.send_back(store, window=3)
    finished(store, clock, 2)
    assert visitor.ticket(store, code=taken.code).service == "notary"
    assert verify(store).ok


def test_a_step_that_was_retired_is_passed_over(store: Store, url: str, clock: MovableClock) -> None:
    taken = visitor.take(store, service="tax")
    window.open(store, window=2)
    window.call(store, window=2)
    window.start(store, window=2)
    less = SEVERAL.replace('then = ["notary", "passport"]', 'then = ["passport"]')
    notary = less[less.index('[[services]]\nid = "notary"') : less.index("[[windows]]")]
    setup.init(url, read(less.replace(notary, "").replace(', "notary"]', "]"), "centre.toml"), clock=clock)
    assert window.finish(store, window=2).service == "passport"
    assert visitor.ticket(store, code=taken.code).steps == ()
    assert verify(store).ok


def test_on_a_day_that_is_over_it_is_done(store: Store, clock: MovableClock) -> None:
    """Its next step would wait for ever."""
    visitor.take(store, service="tax")
    window.open(store, window=2)
    window.call(store, window=2)
    window.start(store, window=2)
    clock.advance(days=1)
    assert window.finish(store, window=2).state == "served"
    assert verify(store).ok
