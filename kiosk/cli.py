"""The command of the kiosk."""

from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.commands import add, argument
from data.cli.screens import screen

if TYPE_CHECKING:
    from data.cli.commands import Commands

LOCKED = argument("--locked", action="store_true", help="nobody can leave the screen by its keys")


def describe(commands: "Commands") -> None:
    """Add the command."""
    add(commands, "kiosk", kiosk, "The screen where visitors take tickets.", LOCKED)


def kiosk(given: Namespace) -> int:
    """`novbe kiosk`"""
    with screen() as open_store:
        from data.clock import system
        from kiosk.app import run

        return run(open_store, system, given.locked)
