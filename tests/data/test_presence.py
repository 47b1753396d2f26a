"""Screens tell that they live, and no other screen reads anything again for it."""

from datetime import timedelta

from data import alerts, messages, presence, visitor
from data.changes import Watch
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.commands import Commands
from tests.data.bookable import micros
from tests.data.test_changes import eventually


def beats(store: Store) -> dict[str, int]:
    with store.snapshot():
        return presence.beats(store)


def test_the_newest_beat_of_each_screen_is_kept_until_it_ends(store: Store, clock: MovableClock) -> None:
    presence.beat(store, "window 3")
    presence.beat(store, "kiosk door:tty1")
    clock.advance(20)
    presence.beat(store, "window 3")
    later = micros(MORNING + timedelta(seconds=20))
    assert beats(store) == {"kiosk door:tty1": micros(MORNING), "window 3": later}
    presence.leave(store, "kiosk door:tty1")
    presence.leave(store, "nobody")
    assert beats(store) == {"window 3": later}


def test_a_screen_of_long_ago_is_forgotten(store: Store, clock: MovableClock) -> None:
    presence.beat(store, "kiosk door:tty1")
    clock.advance(days=8)
    presence.beat(store, "window 3")
    assert list(beats(store)) == ["window 3"]


def test_a_beat_is_no_event(store: Store) -> None:
    before = store.revision()
    presence.beat(store, "window 3")
    assert store.revision() == before


def test_others_hear_of_what_can_be_seen_and_of_no_beat(store: Store, url: str, clock: MovableClock) -> None:
    with Store.open(url, clock=clock) as other:
        watch = Watch(other)
        try:
            assert watch.changed()
            visitor.take(store, service="tax")
            assert eventually(watch.changed)
            for _ in range(3):
                presence.beat(store, "window 3")
                presence.leave(store, "window 3")
                assert not eventually(watch.changed, 0.05)
            alerts.tell(store, "printer", "paper-out")
            assert eventually(watch.changed)
            messages.message(store, window=1, text="Come")
            assert eventually(watch.changed)
            messages.read(store, message=1)
            assert eventually(watch.changed)
            presence.beat(store, "window 3")
            visitor.take(store, service="tax")
            assert eventually(watch.changed)
        finally:
            watch.close()


def test_a_kiosk_that_is_no_longer_there_is_cleared_by_command(sqlite_store: Store, sqlite_url: str) -> None:
    presence.beat(sqlite_store, "kiosk door:tty1")
    presence.beat(sqlite_store, "window 3")
    assert Commands(sqlite_url)("alerts", "--clear", "kiosk door:tty1").code == 0
    assert list(beats(sqlite_store)) == ["window 3"]
