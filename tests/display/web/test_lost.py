"""The store is lost, and found again."""

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from threading import Event
from unittest.mock import patch

import psycopg
import pytest

from data import setup, visitor
from data.centre import Centre
from data.refused import Refused
from data.store import Store
from display.web.live import Live
from display.web.reading import Reader
from tests.clocks import MovableClock
from tests.display.web.served import Served, serving, until
from tests.display.web.test_live import act, called, find, opened, take

END_ALL = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()
"""


def gone(live: Live) -> bool:
    return live.refused is not None


def test_a_store_that_is_lost_is_told_and_found_again(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock, tmp_path: Path
) -> None:
    """Somebody moves its file away, and back after something has happened to it."""
    served, live = served_sqlite, served_sqlite.web.live
    code = take(sqlite_url, clock)
    page = find(served, code)
    seen, read_at = page.now, live.read_at
    with closing(sqlite3.connect(tmp_path / "novbe.db")) as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.move(tmp_path / "novbe.db", tmp_path / "away.db")
    lost = served.wait(page.changed(seen, 10))
    assert lost == seen
    assert live.refused
    assert live.refused.code == "store-missing"
    assert find(served, code) is page
    clock.advance(minutes=5)
    away = f"sqlite:///{tmp_path / 'away.db'}"
    act(away, clock, opened, called)
    shutil.move(tmp_path / "away.db", tmp_path / "novbe.db")
    until(lambda: live.refused is None)
    assert page.now.ticket.state == "called"
    assert live.read_at > read_at


def test_nothing_is_shown_as_true_before_all_that_is_followed_was_read(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock, tmp_path: Path
) -> None:
    """Even where reading it fails for a while, and others act meanwhile."""
    served, live, path = served_sqlite, served_sqlite.web.live, tmp_path / "novbe.db"
    read_again, fails, tried = Reader.again, Event(), Event()

    def again(reader: Reader, codes: Sequence[str]) -> None:
        tried.set()
        if fails.is_set():
            raise Refused("too-slow", "Too slow.")
        read_again(reader, codes)

    fails.set()
    act(sqlite_url, clock, opened)
    page = find(served, take(sqlite_url, clock))
    with closing(sqlite3.connect(path)) as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.move(path, tmp_path / "away.db")
    until(lambda: gone(live))
    act(f"sqlite:///{tmp_path / 'away.db'}", clock, called)
    with patch.object(Reader, "again", again):
        shutil.move(tmp_path / "away.db", path)
        until(tried.is_set)
        with Store.open(sqlite_url, clock=clock) as store:
            visitor.take(store, service="tax")
            revision = store.revision()
        until(lambda: (reader := live._reader) and (known := reader._standing) and known.revision == revision)
        assert served.call(lambda: gone(live) and page.now.ticket.state == "waiting")
        fails.clear()
        until(lambda: not gone(live))
    assert page.now.ticket.state == "called"


def test_a_database_that_ends_all_connections_is_found_again(
    postgres_url: str, centre: Centre, clock: MovableClock
) -> None:
    setup.init(postgres_url, centre, clock=clock)
    with serving(postgres_url, clock) as served:
        page = find(served, take(postgres_url, clock))
        seen = page.now
        with psycopg.connect(postgres_url, autocommit=True) as other:
            other.execute(END_ALL)
        act(postgres_url, clock, opened, called)
        assert served.wait(page.changed(seen, 10)) is not seen
        until(lambda: page.now.ticket.state == "called" and served.web.live.refused is None)


def test_a_database_that_hangs_and_says_nothing_is_told(served_sqlite: Served) -> None:
    live, held = served_sqlite.web.live, Event()
    with patch("display.web.live.SILENT_S", 0.2):
        asking = asyncio.run_coroutine_threadsafe(live.reading.ask(lambda store: held.wait(20)), served_sqlite.loop)
        until(lambda: gone(live))
        held.set()
        asking.result(timeout=20)
        until(lambda: not gone(live))


def test_while_the_store_is_away_what_is_asked_is_refused_at_once(served_sqlite: Served, tmp_path: Path) -> None:
    (tmp_path / "novbe.db").rename(tmp_path / "away.db")
    until(lambda: gone(served_sqlite.web.live))
    with pytest.raises(Refused) as refused:
        served_sqlite.wait(served_sqlite.web.live.find("0" * 17))
    assert refused.value.code == "store-missing"
