"""The front door: puts the commands of the rooms together."""

import io
import os
import sys

import typer

import data.cli
import display.cli
import kiosk.cli

app = typer.Typer(
    help="The queue of a public service centre: tickets, calls and a hall screen.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for room in (kiosk.cli.app, display.cli.app, *data.cli.APPS):
    app.add_typer(room)


def main() -> None:
    """Run the command line; a reader that has gone away ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what was typed may be no text; as JSON this is an escape
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
