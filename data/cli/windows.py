"""The commands of a service window."""

from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING, Any

from data.cli.answers import NOBODY, answer, answering, fields_of
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened
from data.cli.signed import AS, signed
from data.cli.visitors import show

if TYPE_CHECKING:
    from data import views
    from data.cli.commands import Commands

WINDOW = argument("window", metavar="N", type=int, help="the window's number")
TICKET = argument("ticket", metavar="TICKET", help="a ticket's number, such as A007")
SERVICE = argument("service", metavar="SERVICE", help="the id of the service to wait for")
SERVED = argument("service", metavar="SERVICE", help="the id of a service that the window serves")
CHOSEN = argument("--ticket", metavar="TICKET", help="a chosen ticket, out of turn; needs a reason")
REASON = argument("--reason", metavar="R", help="why")

ACTS = (
    ("recall", "Call the ticket in hand again.", WINDOW),
    ("start", "Begin to serve the ticket that was called.", WINDOW),
    ("finish", "End serving the ticket in hand.", WINDOW),
    ("no-show", "Note that nobody came.", WINDOW),
    ("requeue", "Put the called ticket back to its place.", WINDOW),
    ("hold", "Put the ticket in hand on hold.", WINDOW, REASON),
    ("resume", "Call a ticket that is on hold.", WINDOW, TICKET),
    ("walk-in", "Begin to serve somebody who has no ticket: one is made.", WINDOW, SERVED),
    ("send-back", "Let the ticket in hand wait for whoever sent it here.", WINDOW),
    ("transfer", "Let the ticket in hand wait for another service.", WINDOW, SERVICE),
    ("revive", "Let somebody who came late wait again.", WINDOW, TICKET),
    ("undo", "Take the window's last act back.", WINDOW),
    ("remove", "Take a ticket out of the queue.", TICKET, REASON),
)


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(commands, "open", partial(work, "open"), "Begin work at a window.", WINDOW, AS, JSON)
    add(commands, "close", partial(work, "close"), "End work at a window.", WINDOW, AS, JSON)
    add(commands, "call", call, "Call the next ticket, or a chosen one out of turn.", WINDOW, CHOSEN, REASON, AS, JSON)
    add(commands, "next", call_next, "Finish the ticket that is being served, and call the next one.", WINDOW, AS, JSON)
    for name, about, *arguments in ACTS:
        add(commands, name, partial(act, name.replace("-", "_")), about, *arguments, AS, JSON)


def work(verb: str, given: Namespace) -> None:
    """`novbe open` and `novbe close`"""
    from data import window

    with answering(given.json), opened() as store:
        done: views.Window = getattr(window, verb)(store, window=given.window, by=signed(given, store))
        answer(given.json, fields_of(done), f"Window {done.window} is {done.state}: {', '.join(done.services)}")


def call(given: Namespace) -> int:
    """`novbe call`"""
    from data import window

    with answering(given.json), opened() as store:
        called = window.call(
            store, window=given.window, ticket=given.ticket, reason=given.reason, by=signed(given, store)
        )
        return _show_called(given.json, called)


def call_next(given: Namespace) -> int:
    """`novbe next`"""
    from data import window

    with answering(given.json), opened() as store:
        done = window.finish_and_call(store, window=given.window, by=signed(given, store))
        return _show_called(given.json, done.called, finished=done.finished)


def act(verb: str, given: Namespace) -> None:
    """The acts of a window that answer with a ticket."""
    from data import window

    values = {name: value for name, value in vars(given).items() if name not in ("run", "json", "signed_as")}
    with answering(given.json), opened() as store:
        show(given.json, getattr(window, verb)(store, **values, by=signed(given, store)))


def _show_called(json: bool, called: "views.Ticket | None", **more: Any) -> int:
    if called is None:
        answer(json, {"ticket": None, **more}, "Nobody is waiting.")
        return NOBODY
    if json:
        answer(json, fields_of(called) | more, "")
    else:
        show(json, called)
    return 0
