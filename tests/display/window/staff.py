"""People of a centre, and how they come to a window."""

from data import log, people, shifts
from data.store import Store
from data.views import Signed
from tests.display.window.at_window import AtWindow

PINS = {"Leyla": "4711", "Rauf": "8264", "Aysel": "9053"}
ROLES = {"Leyla": "supervisor", "Rauf": "operator", "Aysel": "operator"}


def hired(store: Store) -> None:
    """Leyla is a supervisor, Rauf and Aysel are operators."""
    for name, pin in PINS.items():
        people.add(store, name, ROLES[name], pin, by=leyla(store) if name != "Leyla" else None)


def leyla(store: Store) -> Signed:
    """The supervisor, as a command knows her."""
    return admitted(store, "Leyla")


def admitted(store: Store, name: str) -> Signed:
    """Who it is, by name and PIN."""
    return people.admit(store, name=name, pin=PINS[name])


def at(store: Store, name: str, window: int = 1) -> Signed:
    """Sign somebody on at a window, from a screen that is no more."""
    return shifts.sign_on(store, window=window, by=admitted(store, name))


def acts(store: Store) -> list[tuple[str, int | None]]:
    """What was done at windows, and by whom."""
    return [(event.act, event.person) for event in log.events(store) if event.window]


async def sign_on(operator: AtWindow, name: str) -> None:
    """Type name and PIN, and wait until the window is shown."""
    await operator.until(lambda: operator.app.door.shut and operator.app.screen.query("#sign-on-name"))
    await operator.pilot.press(*name, "enter", *PINS[name], "enter")
    await operator.until(lambda: not operator.app.door.shut)


VISITORS = ("A001", "A002", "Identity card", "Passport", "Priority")
"""What is of visitors, in the days of these tests."""


async def types(operator: AtWindow, *keys: str) -> None:
    """Press keys where one signs on, or answers."""
    await operator.pilot.press(*keys)


async def says(operator: AtWindow, text: str) -> None:
    """Wait until the page to sign on says `text`, on however many lines."""

    def said() -> str:
        found = (operator.app.screen.query(name) for name in ("#sign-on-about", "#sign-on-told"))
        return " ".join(str(one.render()) for some in found for one in some)

    await operator.until(lambda: text in said())
