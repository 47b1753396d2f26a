"""The commands of a visitor: take, ticket, cancel."""

from typing import Annotated

import typer

from data import views
from data.cli.answers import Json, answer, answering, fields_of
from data.cli.opened import opened

app = typer.Typer()
Code = Annotated[str, typer.Argument(help="The ticket's code, as printed or as scanned.")]


@app.command()
def take(
    service: Annotated[str, typer.Argument(help="The id of a service, such as id-card.")],
    class_: Annotated[str, typer.Option("--class", help="normal, priority or immediate.")] = "normal",
    language: Annotated[str | None, typer.Option(help="The visitor's language, such as az.")] = None,
    key: Annotated[str | None, typer.Option(help="A request key: the same key gives the same ticket again.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why; immediate needs it.")] = None,
    json: Json = False,
) -> None:
    """Take a ticket for a service."""
    from data import visitor

    with answering(json), opened() as store:
        taken = visitor.take(store, service=service, class_=class_, language=language, key=key, reason=reason)
        show(json, taken)


@app.command()
def ticket(code: Code, json: Json = False) -> None:
    """Show one ticket as it is now."""
    from data import visitor

    with answering(json), opened() as store:
        show(json, visitor.ticket(store, code=code))


@app.command()
def cancel(code: Code, json: Json = False) -> None:
    """Give a ticket up."""
    from data import visitor

    with answering(json), opened() as store:
        show(json, visitor.cancel(store, code=code))


def show(json: bool, view: views.Ticket) -> None:
    """A ticket, as JSON or as a line."""
    ahead = "" if view.ahead is None else f", {view.ahead} ahead"
    at_window = "" if view.window is None else f", window {view.window}"
    answer(json, fields_of(view), f"{view.ticket}  {view.service}  {view.state}{ahead}{at_window}  {view.qr}")
