"""The command of the kiosk."""

from typing import Annotated

import typer

from data.cli.screens import screen

app = typer.Typer()


@app.command()
def kiosk(
    locked: Annotated[bool, typer.Option("--locked", help="Nobody can leave the screen by its keys.")] = False,
) -> None:
    """The screen where visitors take tickets."""
    with screen() as open_store:
        from data.clock import system
        from kiosk.app import run

        raise typer.Exit(run(open_store, system, locked))
