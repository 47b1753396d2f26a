"""Whatever is wrong: one clear sentence, the right code and exit code, no traceback, and nothing changed."""

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import Store
from tests.commands import COMMAND, ROOT, Commands
from tests.conftest import CENTRE
from tests.data import raw
from tests.data.kinds import postgres_only, sqlite_only
from tests.data.refusing import is_a_sentence
from tests.data.tmpfs import fill, mounted, read_only

RULES = '[rules]\nrequeue_pause = "0s"\n'
OPEN = CENTRE.replace('series = "C"', 'series = "C"\nquota = 1') + RULES
CLOSED = OPEN.replace('id = "test"', 'id = "test"\nhours = { mon = ["00:00-00:01"] }')


@pytest.fixture
def novbe(url: str, tmp_path: Path) -> Commands:
    """Commands on a store: A001 waits, A002 is called at 1, B001 is served at 3, window 2 is closed, notary is full."""
    (tmp_path / "centre.toml").write_text(OPEN, "utf-8")
    commands = Commands(url)
    lines = ["take id-card --key k", "take passport", "take tax", "take notary", "open 1", "open 3"]
    lines += ["call 1 --ticket A002 --reason x", "call 3 --ticket B001 --reason x", "start 3"]
    for line in (f"init {tmp_path / 'centre.toml'}", *lines):
        done = commands(*line.split())
        assert done.code == 0, (line, done)
    return commands


def refused(novbe: Commands, *line: str) -> str:
    """The code with which a command is refused, with --json and without."""
    plain, done = novbe(*line), novbe(*line, "--json")
    assert (plain.code, plain.out, done.code) == (1, "", 1), (line, plain, done)
    assert set(done.json) == {"error", "message"}
    assert is_a_sentence(done.json["message"]) or done.json["error"] == "bad-centre-file", done.json["message"]
    assert plain.err == done.err == done.json["message"] + "\n"
    return done.json["error"]


LINES = [
    ("take visa", "unknown-service"),
    ("transfer 1 visa", "unknown-service"),
    ("open 77", "unknown-window"),
    ("call 0", "unknown-window"),
    ("call 99999999999999999999", "unknown-window"),
    ("remove Z999 --reason x", "unknown-ticket"),
    ("resume 3 A009", "ticket-in-hand"),
    ("ticket 00000000000000000", "unknown-code"),
    ("cancel A001", "unknown-code"),
    ("take tax --class vip", "unknown-class"),
    ("take notary", "quota-full"),
    ("call 2", "window-closed"),
    ("close 2", "window-closed"),
    ("call 1", "ticket-in-hand"),
    ("close 1", "ticket-in-hand"),
    ("start 2", "nothing-in-hand"),
    ("next 1", "not-started"),
    ("finish 1", "not-started"),
    ("start 3", "not-allowed"),
    ("open 1", "not-allowed"),
    ("undo 2", "not-allowed"),
    ("transfer 1 passport", "not-allowed"),
    ("take tax --language de", "not-allowed"),
    ("recall 1", "too-soon"),
    ("no-show 1", "too-soon"),
    ("hold 1", "reason-missing"),
    ("remove A001", "reason-missing"),
    ("take tax --class immediate", "reason-missing"),
    ("take tax --key k", "key-reused"),
    ("take id-card --class priority --key k", "key-reused"),
    ("init missing.toml", "bad-centre-file"),
]


def test_every_refusal_of_an_act(novbe: Commands, url: str, tmp_path: Path) -> None:
    with Store.open(url) as store:
        before = store.revision()
        for line, code in LINES:
            assert (line, refused(novbe, *line.split())) == (line, code)
        for _ in range(2):
            novbe("requeue", "1")
            novbe("call", "1", "--ticket", "A002", "--reason", "x")
        assert store.revision() == before + 4
        assert refused(novbe, "requeue", "1") == "too-often"
        novbe("open", "2")
        assert refused(novbe, "call", "2", "--ticket", "A001", "--reason", "x") == "not-served-here"
        (tmp_path / "closed.toml").write_text(CLOSED, "utf-8")
        novbe("init", str(tmp_path / "closed.toml"))
        assert refused(novbe, "take", "tax") == "service-closed"
        assert store.revision() == before + 6
    assert novbe("verify").code == 0


@sqlite_only
@pytest.mark.parametrize("text", ["[/]", "Tax [A]", "🪪👩‍👩‍👧‍👦", "Ə" * 200, "{x} %s", "\x1b[2J", "a\nb", "\udcff", ""])
def test_any_text_anywhere(novbe: Commands, text: str, tmp_path: Path) -> None:
    """What somebody types is refused or kept, and never an error."""
    lines = {
        ("take", text): "unknown-service",
        ("transfer", "1", text): "unknown-service",
        ("ticket", text): "unknown-code",
        ("cancel", text): "unknown-code",
        ("revive", "1", text): "unknown-ticket",
        ("take", "tax", "--class", text): "unknown-class",
        ("take", "tax", "--language", text): "not-allowed",
        ("remove", text, "--reason", "x"): "unknown-ticket",
        ("init", f"{tmp_path / 'no'}{text}"): "bad-centre-file",
    }
    for line, code in lines.items():
        done = novbe(*line, "--json")
        assert (done.code, done.json["error"], done.json["message"].count("\n")) == (1, code, 0), line
    for line in (("take", "tax", "--key", text or "-"), ("take", "tax", "--class", "immediate", "--reason", text or "-")):
        done = novbe(*line, "--json")
        assert done.code == 0 or done.json["error"] == "not-allowed"
    assert novbe("verify").code == 0


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """As a terminal hands them over, in a process of its own."""
    novbe = Commands(str(tmp_path / "q.db"))
    novbe("init")
    for line in ([b"take", b"\xff"], [b"ticket", b"\xff"], [b"take", b"tax", b"--key", b"\xff"]):
        done = subprocess.run(
            [*COMMAND, *line, "--json"],
            cwd=ROOT,
            env=novbe.process_environment(),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "is empty"),
        (b"[centre", "must be TOML"),
        (b"\x00\xff\xfe", "UTF-8"),
        (b"[centre]\nid = 'x'\n", "centre.name is missing"),
        (OPEN.replace('"Asia/Baku"', '"Mars/Olympus"').encode(), "centre.timezone"),
        (OPEN.replace('["passport", "tax"]', '["visa"]').encode(), "windows.2.services.1"),
    ],
)
@sqlite_only
def test_a_broken_centre_file(novbe: Commands, url: str, tmp_path: Path, content: bytes, part: str) -> None:
    file = tmp_path / "broken.toml"
    file.write_bytes(content)
    before = raw.rows(url, "SELECT * FROM store"), raw.rows(url, "SELECT * FROM centre")
    assert refused(novbe, "init", str(file)) == "bad-centre-file"
    assert part in novbe("init", str(file)).err
    assert (raw.rows(url, "SELECT * FROM store"), raw.rows(url, "SELECT * FROM centre")) == before
    fresh = Commands(str(tmp_path / "fresh.db"))
    assert refused(fresh, "init", str(file)) == "bad-centre-file"
    assert not list(tmp_path.glob("fresh.db*"))


def test_a_change_while_tickets_are_open(novbe: Commands, tmp_path: Path) -> None:
    (tmp_path / "moved.toml").write_text(OPEN.replace("Asia/Baku", "Europe/Berlin"), "utf-8")
    assert refused(novbe, "init", str(tmp_path / "moved.toml")) == "not-allowed"


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
    code = "not-a-store"
    for line in (*COMMANDS_ON_A_STORE, "init"):
        got = refused(Commands(str(path)), *line.split())
        assert got == code or (what == "a folder" and got == "store-missing"), (line, got)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".lock"] == ["q.db"]


@pytest.mark.parametrize("url", ["sqlite:///", "sqlite://", "mysql://u@h/d", "http://example.org", "://", "postgresql://["])
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
    from data.store.sqlite import Sqlite

    novbe = Commands(sqlite_url)
    novbe("init")
    connect = Sqlite.connect

    def full(self: Sqlite, *, create: bool = False) -> sqlite3.Connection:
        connection = connect(self, create=create)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(Sqlite, "connect", full)
    taken, full_at = 0, None
    for taken in range(200):
        done = novbe("take", "id-card", "--json")
        if done.code:
            full_at = done.json["error"]
            break
    assert full_at == "store-full"
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
    from data.store import postgres

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
