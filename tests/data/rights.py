"""Who may do what, told apart from the code: everybody, and what is refused to whom."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from data import people, setup, shifts, views
from data.centre import read
from data.clock import Clock
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.data.people.staff import PINS, TRUSTING, staff

FILE = (
    TRUSTING.replace('series = "C"', 'series = "C"\nduration = "1m"')
    + """
[rules]
recall_after = "0s"
no_show_calls = 0
no_show_after = "0s"
undo_within = "0s"
check_in_early = "0s"
"""
)
MORE_PINS = {"Nina": "8362", "Samir": "640275"}
REFUSED_AT_A_WINDOW = {
    "nobody": "not-signed-on",
    "nobody, in a centre that trusts": None,
    "who has the window": None,
    "who has the window, by a command": None,
    "who has another window": "not-yours",
    "who has no window": "not-yours",
    "who had the window with another screen": "not-yours",
    "a supervisor": None,
    "a supervisor with the screen of another window": "not-yours",
    "who was disabled": "not-signed-on",
}
"""Everybody, and with which code an operator's act at window 1 is refused to them."""
REFUSED = {
    "anybody": dict.fromkeys(REFUSED_AT_A_WINDOW) | {"who was disabled": "not-signed-on"},
    "operator": REFUSED_AT_A_WINDOW,
    "supervisor": dict.fromkeys(REFUSED_AT_A_WINDOW, "supervisor-only")
    | {"nobody": "not-signed-on", "who was disabled": "not-signed-on"}
    | dict.fromkeys(
        (
            "nobody, in a centre that trusts",
            "a supervisor",
            "a supervisor with the screen of another window",
        )
    ),
}
TYPED = {
    "nobody": None,
    "nobody, in a centre that trusts": None,
    "who has the window, by a command": "Aysel",
    "who has another window": "Rauf",
    "who has no window": "Nina",
    "a supervisor": "Leyla",
    "who was disabled": "Samir",
}
"""Who can be told apart on the command line, and by which name."""


class Standing(MovableClock):
    """A clock that goes as another one does, however it is moved."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @property
    def moment(self) -> datetime:
        return self._clock() if callable(self._clock) else self._clock.now()

    def advance(self, seconds: float = 0, **units: float) -> datetime:
        return self.moment


Way = Callable[[Store, MovableClock], views.Ticket | None]
"""How it stands before an act; gives the ticket that it is about, if any."""


class Base(NamedTuple):
    """A store where Aysel has window 1, Rauf window 2 and Nina none, and Samir was disabled; and everybody."""

    file: Path
    everybody: dict[str, Signed | None]
    clock: Clock

    def copy(self, file: Path, way: Way, *, trusts: bool) -> str:
        """A store like it in `file`, after `way`; the code of the ticket."""
        shutil.copy(self.file, file)
        with Store.open(f"sqlite:///{file}", clock=self.clock) as store:
            ticket = way(store, Standing(self.clock))
            if not trusts:
                signed = read(FILE.replace('trust = "local"', 'trust = "signed"'), "centre.toml")
                setup.init(store.url, signed, clock=self.clock)
        return ticket.code if ticket else ""


def base(file: Path, clock: Clock) -> Base:
    """That store, in `file`."""
    url = f"sqlite:///{file}"
    setup.init(url, read(FILE, "centre.toml"), clock=clock)
    with Store.open(url, clock=clock) as store:
        by = staff(store)
        for name, role in (("Nina", "operator"), ("Samir", "supervisor")):
            person = people.add(store, name, role, MORE_PINS[name])
            by[name] = Signed(person.person, name, role)
        people.disable(store, "Samir")
        old = shifts.sign_on(store, window=1, by=by["Aysel"])
        shifts.sign_on(store, window=2, by=by["Rauf"])
        everybody = {
            "nobody": None,
            "nobody, in a centre that trusts": None,
            "who has the window": shifts.sign_on(store, window=1, by=by["Aysel"]),
            "who has the window, by a command": by["Aysel"],
            "who has another window": by["Rauf"],
            "who has no window": by["Nina"],
            "who had the window with another screen": old,
            "a supervisor": by["Leyla"],
            "a supervisor with the screen of another window": shifts.sign_on(store, window=3, by=by["Leyla"]),
            "who was disabled": by["Samir"],
        }
    return Base(file, everybody, clock)


ALL_PINS = PINS | MORE_PINS
