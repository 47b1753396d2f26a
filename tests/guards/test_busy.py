"""Writers wait for each other: a short wait is not noticed, a long one is said, and nothing is changed by it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from threading import Timer

import psycopg
import pytest

from data import board, log, setup, visitor
from data.centre import Centre
from data.refused import Refused
from data.store import Store
from data.store import postgres as postgres_store
from data.store import sqlite as sqlite_store
from tests.clocks import MovableClock

SHORT_S = 0.3


@contextmanager
def _writing(url: str) -> Iterator[Callable[[], object]]:
    """Somebody else has begun to write; call what is given to let them end."""
    if url.startswith("sqlite"):
        connection = sqlite3.connect(
            url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False, timeout=0
        )
        connection.execute("BEGIN IMMEDIATE")
    else:
        connection = psycopg.connect(url)
        connection.execute("UPDATE store SET revision = revision")
    with closing(connection):
        yield connection.rollback


def test_a_short_wait_for_another_writer_is_not_noticed(store: Store, url: str) -> None:
    with _writing(url) as end:
        timer = Timer(SHORT_S, end)
        timer.start()
        taken = visitor.take(store, service="tax")
        timer.join()
    assert (taken.ticket, taken.revision) == ("B001", 2)


def test_a_long_wait_for_another_writer_is_refused(
    url: str, centre: Centre, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_store, "BUSY_TIMEOUT_S", 0.2)
    monkeypatch.setattr(
        postgres_store, "OPTIONS", postgres_store.OPTIONS.replace("lock_timeout=5s", "lock_timeout=200ms")
    )
    setup.init(url, centre, clock=clock)
    with Store.open(url, clock=clock) as store:
        with _writing(url), pytest.raises(Refused) as refused:
            visitor.take(store, service="tax")
        assert refused.value.code == "store-busy"
        assert visitor.take(store, service="tax").ticket == "B001"
        assert log.verify(store).revision == 2


def test_who_reads_does_not_wait_for_a_writer(store: Store, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_store, "BUSY_TIMEOUT_S", 0)
    with _writing(url):
        assert board.read(store).revision == 1
