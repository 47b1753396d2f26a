"""Who gives a command: the argument `--as`, and the PIN, which is typed and never an argument."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.commands import argument
from data.environment import environment
from data.refused import mark

if TYPE_CHECKING:
    from data.store import Store
    from data.views import Signed

WHO = {"dest": "signed_as", "metavar": "NAME", "help": "who does it; the PIN is asked for"}
AS = argument("--as", **WHO)
MUST_AS = argument("--as", required=True, **WHO)
PIN_OF = mark("PIN of {name}:")


def signed(given: Namespace, store: "Store") -> "Signed | None":
    """Whoever gives the command, once the PIN was typed; None without `--as`. Raises Refused as `people.admit`."""
    name: str | None = given.signed_as
    if name is None:
        return None
    from data import people

    return people.admit(store, name=name, pin=secret(PIN_OF, name=printable(name)))


def secret(prompt: str, **values: object) -> str:
    """What is typed after a message without being shown; a line of stdin where that is no terminal."""
    from getpass import getpass

    from data.texts import words

    said = words(environment().language)(prompt, **values)
    try:
        return (getpass(f"{said} ") if sys.stdin.isatty() else sys.stdin.readline()).strip()
    except EOFError:
        return ""


def printable(name: str) -> str:
    """A name as it was typed, without what would move the cursor."""
    return "".join(filter(str.isprintable, name))
