"""The front door: puts the commands of the rooms together."""

import io
import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence

import data.cli
import display.cli
import kiosk.cli

ABOUT = "The queue of a public service centre: tickets, calls and a hall screen."
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default that of this process; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what was typed may be no text
    given = parser().parse_args(arguments)
    try:
        return given.run(given) or 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has gone away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> ArgumentParser:
    """What a command line may say."""
    door = ArgumentParser(prog="novbe", description=ABOUT, allow_abbrev=False)
    commands = door.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in (kiosk.cli, display.cli, data.cli):
        room.describe(commands)
    return door


if __name__ == "__main__":
    sys.exit(main())
