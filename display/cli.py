"""The commands of the hall and of a window."""

from typing import Annotated

import typer

from data.cli.screens import screen

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def hall() -> None:
    """The screen that shows the hall who goes where."""
    with screen() as open_store:
        from data.clock import system
        from display.hall.app import run

        raise typer.Exit(run(open_store, system))


@app.command()
def window(
    number: Annotated[int, typer.Argument(metavar="N", help="The window's number.")],
    language: Annotated[str | None, typer.Option(help="The operator's language, such as az.")] = None,
) -> None:
    """The operator's screen of one service window."""
    with screen() as open_store:
        from data.clock import system
        from display.window.app import run

        raise typer.Exit(run(open_store, system, number, language))
