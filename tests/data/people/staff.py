"""People of a centre, for tests."""

from data import desk, log, people, shifts, visitor, window
from data.centre import Centre, read
from data.store import Store
from data.views import Desk, Signed
from tests.conftest import CENTRE

BREAKS = """
[[breaks]]
id = "lunch"
name = { en = "Lunch" }

[[breaks]]
id = "coffee"
name = { en = "Coffee" }
"""
PINS = {"Leyla": "471193", "Aysel": "5813", "Rauf": "9276"}
TRUSTING = CENTRE + BREAKS
SIGNED = TRUSTING.replace('trust = "local"', 'trust = "signed"')


def signed_centre() -> Centre:
    """The centre of the tests, but who acts must be signed on; with reasons for a break."""
    return read(SIGNED, "centre.toml")


def staff(store: Store) -> dict[str, Signed]:
    """Leyla, a supervisor, and the operators Aysel and Rauf, added; each as who has typed the PIN."""
    leyla = people.add(store, "Leyla", "supervisor", PINS["Leyla"])
    by = Signed(leyla.person, leyla.name, leyla.role)
    for name in ("Aysel", "Rauf"):
        people.add(store, name, "operator", PINS[name], by=by)
    return {one.name: Signed(one.person, one.name, one.role) for one in people.everyone(store)}


def admit(store: Store, name: str = "Aysel", pin: str = PINS["Aysel"], window: int = 0) -> Signed:
    """Let somebody in, by default Aysel with the right PIN."""
    return people.admit(store, name=name, pin=pin, window=window)


def at(store: Store, number: int = 3) -> Desk:
    """The desk of a window."""
    return desk.read(store, window=number)


def acts(store: Store, since: int = 0) -> list[str]:
    """What the log says was done after a revision."""
    return [event.act for event in log.events(store, since=since)]


def begin(store: Store, who: Signed, number: int = 3) -> Signed:
    """Sign on and open the window."""
    signed = shifts.sign_on(store, window=number, by=who)
    window.open(store, window=number, by=signed)
    return signed


def serving(store: Store, who: Signed, number: int = 3) -> Signed:
    """Sign on, open the window, and serve B001."""
    signed = begin(store, who, number)
    visitor.take(store, service="tax")
    window.call(store, window=number, by=signed)
    window.start(store, window=number, by=signed)
    return signed
