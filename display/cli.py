"""The commands of the hall and of a window."""

from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.commands import add, argument
from data.cli.screens import screen

if TYPE_CHECKING:
    from data.cli.commands import Commands

NUMBER = argument("number", metavar="N", type=int, help="the window's number")
LANGUAGE = argument("--language", metavar="L", help="the operator's language, such as az; otherwise the centre's first")


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(commands, "window", window, "The operator's screen of one service window.", NUMBER, LANGUAGE)
    add(commands, "hall", hall, "The screen that shows the hall who goes where.")


def hall(given: Namespace) -> int:
    """`novbe hall`"""
    with screen() as open_store:
        from data.clock import system
        from display.hall.app import run

        return run(open_store, system)


def window(given: Namespace) -> int:
    """`novbe window`"""
    with screen() as open_store:
        from data.clock import system
        from display.window.app import run

        return run(open_store, system, given.number, given.language)
