"""The command of the kiosk."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.answers import said
from data.cli.commands import add, argument
from data.cli.screens import screen

if TYPE_CHECKING:
    from data.cli.commands import Commands

LOCKED = argument("--locked", action="store_true", help="nobody can leave the screen by its keys")
SET_CODE = argument("--set-code", action="store_true", help="ask for a new maintenance code, keep it, and end")
PRINTER = argument(
    "--printer", metavar="URL", help="where tickets are printed: tcp://HOST:PORT, a device file, usb:// or serial://"
)
ARGUMENTS = (LOCKED, PRINTER, SET_CODE)


def describe(commands: "Commands") -> None:
    """Add the command."""
    add(commands, "kiosk", kiosk, "The screen where visitors take tickets.", *ARGUMENTS)


def kiosk(given: Namespace) -> int:
    """`novbe kiosk`"""
    if given.set_code:
        from kiosk.maintenance.new_code import set_code

        return set_code()
    with screen() as open_store:
        from data.clock import system
        from display.parts.speech import found
        from kiosk.app import run

        if silent := found.missing():
            print(said(silent), file=sys.stderr)
        return run(open_store, system, given.locked, given.printer)
