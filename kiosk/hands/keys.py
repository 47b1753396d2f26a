"""What is typed at the kiosk: the name of a service, or a code."""

from typing import TYPE_CHECKING

from kiosk.visit.offered import Offered
from kiosk.visit.steps import CODED
from kiosk.visit.visit import CODE_LENGTH, Visit

if TYPE_CHECKING:
    from textual import events

    from kiosk.screen.view import View

NOT_OF_A_CODE = (" ", "-")
LEAVES = "-"


def typed(visit: Visit, key: "events.Key", view: "View", now: int) -> Visit | None:
    """The visit after a key that types or erases a sign; None for a key that means something else.

    A digit chooses, except in a code, and where nothing on the screen has it; - leads back until a code begins.
    """
    if key.key == "backspace" and visit.typing:
        return visit.erased(now)
    sign = key.character if key.is_printable else None
    if not sign or not visit.choosing:
        return None
    if visit.step == "code":
        types = sign.isalnum() or sign in NOT_OF_A_CODE
        return visit.typed(sign, now) if types and (visit.code or sign != LEAVES) else None
    types = sign.isalpha() or (visit.typing and (sign in NOT_OF_A_CODE[0] or _is_free(sign, key, view)))
    after = visit.typed(sign, now) if types else visit
    return after if after != visit else None


def complete(visit: Visit, offered: Offered, now: int) -> Visit:
    """The visit itself; where a code was typed, one that asks for the rest of it, or looks for its ticket."""
    if visit.search and _is_no_name(visit.search, offered):
        visit = visit.as_code(now)
    if visit.step in CODED and len(visit.code) == CODE_LENGTH:
        return visit.looking_for(code(visit.code), now)
    return visit


def code(text: str) -> str:
    """The code of a ticket in what was scanned or typed; "" where there is none."""
    from data import tickets  # by now the store's thread has imported it

    return tickets.plain(text)


def _is_free(sign: str, key: "events.Key", view: "View") -> bool:
    return sign.isdigit() and view.meant(key.key) is None


def _is_no_name(letters: str, offered: Offered) -> bool:
    """Whether no service begins like this, and a code may."""
    has_digit = letters.isalnum() and any(sign.isdigit() for sign in letters)
    return has_digit and not offered.directory.found(letters)
