"""Who works at the centre, and who is it that types this PIN?"""

import unicodedata

from sqlalchemy import insert, select, update

from data import rights, views
from data.now import now
from data.people import attempts, pins
from data.refused import Refused, mark
from data.rights import Role
from data.store import Statement, Store
from data.store.alone import alone
from data.tables import PERSON, WINDOW, given
from data.views import Signed

LEAST, LONGEST = 4, 40
COMMAND_LINE = 0
"""The window of those who sign a command."""
LAST_SUPERVISOR = mark("{name} is the last supervisor. Add another one first.")

EVERYONE = Statement(select(PERSON).order_by(PERSON.c.id))
ADD = Statement(insert(PERSON), ("name", "role", "pin", "active"))
DISABLE = Statement(update(PERSON).where(PERSON.c.id == given("of")), ["active", "disabled_at"])
RESET = Statement(update(PERSON).where(PERSON.c.id == given("of")), ["pin", "active", "disabled_at"])
END_SESSIONS = Statement(update(WINDOW).where(WINDOW.c.person == given("of")), ["session"])

Row = tuple[int, str, str, str, bool, int | None]


def add(store: Store, name: str, role: str, pin: str, by: Signed | None = None) -> views.Person:
    """Add somebody by a PIN of 4 to 64 digits. The first one must be a supervisor, and needs nobody's leave.

    Raises Refused `not-allowed` for a name, a PIN or a role that cannot be, and as `rights.allow` does.
    """
    name, kept = _name(name), _hashed(pin)
    if role not in tuple(Role):
        raise Refused("not-allowed", "A person is one of: {allowed}.", allowed=", ".join(Role))
    with store.transaction():
        there = _changing(store, by)
        if not there and role != Role.SUPERVISOR:
            raise Refused("not-allowed", "The first person must be a supervisor.")
        if _found(there, name):
            raise Refused("not-allowed", "There is already somebody called {name}.", name=name)
        store.run(ADD, {"name": name, "role": role, "pin": kept, "active": True})
        return _view(_find(store, name))


def disable(store: Store, name: str, by: Signed | None = None) -> views.Person:
    """Let somebody sign on no more, nor act any more where he or she is signed on; the log goes on knowing them.

    The name is purged once the days are over for which the centre keeps it.

    Raises Refused `unknown-person`, `not-allowed` for the last supervisor, and as `rights.allow` does.
    """
    with store.transaction():
        there = _changing(store, by)
        person = _find(store, name)
        others = [row for row in there if row[2] == Role.SUPERVISOR and row[4] and row[0] != person[0]]
        if person[2] == Role.SUPERVISOR and not others:
            raise Refused("not-allowed", LAST_SUPERVISOR, name=person[1])
        since = now(store).at if person[5] is None else person[5]
        store.run(DISABLE, {"of": person[0], "active": False, "disabled_at": since})
        return _view(_find(store, name))


def reset(store: Store, name: str, pin: str, by: Signed | None = None) -> views.Person:
    """Give somebody a new PIN, and forget the wrong tries; one who was disabled may sign on again.

    Screens that were opened with the old PIN can do nothing more; a ticket in hand stays for who signs on anew.

    Raises Refused `unknown-person`, `not-allowed` for a PIN that cannot be, and as `rights.allow` does.
    """
    kept = _hashed(pin)
    with store.transaction():
        _changing(store, by)
        person = _find(store, name)
        store.run(RESET, {"of": person[0], "pin": kept, "active": True, "disabled_at": None})
        store.run(END_SESSIONS, {"of": person[0], "session": None})
        attempts.forget(store, _key(name))
        return _view(_find(store, name))


def everyone(store: Store) -> tuple[views.Person, ...]:
    """All of them in the order in which they came, the disabled too."""
    with store.snapshot():
        return tuple(map(_view, _rows(store)))


def exist(store: Store) -> bool:
    """Whether there is somebody who may sign on."""
    return next((True for person in everyone(store) if person.active), False)


def admit(store: Store, *, name: str, pin: str, window: int = COMMAND_LINE) -> Signed:
    """Who it is, by name and PIN, at a window or on the command line.

    Raises Refused: unknown-window; wrong-pin, whatever of the two is wrong; too-soon with the seconds to wait, which
    double from 30 s to an hour with each wrong try from the third on; not-signed-on for one who was disabled.
    """
    with store.transaction(told=False):
        _keep_up(store)
        if window != COMMAND_LINE:
            store.centre.window(window)
        attempts.count(store, _key(name), window)
        kept = _found(_rows(store), name)
    if not pins.right(pin.strip(), kept and kept[3]) or kept is None:
        raise Refused("wrong-pin", "This name and this PIN do not go together.")
    if not kept[4]:
        raise rights.disabled(kept[1])
    with store.transaction(told=False):
        attempts.right(store, _key(name), window)
    return Signed(person=kept[0], name=kept[1], role=kept[2])


def _changing(store: Store, by: Signed | None) -> list[Row]:
    """Everybody, where `by` may change them; inside a transaction."""
    _keep_up(store)
    there = _rows(store)
    if there:
        rights.allow(store, store.centre, rights.PEOPLE, None, by)
    return there


def _keep_up(store: Store) -> None:
    """Lock the store, and read the centre as it is set up by now."""
    alone(store)  # two who are added at once must not both be the first, or have one name
    now(store)


def _rows(store: Store) -> list[Row]:
    return store.all(EVERYONE)  # type: ignore[return-value]


def _found(rows: list[Row], name: str) -> Row | None:
    wanted = _key(name)
    return next((row for row in rows if _key(row[1]) == wanted), None)


def _find(store: Store, name: str) -> Row:
    found = _found(_rows(store), name)
    if found is None:
        raise Refused("unknown-person", "There is nobody called {name}.", name=_one_line(name)[:LONGEST])
    return found


def _view(row: Row) -> views.Person:
    return views.Person(person=row[0], name=row[1], role=row[2], active=bool(row[4]))


def _name(name: str) -> str:
    plain = unicodedata.normalize("NFC", " ".join(name.split()))
    if not plain or len(plain) > LONGEST or not plain.isprintable():
        raise Refused("not-allowed", "A name is one line of 1 to {most} characters.", most=LONGEST)
    return plain


def _one_line(name: str) -> str:
    return " ".join("".join(filter(str.isprintable, " ".join(name.split()))).split())


def _key(name: str) -> str:
    """The name without regard to case, nor to the dots of İ and ı, which few keyboards have."""
    plain = unicodedata.normalize("NFKD", _one_line(name).casefold()).replace("ı", "i").replace("\u0307", "")
    return unicodedata.normalize("NFC", plain)


def _hashed(pin: str) -> str:
    if not pins.digits(pin, LEAST):
        raise Refused("not-allowed", "A PIN must be {least} to {most} digits.", least=LEAST, most=pins.MOST)
    if pins.guessable(pin):
        raise Refused("not-allowed", "This PIN is too easy to guess.")
    return pins.hashed(pin)
