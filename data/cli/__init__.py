"""The commands that need no screen."""

from typing import TYPE_CHECKING

from data.cli import bookings, keeping, paper, visitors, windows

if TYPE_CHECKING:
    from data.cli.commands import Commands


def describe(commands: "Commands") -> None:
    """Add them all."""
    for module in (keeping, visitors, bookings, windows, paper):
        module.describe(commands)
