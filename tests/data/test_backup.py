"""A copy of a live store: whole, of one moment, and a store by itself."""

import threading
from pathlib import Path

import pytest

from data import board, log, visitor, window
from data.log import verify
from data.refused import Refused
from data.store import Store
from data.store.backup import backup
from tests.clocks import MovableClock
from tests.data import moments
from tests.data.kinds import sqlite_only


def test_a_backup_is_a_store_that_goes_on(store: Store, clock: MovableClock, tmp_path: Path) -> None:
    moments.on_hold(store, clock)
    file = tmp_path / "copies" / "copy.db"
    file.parent.mkdir()
    before = board.read(store)
    assert backup(store, file) == store.revision() == before.revision
    assert [each.name for each in file.parent.iterdir()] == ["copy.db"]
    with Store.open(str(file), clock=clock) as copy:
        assert board.read(copy) == before
        assert verify(copy, head=(before.revision, before.head)).ok
        assert list(log.events(copy)) == list(log.events(store))
        assert window.resume(copy, window=3, ticket="A001").state == "called"
        assert visitor.take(copy, service="tax").ticket == "B001"
        assert verify(copy).ok
    assert store.revision() == before.revision


def test_a_backup_of_a_backup(store: Store, tmp_path: Path) -> None:
    visitor.take(store, service="tax", key="k", class_="immediate", reason="fell ill")
    backup(store, tmp_path / "one.db")
    with Store.open(str(tmp_path / "one.db")) as one:
        backup(one, tmp_path / "two.db")
    with Store.open(str(tmp_path / "two.db")) as two:
        assert verify(two).ok


def test_nothing_is_written_over(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    file.write_text("mine")
    for taken in (file, tmp_path):
        with pytest.raises(Refused) as caught:
            backup(store, taken)
        assert caught.value.code == "not-allowed"
    assert file.read_text() == "mine"


@sqlite_only
def test_a_folder_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        backup(store, tmp_path / "nowhere" / "copy.db")
    assert store.revision() == 1


def test_a_store_in_use_is_copied_as_of_one_moment(store: Store, url: str, clock: MovableClock, tmp_path: Path) -> None:
    done = threading.Event()

    def busy() -> None:
        with Store.open(url, clock=clock) as other:
            while not done.is_set():
                visitor.take(other, service="tax")

    visiting = threading.Thread(target=busy)
    visiting.start()
    try:
        for number in range(3):
            revision = backup(store, tmp_path / f"{number}.db")
            with Store.open(str(tmp_path / f"{number}.db"), clock=clock) as copy:
                assert (copy.revision(), verify(copy).ok) == (revision, True)
    finally:
        done.set()
        visiting.join()
    assert verify(store).ok
