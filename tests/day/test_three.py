"""Three people use it at once, each at a terminal: a supervisor, an operator at a window, and the hall that looks."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data import visitor
from data.log import verify
from data.store import Store
from tests.commands import COMMAND, Commands
from tests.data.people.staff import PINS, SIGNED
from tests.terminal import PAUSE_S, WAIT_S, Terminal, terminals
from tests.test_end_to_end import SIZES, shines

COMMANDS = ("supervisor", "--language", "en"), ("window", "1", "--language", "en"), ("hall", "--mute")
MESSAGE = "Please come to the desk"


@pytest.fixture
def novbe(tmp_path: Path) -> Commands:
    """A centre where everybody signs on; Leyla and Aysel were added by the command line."""
    (tmp_path / "centre.toml").write_text(SIGNED)
    commands = Commands(f"sqlite:///{tmp_path / 'store.db'}")
    assert commands("init", str(tmp_path / "centre.toml")).code == 0
    leyla, aysel = PINS["Leyla"], PINS["Aysel"]
    typed(commands, "people", "add", "Leyla", "--role", "supervisor", lines=(leyla, leyla))
    typed(commands, "people", "add", "Aysel", "--role", "operator", "--as", "Leyla", lines=(leyla, aysel, aysel))
    return commands


def typed(novbe: Commands, *command: str, lines: tuple[str, ...]) -> None:
    """Run a command, and type what it asks."""
    subprocess.run(
        [*COMMAND, *command],
        input="".join(f"{line}\n" for line in lines),
        env=novbe.process_environment(),
        check=True,
        text=True,
        capture_output=True,
    )


@contextmanager
def three(novbe: Commands, size: tuple[int, int]) -> Iterator[list[Terminal]]:
    """The terminals of the supervisor, of window 1, and of the hall."""
    name = f"novbe-three-{abs(hash(novbe.environment['NOVBE_STORE']))}"
    with terminals(name, novbe.environment) as opened:
        yield [opened.open("novbe", *command, size=size) for command in COMMANDS]


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_a_ticket_and_a_message_between_three_people(novbe: Commands, size: tuple[int, int]) -> None:
    with three(novbe, size) as (supervisor, window, hall), Store.open(novbe.environment["NOVBE_STORE"]) as store:
        sign_on(supervisor, "Leyla")
        sign_on(window, "Aysel")
        supervisor.shows("Aysel")
        press_until_shown(window, "n", "The window is open")
        code = novbe("take", "passport", "--language", "en", "--json").json["code"]
        hall.shows("Passport")
        press_until_shown(window, "n", "A001 called")
        assert (visitor.ticket(store, code=code).state, visitor.ticket(store, code=code).window) == ("called", 1)
        assert shines(hall)
        supervisor.shows("A001")
        tell(supervisor, "1", MESSAGE)
        window.shows(MESSAGE)
        press_until_shown(window, "n", "A001 is being served")
        window.press("m")
        gone(window, MESSAGE)
        press_until_shown(window, "f", "A001 served")
        supervisor.press("d")
        supervisor.shows("The service day ends")
        supervisor.press("Enter")
        supervisor.shows("The service day is closed")
        window.shows("You are signed off.")
        assert verify(store).ok


def sign_on(terminal: Terminal, name: str) -> None:
    """Type a name and a PIN."""
    terminal.shows("PIN")
    terminal.press(name, "Enter", PINS[name], "Enter")
    gone(terminal, "PIN")


def tell(supervisor: Terminal, window: str, text: str) -> None:
    """Send a message to a window."""
    supervisor.press("m")
    supervisor.shows("Which window?")
    supervisor.press(window)
    time.sleep(0.6)  # what comes faster is a scanner's
    supervisor.press("Enter")
    supervisor.shows("told?")
    for letter in text:
        supervisor.press("Space" if letter == " " else letter)
        time.sleep(0.15)  # as a person types: faster is a scanner
    supervisor.press("Enter")
    supervisor.shows("The message is on its way")


def press_until_shown(terminal: Terminal, key: str, words: str) -> None:
    """Press a key once, as the screen is ready for it, and wait for what it says."""
    time.sleep(0.6)  # a second press within half a second is ignored
    terminal.press(key)
    terminal.shows(words)


def gone(terminal: Terminal, words: str) -> None:
    """Wait until the screen no longer shows these words."""
    end = time.monotonic() + WAIT_S
    while words in terminal.text():
        assert time.monotonic() < end, terminal.text()
        time.sleep(PAUSE_S)  # between two looks; that it is gone ends it
