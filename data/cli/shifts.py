"""The commands of whoever comes to a window, leaves it, or has a break: sign-on, sign-off, break, back."""

from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.answers import answer, answering, fields_of
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened
from data.cli.signed import AS, MUST_AS, signed
from data.cli.windows import WINDOW
from data.refused import Refused

if TYPE_CHECKING:
    from data.cli.commands import Commands

TAKE_OVER = argument("--take-over", action="store_true", help="from whoever is signed on there; supervisors only")
REASON = argument("--reason", metavar="ID", required=True, help="one of the centre's reasons for a break")


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(commands, "sign-on", sign_on, "Sign on at a window.", WINDOW, MUST_AS, TAKE_OVER, JSON)
    add(commands, "sign-off", sign_off, "Sign off; the window closes with nothing in hand.", WINDOW, AS, JSON)
    add(commands, "break", take_break, "Begin a break at a window.", WINDOW, REASON, AS, JSON)
    add(commands, "back", come_back, "End the break at a window.", WINDOW, AS, JSON)


def sign_on(given: Namespace) -> None:
    """`novbe sign-on`"""
    from data import shifts

    with answering(given.json), opened() as store:
        by = signed(given, store)
        if by is None:
            raise Refused("not-signed-on", "This needs somebody who is signed on: use --as NAME.")
        shifts.sign_on(store, window=given.window, by=by, take_over=given.take_over)
        fields = {"window": given.window, "person": by.person, "name": by.name, "role": by.role}
        answer(given.json, fields, f"{by.name} is signed on at window {given.window}.")


def sign_off(given: Namespace) -> None:
    """`novbe sign-off`"""
    from data import shifts

    with answering(given.json), opened() as store:
        done = shifts.sign_off(store, window=given.window, by=signed(given, store))
        answer(given.json, fields_of(done), f"Nobody is signed on at window {done.window}; it is {done.state}.")


def take_break(given: Namespace) -> None:
    """`novbe break`"""
    from data import shifts

    with answering(given.json), opened() as store:
        done = shifts.take_break(store, window=given.window, reason=given.reason, by=signed(given, store))
        answer(given.json, fields_of(done), f"Window {done.window} is on a break.")


def come_back(given: Namespace) -> None:
    """`novbe back`"""
    from data import shifts

    with answering(given.json), opened() as store:
        done = shifts.come_back(store, window=given.window, by=signed(given, store))
        answer(given.json, fields_of(done), f"Window {done.window} is {done.state}: {', '.join(done.services)}")
