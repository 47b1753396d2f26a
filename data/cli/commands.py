"""How a command is described: its name, what it does, its arguments, and the function that runs it.

argparse, since all of this stands before the first paint of a screen, and typer takes 80 ms to import.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]

Run = Callable[[Namespace], int | None]
"""Runs a command, and gives its exit code: None is 0."""
GREATEST = 2**63 - 1


class Argument(NamedTuple):
    """An argument of a command, as `ArgumentParser.add_argument` takes it."""

    names: tuple[str, ...]
    options: dict[str, Any]


def argument(*names: str, **options: Any) -> Argument:
    """Describe an argument."""
    return Argument(names, options)


JSON = argument("--json", action="store_true", help="print one JSON object")


def add(commands: "Commands", name: str, run: Run, about: str, *arguments: Argument) -> ArgumentParser:
    """Add a command to those that the front door knows; its parser, for those that have commands of their own."""
    parser = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    for names, options in arguments:
        parser.add_argument(*names, **options)
    parser.set_defaults(run=run)
    return parser


def revision(text: str) -> int:
    """A revision as it was typed."""
    if not (text.isascii() and text.isdecimal() and int(text) <= GREATEST):
        raise ArgumentTypeError("must be a revision, such as 42")
    return int(text)


def head(text: str) -> tuple[int, str]:
    """A revision and its digest, or at least 16 digits of it, as they were typed."""
    number, colon, digest = text.partition(":")
    if not (colon and digest and revision(number)):
        raise ArgumentTypeError("must be REVISION:DIGEST, such as 42:9f86d081884c7d65")
    return int(number), digest
