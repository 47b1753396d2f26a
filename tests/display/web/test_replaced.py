"""The store is put back from a copy, or another stands in its place: nobody is led to the ticket of somebody else."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from data import setup
from data.centre import Centre
from display.web.following import Following
from tests.clocks import MovableClock
from tests.display.web.served import Served, until
from tests.display.web.streamed import listening
from tests.display.web.test_live import act, called, find, opened, take


def copied(path: Path, to: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


def put_in_place(path: Path, other: Path) -> None:
    """As somebody does it while the server runs."""
    os.replace(other, path)
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def assert_gone(served: Served, page: Following, lost: str, other: str) -> None:
    assert page.now.ticket.code == lost
    assert find(served, other).now.ticket.code == other
    for path in (lost, f"{lost}/now", f"{lost}/events"):
        answer = httpx.get(f"{served.address}/{path}", follow_redirects=False)
        assert answer.status_code == 404
        assert other not in answer.text + str(answer.headers)
    answer = httpx.post(f"{served.address}/{lost}/cancel", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 404
    assert find(served, other).now.ticket.state == "waiting"


def test_what_a_copy_does_not_know_is_gone_and_what_it_knows_is_followed_on(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock, tmp_path: Path
) -> None:
    path, live = tmp_path / "novbe.db", served_sqlite.web.live
    kept = find(served_sqlite, take(sqlite_url, clock))
    copied(path, tmp_path / "copy.db")
    page = find(served_sqlite, lost := take(sqlite_url, clock))
    put_in_place(path, tmp_path / "copy.db")
    until(lambda: page.gone and live.refused is None)
    other = take(sqlite_url, clock)
    assert find(served_sqlite, other).id == page.id
    assert_gone(served_sqlite, page, lost, other)
    act(sqlite_url, clock, opened, called)
    until(lambda: kept.now.ticket.state == "called")
    assert find(served_sqlite, kept.code) is kept


def test_a_ticket_taken_before_the_copy_was_noticed_is_nobody_elses(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock, tmp_path: Path
) -> None:
    path, live = tmp_path / "novbe.db", served_sqlite.web.live
    copied(path, tmp_path / "copy.db")
    page = find(served_sqlite, lost := take(sqlite_url, clock))
    put_in_place(path, tmp_path / "copy.db")
    other = take(sqlite_url, clock)
    until(lambda: page.gone and live.refused is None)
    assert_gone(served_sqlite, page, lost, other)


def test_in_another_store_no_ticket_of_the_one_before_is_followed(
    served_sqlite: Served, sqlite_url: str, centre: Centre, clock: MovableClock, tmp_path: Path
) -> None:
    page = find(served_sqlite, lost := take(sqlite_url, clock))
    other_url = f"sqlite:///{tmp_path / 'other.db'}"
    setup.init(other_url, centre, clock=clock)
    other = take(other_url, clock)
    copied(tmp_path / "other.db", tmp_path / "copy.db")
    put_in_place(tmp_path / "novbe.db", tmp_path / "copy.db")
    until(lambda: page.gone and served_sqlite.web.live.refused is None)
    assert find(served_sqlite, other).id == page.id
    assert_gone(served_sqlite, page, lost, other)


def test_the_stream_of_a_ticket_that_is_gone_ends(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock, tmp_path: Path
) -> None:
    path = tmp_path / "novbe.db"
    copied(path, tmp_path / "copy.db")
    lost = take(sqlite_url, clock)
    with listening(f"{served_sqlite.address}/{lost}/events") as stream:
        stream.next()
        put_in_place(path, tmp_path / "copy.db")
        with pytest.raises(AssertionError, match="the stream has ended"):
            stream.next("never")
