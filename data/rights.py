"""Who may do what? One table, asked inside the transaction of each act."""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import select

from data.centre.settings import Centre
from data.lifecycle import Act
from data.refused import Refused
from data.store import Statement, Store
from data.tables import PERSON, WINDOW, given
from data.views import Signed

PERSON_NOW = Statement(select(PERSON.c.role, PERSON.c.active).where(PERSON.c.id == given("id")))
OF_SESSION = Statement(
    select(WINDOW.c.number).where(WINDOW.c.person == given("id"), WINDOW.c.session == given("session"))
)
HOLDER = Statement(select(WINDOW.c.person, WINDOW.c.session).where(WINDOW.c.number == given("window")))


class Role(StrEnum):
    """What somebody is at the centre; a supervisor may all that an operator may, at every window."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


IMMEDIATE, MESSAGE, PEOPLE, READ, TAKE_OVER = "immediate", "message", "people", "read", "take-over"
"""What is no act: a ticket of class immediate, a message, reading it, changing the people, another's window."""

RIGHTS: Mapping[str, Role | None] = {
    **dict.fromkeys((Act.INIT, Act.TAKE, Act.BOOK, Act.CHECK_IN, Act.POSTPONE, Act.CANCEL)),
    **dict.fromkeys(
        (
            *(Act.OPEN, Act.CLOSE, Act.SIGN_ON, Act.SIGN_OFF, Act.BREAK, Act.BACK),
            *(Act.WALK_IN, Act.CALL, Act.NEXT, Act.RECALL, Act.START, Act.FINISH, Act.NO_SHOW),
            *(Act.REQUEUE, Act.REVIVE, Act.HOLD, Act.RESUME, Act.TRANSFER, Act.UNDO),
            READ,
        ),
        Role.OPERATOR,
    ),
    **dict.fromkeys(
        (
            *(Act.REMOVE, Act.FRONT, Act.ASSIGN, Act.OPEN_SERVICE, Act.CLOSE_SERVICE, Act.CLOSE_DAY),
            *(IMMEDIATE, MESSAGE, PEOPLE, TAKE_OVER),
        ),
        Role.SUPERVISOR,
    ),
}
"""The least role for each: None is anybody. An operator may it at the window where he or she is signed on."""


def allow(store: Store, centre: Centre, what: str, window: int | None, by: Signed | None) -> None:
    """Refuse `what` to whoever may not do it; inside a transaction.

    A screen whose session at a window is over may do nothing at all, whoever sits at it.

    Raises Refused: not-signed-on (also for one who was disabled, whatever it is), supervisor-only, not-yours.
    """
    least = RIGHTS[what]
    if by is None:
        if least is not None and centre.about.trust != "local":
            raise nobody()
        return
    role_now = role(store, by)
    if least is None:
        return
    if least == Role.SUPERVISOR != role_now:
        raise Refused("supervisor-only", "Only a supervisor may do this.")
    if window is None and by.session and not _at_a_window(store, by):
        raise nobody()
    anywhere = role_now == Role.SUPERVISOR and not by.session
    if window is not None and what != Act.SIGN_ON and not anywhere and not _holds(store, window, by):
        raise Refused("not-yours", "You are not signed on at window {window}.", window=window)


def role(store: Store, by: Signed) -> str:
    """The role that somebody has by now; Refused `not-signed-on` for one who was disabled. Inside a transaction."""
    row = store.one(PERSON_NOW, {"id": by.person})
    if row is None or not row[1]:
        raise disabled(by.name)
    return row[0]


def nobody() -> Refused:
    """The refusal for one who is not signed on, or not any more."""
    return Refused("not-signed-on", "This needs somebody who is signed on: use --as NAME.")


def disabled(name: str) -> Refused:
    """The refusal for one who is not among the people any more."""
    return Refused("not-signed-on", "{name} may no longer sign on here.", name=name)


def _at_a_window(store: Store, by: Signed) -> bool:
    """Whether the session is that of a window still."""
    return store.one(OF_SESSION, {"id": by.person, "session": by.session}) is not None


def _holds(store: Store, window: int, by: Signed) -> bool:
    """Whether the person is signed on at the window, with this screen where there is one."""
    row = store.one(HOLDER, {"window": window})
    return row is not None and row[0] == by.person and by.session in ("", row[1])
