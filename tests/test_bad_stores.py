"""A store that is not there, not ours, broken, full, busy or only to be read: every command says so."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import postgres
from data.store.sqlite import Sqlite
from tests.commands import Commands
from tests.data import raw
from tests.data.kinds import postgres_only, sqlite_only
from tests.data.tmpfs import fill, mounted, read_only
from tests.test_bad_input import novbe, refused

__all__ = ["novbe"]


COMMANDS_ON_A_STORE = ["board", "log", "verify", "take tax", "ticket 00000000000000000", "open 1", "call 1"]


def everywhere(novbe: Commands, code: str, *more: str) -> None:
    """Every command that needs a store is refused with the code."""
    for line in (*COMMANDS_ON_A_STORE, *more):
        assert (line, refused(novbe, *line.split())) == (line, code)


def test_a_store_of_a_newer_version(novbe: Commands, url: str) -> None:
    raw.run(url, "UPDATE store SET shape = 99")
    everywhere(novbe, "store-newer", "init")
    assert raw.rows(url, "SELECT shape, revision FROM store") == [(99, 10)]


def test_no_store(url: str, tmp_path: Path) -> None:
    everywhere(Commands(url), "store-missing", f"backup {tmp_path / 'copy.db'}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["{}/nowhere/q.db", "{}/file/q.db", "sqlite:///{}/nowhere/q.db?mode=ro"])
def test_no_such_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("x")
    everywhere(Commands(path.format(tmp_path)), "store-missing")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def others_store(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE store (id INTEGER, name TEXT)")
    connection.close()


def somebody_elses(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    connection.close()


NOT_STORES = {
    "text": lambda path: path.write_text("Dear diary, " * 500),
    "a picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000)),
    "somebody else's": somebody_elses,
    "somebody else's, with a table store": others_store,
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("what", NOT_STORES)
def test_what_is_not_a_store(tmp_path: Path, what: str) -> None:
    path = tmp_path / "q.db"
    NOT_STORES[what](path)
    before = path.read_bytes() if path.is_file() else None
    everywhere(Commands(str(path)), "not-a-store", "init")
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".lock"] == ["q.db"]


@pytest.mark.parametrize(
    "url", ["sqlite:///", "sqlite://", "mysql://u@h/d", "http://example.org", "://", "postgresql://["]
)
def test_an_address_of_nothing(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for line in ("board", "init"):
        assert refused(Commands(url), line) in ("store-missing", "not-a-store")
    assert list(tmp_path.iterdir()) == []
    assert not Path(f"{tmp_path}.lock").exists()


def test_a_half_made_store_is_made_by_init(tmp_path: Path) -> None:
    (tmp_path / "q.db").touch()
    novbe = Commands(str(tmp_path / "q.db"))
    assert refused(novbe, "board") == "store-missing"
    assert novbe("init").code == 0


@pytest.mark.parametrize("broken", ["DELETE FROM store", "DELETE FROM centre", "UPDATE centre SET document = '{}'"])
def test_a_store_without_its_rows(sqlite_url: str, tmp_path: Path, broken: str) -> None:
    novbe = Commands(sqlite_url)
    novbe("init")
    raw.run(sqlite_url, broken)
    for line in ("board", "take tax", "verify", "init"):
        assert refused(novbe, *line.split()) in ("not-a-store", "store-missing")


def test_a_damaged_file(sqlite_url: str, tmp_path: Path) -> None:
    novbe = Commands(sqlite_url)
    novbe("init")
    for _ in range(30):
        novbe("take", "id-card")
    path = tmp_path / "novbe.db"
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(range(256)) * ((len(content) - 4096) // 256)
    path.write_bytes(content)
    for line in ("board", "take id-card", "log"):
        assert refused(novbe, *line.split()) == "not-a-store"


@pytest.fixture
def ro(tmp_path: Path) -> Iterator[Path]:
    """A disk with a store on it that can only be read."""
    with mounted(tmp_path / "disk", "size=4m") as disk:
        novbe = Commands(str(disk / "q.db"))
        novbe("init")
        novbe("take", "tax")
        read_only(disk)
        yield disk


def test_a_disk_that_can_only_be_read(ro: Path) -> None:
    novbe = Commands(str(ro / "q.db"))
    for line in ("take tax", "open 1", "init"):
        assert refused(novbe, *line.split()) == "store-read-only"
    assert refused(Commands(str(ro / "new.db")), "init") == "store-read-only"
    assert sorted(each.name for each in ro.iterdir()) == ["q.db", "q.db.lock"]


@sqlite_only
def test_a_store_that_is_opened_for_reading_only(novbe: Commands, url: str) -> None:
    reading = Commands(f"{url}?mode=ro")
    assert reading("board", "--json").json == novbe("board", "--json").json
    assert reading("log").out == novbe("log").out
    assert reading("verify").code == 0
    for line in ("take tax", "open 2", "recall 1"):
        assert refused(reading, *line.split()) == "store-read-only"
    assert novbe("verify").code == 0


def test_nothing_is_made_for_reading_only(tmp_path: Path) -> None:
    novbe = Commands(f"sqlite:///{tmp_path / 'q.db'}?mode=ro")
    assert refused(novbe, "init") in ("store-missing", "store-read-only")
    assert not (tmp_path / "q.db").exists()


@postgres_only
def test_a_database_that_can_only_be_read(novbe: Commands, url: str) -> None:
    raw.run(url, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', "
            "current_database()); END $$")  # fmt: skip
    assert refused(novbe, "take", "tax") == "store-read-only"
    assert novbe("board").code == 0


def test_a_full_disk(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=1m") as disk:
        novbe = Commands(str(disk / "q.db"))
        novbe("init")
        taken = novbe("take", "id-card", "--json").json
        filled = fill(disk)
        codes = [refused(novbe, "take", "id-card") for _ in range(3)]
        assert set(codes) == {"store-full"}
        assert refused(Commands(str(disk / "new.db")), "init") == "store-full"
        assert refused(novbe, "backup", str(disk / "copy.db")) == "store-full"
        filled.unlink()
        assert not list(disk.glob("*copy*"))
        assert novbe("take", "id-card", "--json").json["ticket"] == "A002"
        assert novbe("ticket", taken["code"], "--json").json == taken
        assert novbe("verify").code == 0
        assert Commands(str(disk / "new.db"))("init").code in (0, 1)


def test_a_store_that_may_not_grow(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a full disk, for those who may not mount one."""
    novbe = Commands(sqlite_url)
    novbe("init")
    connect = Sqlite.connect

    def full(self: Sqlite, *, create: bool = False) -> sqlite3.Connection:
        connection = connect(self, create=create)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(Sqlite, "connect", full)
    taken = 0
    while (done := novbe("take", "id-card", "--json")).code == 0 and taken < 200:
        taken += 1
    assert done.json["error"] == "store-full"
    monkeypatch.undo()
    assert novbe("take", "id-card", "--json").json["ticket"] == f"A{taken + 1:03}"
    assert novbe("verify").code == 0


@sqlite_only
def test_a_busy_file(novbe: Commands, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store.sqlite.BUSY_TIMEOUT_S", 0.1)
    with raw.connected(url) as holding:
        holding.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert refused(novbe, "take", "tax") == "store-busy"
        assert time.monotonic() - began < 5
        assert novbe("board").code == 0, "reading goes on"
        holding.execute("ROLLBACK")
    assert novbe("take", "tax").code == 0


@postgres_only
def test_a_busy_database(novbe: Commands, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "OPTIONS", postgres.OPTIONS.replace("lock_timeout=5s", "lock_timeout=100ms"))
    with raw.connected(url) as holding:
        holding.execute("BEGIN")
        holding.execute("SELECT * FROM store FOR UPDATE")
        assert refused(novbe, "take", "tax") == "store-busy"
        assert novbe("board").code == 0, "reading goes on"
        holding.execute("ROLLBACK")
    assert novbe("take", "tax").code == 0


def test_a_backup_that_cannot_be_written(sqlite_url: str, tmp_path: Path) -> None:
    novbe = Commands(sqlite_url)
    novbe("init")
    file = tmp_path / "there.db"
    shutil.copy(tmp_path / "novbe.db", file)
    for path in (file, tmp_path, tmp_path / "nowhere" / "copy.db", tmp_path / "there.db" / "copy.db"):
        refused(novbe, "backup", str(path))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["novbe.db", "novbe.db.lock", "there.db"]
