"""The table of rights from the command line: every command with everybody."""

import io
from datetime import datetime
from pathlib import Path

import pytest

from data import log
from data.clock import system
from data.store import Store
from tests.commands import Commands
from tests.data import rights
from tests.data.rights import REFUSED, TYPED
from tests.data.tried import TRIED, soon

ACTS = {what: tried for what, tried in TRIED.items() if tried.command}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> rights.Base:
    """A store with people, of which each test has a copy; by the clock of the machine, as commands have it."""
    return rights.base(tmp_path_factory.mktemp("base") / "novbe.db", system)


def filled(command: str, ticket: str, now: datetime) -> list[str]:
    """The arguments of a command; what a new person's PIN needs is in `lines`."""
    words = {"CODE": ticket, "SOON": f"{soon(now):%Y-%m-%dT%H:%M+00:00}"}
    role = ["--role", "operator"] if command.startswith("people") else []
    return [words.get(word, word) for word in command.split(" ")] + role


def lines(name: str | None, command: str) -> str:
    """What is typed: the PIN of who gives the command, and twice that of somebody new."""
    own = f"{rights.ALL_PINS[name]}\n" if name else ""
    return own + ("7301\n7301\n" if command.startswith("people") else "")


@pytest.mark.parametrize("what", ACTS)
def test_everybody_may_what_is_theirs_and_nothing_else(
    what: str, base: rights.Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = ACTS[what]
    command = tried.command or ""
    signs = what not in ("book", "check-in", "postpone", "cancel")
    for number, (who, name) in enumerate(TYPED.items()):
        if name and not signs:
            continue
        file = tmp_path / f"{number}.db"
        ticket = base.copy(file, tried.way, trusts="trusts" in who)
        with Store.open(f"sqlite:///{file}") as store:
            before = store.revision()
            monkeypatch.setattr("sys.stdin", io.StringIO(lines(name, command)))
            given = filled(command, ticket, store.now()) + (["--as", name] if name else [])
            done = Commands(store.url)(*given, "--json")
            code = REFUSED[tried.least][who]
            said = done.json.get("error")
            assert (who, done.code, said) == (who, int(code is not None), code)
            person = base.everybody[who]
            new = list(log.events(store, since=before))
            assert {event.person for event in new} <= {person and person.person}
            assert bool(new) == (code is None and what not in ("message", "people"))


@pytest.mark.parametrize("name", ["Aysel", "Leyla", "Nobody"])
def test_a_wrong_pin_does_nothing(
    name: str, base: rights.Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "novbe.db"
    base.copy(file, TRIED["open"].way, trusts=False)
    run = Commands(f"sqlite:///{file}")
    said = []
    for pin in ("9999", "", "4711'; DROP TABLE person", "9998"):
        monkeypatch.setattr("sys.stdin", io.StringIO(pin + "\n"))
        done = run("open", "1", "--as", name, "--json")
        said.append((done.code, done.json["error"]))
        assert name not in done.err
    assert said == [(1, "wrong-pin")] * 3 + [(1, "too-soon")]
    with Store.open(f"sqlite:///{file}") as store:
        assert [event.act for event in log.events(store)][-1] == "init"


def test_who_signs_on_says_who(base: rights.Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "novbe.db"
    base.copy(file, TRIED["open"].way, trusts=True)
    run = Commands(f"sqlite:///{file}")
    assert run("sign-on", "3", "--json").code == 2
    typed = (("Nina", "window-in-use"), ("Aysel", "window-in-use"), ("Samir", "not-signed-on"), ("Leyla", None))
    for name, code in typed:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines(name, "")))
        assert run("sign-on", "3", "--as", name, "--json").json.get("error") == code


def test_reading_needs_nobody(base: rights.Base, tmp_path: Path) -> None:
    file = tmp_path / "novbe.db"
    ticket = base.copy(file, TRIED["cancel"].way, trusts=False)
    run = Commands(f"sqlite:///{file}")
    commands = [
        "board",
        "log",
        "verify",
        "alerts",
        "people",
        "people list",
        "bookings",
        f"ticket {ticket}",
        "story A001",
    ]
    for command in (*commands, f"backup {tmp_path / 'copy.db'}"):
        assert (command, run(*command.split()).code) == (command, 0)
