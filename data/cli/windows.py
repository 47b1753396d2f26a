"""The commands of a service window."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from data import views
from data.cli.answers import NOBODY, Json, answer, answering, fields_of
from data.cli.opened import opened
from data.cli.visitors import show

app = typer.Typer()
Number = Annotated[int, typer.Argument(metavar="N", help="The window's number.")]
Name = Annotated[str, typer.Argument(metavar="TICKET", help="A ticket's number, such as A007.")]
Reason = Annotated[str | None, typer.Option(help="Why.")]


@app.command("open")
def open_(window: Number, json: Json = False) -> None:
    """Begin work at a window."""
    _show_window(json, "open", window)


@app.command()
def close(window: Number, json: Json = False) -> None:
    """End work at a window."""
    _show_window(json, "close", window)


@app.command()
def call(
    window: Number,
    ticket: Annotated[str | None, typer.Option(help="A chosen ticket, out of turn; needs a reason.")] = None,
    reason: Reason = None,
    json: Json = False,
) -> None:
    """Call the next ticket, or a chosen one out of turn."""
    from data import window as at_window

    with answering(json), opened() as store:
        _show_called(json, at_window.call(store, window=window, ticket=ticket, reason=reason))


@app.command("next")
def next_(window: Number, json: Json = False) -> None:
    """Finish the ticket that is being served, and call the next one."""
    from data import window as at_window

    with answering(json), opened() as store:
        done = at_window.finish_and_call(store, window=window)
        _show_called(json, done.called, finished=done.finished)


@app.command()
def recall(window: Number, json: Json = False) -> None:
    """Call the ticket in hand again."""
    _act(json, "recall", window=window)


@app.command()
def start(window: Number, json: Json = False) -> None:
    """Begin to serve the ticket that was called."""
    _act(json, "start", window=window)


@app.command()
def finish(window: Number, json: Json = False) -> None:
    """End serving the ticket in hand."""
    _act(json, "finish", window=window)


@app.command()
def no_show(window: Number, json: Json = False) -> None:
    """Note that nobody came."""
    _act(json, "no_show", window=window)


@app.command()
def requeue(window: Number, json: Json = False) -> None:
    """Put the called ticket back to its place."""
    _act(json, "requeue", window=window)


@app.command()
def hold(window: Number, reason: Reason = None, json: Json = False) -> None:
    """Put the ticket in hand on hold."""
    _act(json, "hold", window=window, reason=reason)


@app.command()
def resume(window: Number, ticket: Name, json: Json = False) -> None:
    """Call a ticket that is on hold."""
    _act(json, "resume", window=window, ticket=ticket)


@app.command()
def transfer(
    window: Number,
    service: Annotated[str, typer.Argument(help="The id of the service to wait for.")],
    json: Json = False,
) -> None:
    """Let the ticket in hand wait for another service."""
    _act(json, "transfer", window=window, service=service)


@app.command()
def revive(window: Number, ticket: Name, json: Json = False) -> None:
    """Let somebody who came late wait again."""
    _act(json, "revive", window=window, ticket=ticket)


@app.command()
def undo(window: Number, json: Json = False) -> None:
    """Take the window's last act back."""
    _act(json, "undo", window=window)


@app.command()
def remove(ticket: Name, reason: Reason = None, json: Json = False) -> None:
    """Take a ticket out of the queue."""
    _act(json, "remove", ticket=ticket, reason=reason)


def _act(json: bool, verb: str, **given: object) -> None:
    from data import window

    act: Callable[..., views.Ticket] = getattr(window, verb)
    with answering(json), opened() as store:
        show(json, act(store, **given))


def _show_window(json: bool, verb: str, number: int) -> None:
    from data import window

    act: Callable[..., views.Window] = getattr(window, verb)
    with answering(json), opened() as store:
        done = act(store, window=number)
        answer(json, fields_of(done), f"Window {done.window} is {done.state}: {', '.join(done.services)}")


def _show_called(json: bool, called: views.Ticket | None, **more: Any) -> None:
    if called is not None and not json:
        show(json, called)
    elif called is not None:
        answer(json, fields_of(called) | more, "")
    else:
        answer(json, {"ticket": None, **more}, "Nobody is waiting.")
        raise typer.Exit(NOBODY)
