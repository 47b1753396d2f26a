"""The screens, each started as a process on a terminal of 80x24: how soon they paint, and what they cost."""

import os
import statistics
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from data import setup, visitor, window
from data.store import Store
from tests.bench.figures import Figure
from tests.bench.rounds import interleaved, ratio
from tests.bench.seen import idle_share
from tests.bench.terminal import Terminal

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LABEL, PAINT, CHOICE = "One label", r"\S", "Azərbaycanca"
SETTLED = 4


def figures(quick: bool) -> Iterator[Figure]:
    """Starting, against an app with one label, with bytecode compiled beforehand for all; then memory and idling."""
    with TemporaryDirectory() as folder:
        environment = at_home(Path(folder))
        yield from starting(environment, rounds=5 if quick else 21)
        yield from staying(environment, idle=10 if quick else 30)


def at_home(folder: Path) -> dict[str, str]:
    """The environment of a terminal with a store of some visitors, and a place for bytecode that is empty at first."""
    store = str(folder / "demo.db")
    setup.init(store)
    with Store.open(store) as opened:
        for service in opened.centre.services:
            visitor.take(opened, service=service.id)
        for number in range(1, 6):
            window.open(opened, window=number)
            window.call(opened, window=number)
    names = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    own = {"NOVBE_STORE": store, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    return {**kept, **own, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def novbe(*arguments: str) -> list[str]:
    """The command as it is installed, or as it lies here."""
    installed = Path(sys.executable).with_name("novbe")
    return [*([str(installed)] if installed.exists() else [sys.executable, str(ROOT / "novbe.py")]), *arguments]


def starting(environment: dict[str, str], rounds: int) -> Iterator[Figure]:
    """Each case is one start; the first, uncounted round writes the bytecode."""
    label = [sys.executable, str(HERE / "label.py")]
    cases = {"label": (label, LABEL), "kiosk": (novbe("kiosk"), PAINT)}
    cases |= {"choice": (novbe("kiosk"), CHOICE), "hall": (novbe("hall"), PAINT)}
    for command in (label, novbe("kiosk"), novbe("hall"), novbe("window", "1")):
        with Terminal(command, environment, str(ROOT)) as terminal:
            terminal.watch(SETTLED)
    found = interleaved({name: partial(start, *case, environment) for name, case in cases.items()}, rounds)
    millis = {name: statistics.median(values) * 1e3 for name, values in found.items()}
    for case, name, most in (
        ("kiosk", "novbe kiosk to the first paint", 1.5),
        ("hall", "novbe hall to the first paint", 1.5),
        ("choice", "novbe kiosk to the first screen that takes a choice", 2.2),
    ):
        how = f"{millis[case]:.0f} ms against {millis['label']:.0f} ms of a Textual app with one label"
        yield Figure(name, ratio(found[case], found["label"]), "times", most, how)


def start(command: list[str], wanted: str, environment: dict[str, str]) -> float:
    """Seconds until the wanted text stands on the terminal."""
    with Terminal(command, environment, str(ROOT)) as terminal:
        return terminal.seconds_until(wanted)


def staying(environment: dict[str, str], idle: float) -> Iterator[Figure]:
    """Resident memory of each screen once it has settled, and what the hall uses while nothing happens."""
    for arguments in (("kiosk",), ("hall",), ("window", "1")):
        with Terminal(novbe(*arguments), environment, str(ROOT)) as terminal:
            terminal.watch(SETTLED)
            resident = psutil.Process(terminal.process.pid).memory_info().rss / 1e6
            yield Figure(f"memory of novbe {' '.join(arguments)}, resident", resident, "MB", 80)
            if arguments == ("hall",):
                with terminal.drained():
                    share = idle_share(terminal.process.pid, idle)
                yield Figure("novbe hall while idle, of a core", share * 100, "%", 1, f"{idle:.0f} s")
