"""The commands around people and shifts, and that a PIN is seen nowhere."""

import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from data import people, setup
from data.centre import read
from data.store import Store
from tests.commands import COMMAND, ROOT, Commands, Result
from tests.data import raw
from tests.data.people.staff import PINS, SIGNED
from tests.ptys import on_a_pty

Typed = Callable[..., Result]


@pytest.fixture
def url(sqlite_url: str) -> str:
    """The URL of a store where who acts must be signed on."""
    setup.init(sqlite_url, read(SIGNED, "centre.toml"))
    return sqlite_url


@pytest.fixture
def run(url: str, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Runs a command line, with what is typed after it."""

    def typed(line: str, *pins: str) -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{pin}\n" for pin in pins)))
        return Commands(url)(*line.split())

    return typed


def add_staff(run: Typed) -> None:
    """Leyla, a supervisor, and the operators Aysel and Rauf."""
    leyla = PINS["Leyla"]
    assert run("people add Leyla --role supervisor", leyla, leyla).code == 0
    for name in ("Aysel", "Rauf"):
        assert run(f"people add {name} --role operator --as leyla", leyla, PINS[name], PINS[name]).code == 0


def test_people_are_listed(run: Typed) -> None:
    assert run("people").out == "Nobody yet: novbe people add NAME --role supervisor\n"
    add_staff(run)
    assert run("people disable Rauf --as Leyla", PINS["Leyla"]).out == "Rauf  operator  disabled\n"
    assert run("people list").out == "Leyla  supervisor\nAysel  operator\nRauf  operator  disabled\n"
    assert run("people list --json").json["people"][2] == {
        "person": 3,
        "name": "Rauf",
        "role": "operator",
        "active": False,
    }


@pytest.mark.parametrize(
    ("line", "pins", "code"),
    [
        ("people add Nina --role operator", ("8362", "8362"), "not-signed-on"),
        ("people add Nina --role operator --as Aysel", (PINS["Aysel"], "8362", "8362"), "supervisor-only"),
        ("people add Nina --role operator --as Leyla", (PINS["Leyla"], "8362", "8363"), "not-allowed"),
        ("people add Nina --role operator --as Leyla", (PINS["Leyla"], "1234", "1234"), "not-allowed"),
        ("people add Nina --role operator --as Leyla", (PINS["Leyla"],), "not-allowed"),
        ("people add Nina --role boss --as Leyla", (PINS["Leyla"], "8362", "8362"), "not-allowed"),
        ("people add LEYLA --role operator --as Leyla", (PINS["Leyla"], "8362", "8362"), "not-allowed"),
        ("people disable Leyla --as Leyla", (PINS["Leyla"],), "not-allowed"),
        ("people disable Nina --as Leyla", (PINS["Leyla"],), "unknown-person"),
        ("people reset Nina --as Leyla", (PINS["Leyla"], "8362", "8362"), "unknown-person"),
        ("people reset Aysel --as Aysel", (PINS["Aysel"], "8362", "8362"), "supervisor-only"),
        ("people reset Aysel --as Nobody", ("8362", "8362", "8362"), "wrong-pin"),
    ],
)
def test_what_is_refused(run: Typed, line: str, pins: tuple[str, ...], code: str) -> None:
    add_staff(run)
    before = run("people").out
    done = run(line + " --json", *pins)
    assert (done.code, done.json["error"]) == (1, code)
    assert len(done.err.splitlines()) == 1
    assert run("people").out == before


def test_the_first_must_be_a_supervisor(run: Typed) -> None:
    done = run("people add Aysel --role operator --json", "5813", "5813")
    assert (done.code, done.json["error"]) == (1, "not-allowed")
    assert run("people add Aysel").code == 2, "a role is needed"


def test_a_new_pin(run: Typed) -> None:
    add_staff(run)
    assert run("people reset Aysel --as Leyla", PINS["Leyla"], "8362", "8362").code == 0
    assert run("sign-on 1 --as Aysel --json", PINS["Aysel"]).json["error"] == "wrong-pin"
    assert run("sign-on 1 --as Aysel", "8362").out == "Aysel is signed on at window 1.\n"


def test_a_shift_by_commands(run: Typed) -> None:
    add_staff(run)
    aysel = PINS["Aysel"]
    assert run("sign-on 3 --as Aysel --json", aysel).json == {
        "window": 3,
        "person": 2,
        "name": "Aysel",
        "role": "operator",
    }
    assert run("open 3 --as Aysel", aysel).code == 0
    assert run("break 3 --reason lunch --as Aysel", aysel).out == "Window 3 is on a break.\n"
    assert run("next 3 --as Aysel --json", aysel).json["error"] == "on-break"
    assert run("back 3 --as Aysel", aysel).code == 0
    assert run("next 3 --as Aysel", aysel).code == 3
    assert run("sign-on 3 --as Leyla --json", PINS["Leyla"]).json["error"] == "window-in-use"
    assert run("sign-on 3 --as Leyla --take-over", PINS["Leyla"]).code == 0
    assert run("next 3 --as Aysel --json", aysel).json["error"] == "not-yours"
    off = run("sign-off 3 --as Leyla --json", PINS["Leyla"]).json
    assert (off["window"], off["state"]) == (3, "closed")
    assert run("break 3 --reason siesta --as Leyla --json", PINS["Leyla"]).json["error"] == "unknown-break"
    said = [line for line in run("log").out.splitlines() if '"by": 2' in line]
    assert len(said) == 4
    assert run("verify").code == 0


def _told_to_others(process: int) -> str:
    """The arguments and the environment of a process and its children: what others at the machine can read."""
    parent = psutil.Process(process)
    return repr([(one.cmdline(), one.environ()) for one in (parent, *parent.children(recursive=True))])


def test_a_pin_is_typed_and_seen_nowhere(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pins = {"Leyla": b"471193", "Aysel": b"58130264"}
    monkeypatch.setenv("NOVBE_STORE", url)
    monkeypatch.setenv("NOVBE_LANGUAGE", "en")
    monkeypatch.chdir(ROOT)
    with on_a_pty(*COMMAND, "people", "add", "Leyla", "--role", "supervisor") as terminal:
        for prompt in ("New PIN of Leyla", "Once more"):
            terminal.until(prompt)
            terminal.write(pins["Leyla"] + b"\n")
        terminal.until("Leyla  supervisor")
        assert terminal.end() == 0
        assert pins["Leyla"] not in terminal.all
    with on_a_pty(*COMMAND, "people", "add", "Aysel", "--role", "operator", "--as", "Leyla") as terminal:
        terminal.until("PIN of Leyla")
        terminal.write(pins["Leyla"] + b"\n")
        terminal.until("New PIN of Aysel")
        terminal.write(pins["Aysel"] + b"\n")
        terminal.until("Once more")
        told = _told_to_others(terminal.process.pid)
        assert "Aysel" in told
        assert not any(pin.decode() in told for pin in pins.values())
        terminal.write(pins["Aysel"] + os.linesep.encode())
        terminal.until("Aysel  operator")
        assert terminal.end() == 0
        assert not any(pin in terminal.all for pin in pins.values())
    file = Path(url.removeprefix("sqlite:///"))
    for kept in file.parent.glob(f"{file.name}*"):
        assert not any(pin in kept.read_bytes() for pin in pins.values())


def test_a_pin_is_in_no_line_that_a_command_says(run: Typed, url: str) -> None:
    add_staff(run)
    said = ""
    for line, pins in (
        ("people list --json", ()),
        ("people reset Aysel --as Leyla --json", (PINS["Leyla"], "8362", "8363")),
        ("open 1 --as Aysel --json", (PINS["Rauf"],)),
        ("sign-on 1 --as Aysel --json", (PINS["Aysel"],)),
        ("log", ()),
        ("board --json", ()),
    ):
        done = run(line, *pins)
        said += done.out + done.err
    assert "Aysel" in said
    # A number of people or a time may hold four digits by chance: what is asked for is the PIN as a word.
    assert not any(f'"{pin}"' in said or f" {pin}" in said for pin in (*PINS.values(), "8362", "8363"))


def test_nor_in_what_is_said_when_all_fails(run: Typed, url: str) -> None:
    add_staff(run)
    raw.run(url, "DROP TABLE attempt")
    done = subprocess.run(
        [*COMMAND, "open", "1", "--as", "Aysel"],
        cwd=ROOT,
        input=f"{PINS['Aysel']}\n",
        env=Commands(url).process_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "attempt" in done.stderr
    assert PINS["Aysel"] not in done.stdout + done.stderr


def test_python_is_told_of_no_pin_either(url: str) -> None:
    with Store.open(url) as store:
        person = people.add(store, "Leyla", "supervisor", PINS["Leyla"])
        signed = people.admit(store, name="Leyla", pin=PINS["Leyla"])
    assert not any(PINS["Leyla"] in repr(view) for view in (person, signed))
