"""What a supervisor tells a window: its screen hears of it at once, and shows it until it was read."""

import pytest

from data import changes, desk, supervise
from data.log import verify
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused
from tests.data.test_changes import eventually


def told(store: Store, number: int) -> list[str]:
    """What a window has not read."""
    return [message.text for message in desk.read(store, window=number).messages]


def test_it_is_shown_until_it_was_read(store: Store, clock: MovableClock) -> None:
    first = supervise.message(store, window=1, text=" Come to room 5. ")
    clock.advance(5)
    second = supervise.message(store, window=1, text="[b]{x}[/b] \n Lunch at one")
    supervise.message(store, window=2, text="Not for window 1")
    assert told(store, 1) == ["Come to room 5.", "[b]{x}[/b] \n Lunch at one"]
    assert (first.sender, first.at < second.at) == ("", True)
    clock.advance(5)
    supervise.read(store, message=first.message)
    supervise.read(store, message=first.message)
    assert told(store, 1) == ["[b]{x}[/b] \n Lunch at one"]
    assert desk.read(store, window=1).messages == (second,)


def test_it_is_for_its_service_day_only(store: Store, clock: MovableClock) -> None:
    supervise.message(store, window=1, text="Come to room 5.")
    clock.advance(days=1)
    assert told(store, 1) == []
    supervise.message(store, window=1, text="Come to room 6.")
    assert told(store, 1) == ["Come to room 6."]


def test_a_screen_hears_of_it_at_once(store: Store, url: str, clock: MovableClock) -> None:
    """Neither telling nor reading is an event, so that the revision stays."""
    watch = changes.Watch(store)
    try:
        assert watch.changed()
        assert not watch.changed()
        with Store.open(url, clock=clock) as other:
            before = other.revision()
            message = supervise.message(other, window=1, text="Come").message
            assert eventually(watch.changed)
            assert not watch.changed()
            clock.advance(1)
            supervise.read(other, message=message)
            assert eventually(watch.changed)
            assert other.revision() == before
    finally:
        watch.close()
    assert verify(store).ok


def test_it_says_who_tells(store: Store, url: str) -> None:
    raw.run(url, "INSERT INTO person (id, name, role, pin, active) VALUES (7, 'Leyla', 'supervisor', '', true)")
    raw.run(url, "INSERT INTO person (id, name, role, pin, active) VALUES (8, 'Orxan', 'operator', '', true)")
    leyla, orxan = Signed(7, "Leyla", "supervisor"), Signed(8, "Orxan", "operator")
    message = supervise.message(store, window=1, text="Come", by=leyla)
    (shown,) = desk.read(store, window=1).messages
    assert (shown, shown.sender) == (message, "Leyla")
    assert refused(store, lambda: supervise.message(store, window=1, text="Come", by=orxan)) == "supervisor-only"
    assert refused(store, lambda: supervise.read(store, message=message.message, by=orxan)) == "not-yours"
    raw.run(url, 'UPDATE "window" SET person = 8 WHERE number = 1')
    supervise.read(store, message=message.message, by=orxan)
    assert told(store, 1) == []


@sqlite_only
@pytest.mark.parametrize("text", ["", "  \n", "x" * 501, "\0", "\ud800"])
def test_it_needs_words_that_can_be_kept(store: Store, text: str) -> None:
    assert refused(store, lambda: supervise.message(store, window=1, text=text)) == "not-allowed"
    assert told(store, 1) == []


@sqlite_only
def test_there_must_be_the_window_and_the_message(store: Store) -> None:
    assert refused(store, lambda: supervise.message(store, window=9, text="Come")) == "unknown-window"
    assert refused(store, lambda: supervise.read(store, message=1)) == "not-allowed"
