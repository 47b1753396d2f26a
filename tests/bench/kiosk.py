"""The kiosk on a terminal of its own: from the touch of a finger to the last byte of the next screen."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data import centre, setup, visitor
from data.store import Store
from tests.bench.figures import Figure
from tests.bench.rounds import percentile
from tests.bench.screens import ROOT, at_home, novbe
from tests.bench.seen import idle_share
from tests.bench.terminal import Terminal

SIZE = 120, 34
TOUCH = b"\x1b[<0;30;11M\x1b[<0;30;11m"
"""On the first choice, which stands there on every question; anywhere on a ticket."""
APART = 0.6
"""Seconds after which another touch counts as one of its own."""
AGENCIES, EACH, WAITING = 25, 20, 5_000
FIRST = "Dil se|Choose a language"
WAY = (("agency", "Qurum se"), ("service", "Xidmət seçin"), ("ticket", "nömrəniz"), ("home", FIRST))


def figures(quick: bool) -> Iterator[Figure]:
    """A visitor after the other, in a small centre and in a large one; then what the kiosk costs while idle."""
    rounds, idle = (5, 10) if quick else (25, 40)
    with TemporaryDirectory() as folder:
        environment = at_home(Path(folder))
        with kiosk(environment) as terminal:
            yield from touching(terminal, rounds, "")
        yield from idling(environment, idle)
        store = str(Path(folder) / "large.db")
        fill(store)
        with kiosk({**environment, "NOVBE_STORE": store}) as terminal:
            services = AGENCIES * EACH
            yield from touching(terminal, rounds, f", {services} services, {WAITING} waiting")
            yield from typing(terminal, rounds)


def kiosk(environment: dict[str, str]) -> Terminal:
    """A kiosk that has settled."""
    terminal = Terminal(novbe("kiosk"), environment, str(ROOT), SIZE)
    terminal.seconds_until(FIRST)
    terminal.watch(3)
    return terminal


def touching(terminal: Terminal, rounds: int, where: str) -> Iterator[Figure]:
    """From question to question, and from the choice of a service to its ticket, which is in the store by then."""
    found: dict[str, list[float]] = {step: [] for step, _ in WAY}
    for _ in range(rounds):
        for step, wanted in WAY:
            terminal.watch(APART)
            found[step].append(terminal.seconds_after(TOUCH, wanted))
    touches = [seconds for step, many in found.items() if step != "ticket" for seconds in many]
    yield figure(f"touch to next screen painted, p95{where}", touches, 100)
    yield figure(f"choice of a service to its ticket, p95{where}", found["ticket"], 150)


def typing(terminal: Terminal, rounds: int) -> Iterator[Figure]:
    """Letters that find a service; each is held back for a moment, since it may be the first of a scanner's."""
    terminal.watch(APART)
    terminal.seconds_after(TOUCH, "Qurum se")
    found = []
    for _ in range(rounds):
        for letter in "xidm":
            found.append(terminal.seconds_after(letter.encode(), f"{letter}_"))
            terminal.watch(0.1)
        terminal.watch(APART)
        terminal.seconds_after(b"\x1b", "Qurum se")
    yield figure("letter to what it finds, p95, 500 services", found, 160)


def figure(name: str, seconds: list[float], most: float) -> Figure:
    """The 95th percentile."""
    how = f"{len(seconds)} at {SIZE[0]}x{SIZE[1]}, p50 {percentile(seconds, 0.5) * 1e3:.0f} ms"
    return Figure(name, percentile(seconds, 0.95) * 1e3, "ms", most, how)


def idling(environment: dict[str, str], seconds: float) -> Iterator[Figure]:
    """Nothing is touched: in usual letters, in the largest, and with a voice that has read the screen."""
    for name, keys in (("", b""), (" in the largest letters", b"//"), (", screens read aloud", b"*.")):
        with kiosk(environment) as terminal:
            for key in keys:
                terminal.watch(APART)
                terminal.seconds_after(bytes([key]), r"\S")
            terminal.watch(1)
            with terminal.drained():
                share = idle_share(terminal.process.pid, seconds)
            yield Figure(f"novbe kiosk while idle{name}, of a core", share * 100, "%", 1, f"{seconds:.0f} s")


def fill(store: str) -> None:
    """A large centre, where many wait."""
    setup.init(store, large())
    with Store.open(store, synchronous="OFF") as opened:
        services = opened.centre.services
        for at in range(WAITING):
            visitor.take(opened, service=services[at % len(services)].id)


def large() -> centre.Centre:
    """As many agencies and services as the largest centres have."""
    head = '[centre]\nid = "large"\nname = { az = "Mərkəz" }\ntimezone = "Asia/Baku"\nlanguages = ["az", "en", "ru"]\n'
    agency = '[[agencies]]\nid = "a{at}"\nname = {{ az = "Qurum {at}" }}\n'
    service = '[[services]]\nid = "a{at}-{to}"\nagency = "a{at}"\nseries = "A"\nname = {{ az = "Xidmət {at} {to}" }}\n'
    parts = [head, *(agency.format(at=at) for at in range(AGENCIES))]
    parts += [service.format(at=at, to=to) for at in range(AGENCIES) for to in range(EACH)]
    ids = ", ".join(f'"a{at}-{to}"' for at in range(AGENCIES) for to in range(EACH))
    return centre.read("".join([*parts, f"[[windows]]\nnumber = 1\nservices = [{ids}]\n"]), "large.toml")


if __name__ == "__main__":
    begun = time.monotonic()
    for one in figures(quick=True):
        print(one.row(), flush=True)
    print(f"{time.monotonic() - begun:.0f} s")
