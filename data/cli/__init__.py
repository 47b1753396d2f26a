"""The commands that need no screen."""

from typing import TYPE_CHECKING

from data.cli import bookings, keeping, paper, people, report, shifts, story, supervise, visitors, windows

if TYPE_CHECKING:
    from data.cli.commands import Commands


def describe(commands: "Commands") -> None:
    """Add them all."""
    for module in (keeping, people, visitors, bookings, windows, shifts, supervise, paper, story, report):
        module.describe(commands)
