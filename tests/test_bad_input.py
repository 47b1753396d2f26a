"""Whatever is wrong: one clear sentence, the right code and exit code, no traceback, and nothing changed."""

import re
import subprocess
from pathlib import Path

import pytest

from data.store import Store
from tests.commands import COMMAND, ROOT, Commands
from tests.conftest import CENTRE
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.refusing import is_a_sentence

NUMBER = re.compile(r"\d+")
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
    assert done.err == done.json["message"] + "\n"
    assert NUMBER.sub("", plain.err) == NUMBER.sub("", done.err)  # it may say how long to wait
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
    }
    for line, code in lines.items():
        done = novbe(*line, "--json")
        assert (done.code, done.json["error"], done.json["message"].count("\n")) == (1, code, 0), line
    assert novbe("init", f"{tmp_path / 'no'}{text}", "--json").json["error"] == "bad-centre-file"
    for more in (("--key",), ("--class", "immediate", "--reason")):
        done = novbe("take", "tax", *more, text or "-", "--json")
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
