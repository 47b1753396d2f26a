"""Has anything changed? Said at once, cheaply, and never missed."""

import threading
import time

import pytest

from data import changes, visitor, window
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.kinds import postgres_only, sqlite_only


@pytest.fixture
def other(store: Store, url: str, clock: MovableClock):
    """The same store, held by somebody else."""
    with Store.open(url, clock=clock) as opened:
        yield opened


def eventually(condition, seconds: float = 3) -> bool:
    """Whether it becomes true in time; a notice from the server is on its way for a moment."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.002)
    return True


def test_a_watch_tells_once_for_what_happened(store: Store, other: Store) -> None:
    watch = changes.Watch(store)
    try:
        assert watch.changed()
        assert not watch.changed()
        visitor.take(other, service="tax")
        visitor.take(other, service="tax")
        assert eventually(watch.changed)
        time.sleep(0.05)  # until PostgreSQL has told of the second take as well
        watch.changed()
        assert not watch.changed()
        visitor.take(store, service="tax")
        assert eventually(watch.changed), "what the same store wrote is a change too"
    finally:
        watch.close()


def test_what_is_refused_is_no_change(store: Store, other: Store) -> None:
    watch = changes.Watch(store)
    try:
        watch.changed()
        with pytest.raises(Refused):
            window.call(other, window=1)
        window.open(other, window=1)
        assert eventually(watch.changed)
        with pytest.raises(Refused):
            window.open(other, window=1)
        assert window.call(other, window=1) is None
        time.sleep(0.05)  # as long as it would take to hear of something
        assert not watch.changed()
    finally:
        watch.close()


def test_newest_is_the_newest_revision(store: Store, other: Store) -> None:
    assert changes.newest(store) == 1
    visitor.take(other, service="tax")
    assert changes.newest(store) == 2


def test_wait_gives_what_is_there_at_once(store: Store) -> None:
    began = time.monotonic()
    assert changes.wait(store, seen=0, timeout=5) == 1
    assert time.monotonic() - began < 2


def test_wait_ends_when_its_time_is_over(store: Store) -> None:
    began = time.monotonic()
    assert changes.wait(store, seen=1, timeout=0.1) == 1
    assert 0.1 <= time.monotonic() - began < 2
    assert changes.wait(store, seen=1, timeout=0) == 1
    assert changes.wait(store, seen=99, timeout=0) == 1


def test_wait_ends_with_the_next_act(store: Store, other: Store) -> None:
    acting = threading.Timer(0.1, lambda: visitor.take(other, service="tax"))
    acting.start()
    assert changes.wait(store, seen=1, timeout=10) == 2
    acting.join()


@sqlite_only
def test_a_file_that_is_gone_is_said(store: Store, url: str, tmp_path) -> None:
    watch = changes.Watch(store)
    watch.changed()
    (tmp_path / "novbe.db").unlink()
    for act in (watch.changed, store.revision, lambda: visitor.take(store, service="tax")):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.code == "store-missing"
    watch.close()


CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@postgres_only
def test_a_watch_whose_connection_was_cut_says_so(store: Store, url: str) -> None:
    watch = changes.Watch(store)
    watch.changed()
    raw.run(url, CUT)
    with pytest.raises(Refused) as caught:
        eventually(lambda: watch.changed() and False)
    assert caught.value.code == "store-missing"
    watch.close()
    watch = changes.Watch(store)
    assert watch.changed()
    watch.close()


@postgres_only
def test_a_store_whose_connection_was_cut_says_so_and_comes_back(store: Store, url: str) -> None:
    raw.run(url, CUT)
    with pytest.raises(Refused) as caught:
        visitor.take(store, service="tax")
    assert caught.value.code == "store-missing"
    assert visitor.take(store, service="tax").ticket == "B001"
