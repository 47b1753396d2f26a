"""The commands of a visitor: take, ticket, postpone, cancel."""

from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.answers import answer, answering, fields_of
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened
from data.cli.paper import PDF, PNG, write_files
from data.cli.signed import AS, signed

if TYPE_CHECKING:
    from data import views
    from data.cli.commands import Commands

CODE = argument("code", metavar="CODE", help="the ticket's code, as printed or as scanned")


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(
        commands,
        "take",
        take,
        "Take a ticket for a service.",
        argument("service", metavar="SERVICE", help="the id of a service, such as id-card"),
        argument("--class", dest="class_", default="normal", metavar="C", help="normal, priority or immediate"),
        argument("--language", metavar="L", help="the visitor's language, such as az"),
        argument("--key", metavar="KEY", help="a request key: the same key gives the same ticket again"),
        argument("--reason", metavar="R", help="why; immediate needs it"),
        AS,
        JSON,
    )
    add(commands, "ticket", ticket, "Show one ticket as it is now.", CODE, PNG, PDF, JSON)
    add(commands, "postpone", postpone, "Let others go first: the place moves back by some minutes.", CODE, JSON)
    add(commands, "cancel", cancel, "Give a ticket up.", CODE, JSON)


def take(given: Namespace) -> None:
    """`novbe take`"""
    from data import visitor

    with answering(given.json), opened() as store:
        taken = visitor.take(
            store,
            service=given.service,
            class_=given.class_,
            language=given.language,
            key=given.key,
            reason=given.reason,
            by=signed(given, store),
        )
        show(given.json, taken)


def ticket(given: Namespace) -> None:
    """`novbe ticket`"""
    from data import visitor

    with answering(given.json), opened() as store:
        found = visitor.ticket(store, code=given.code)
        write_files(store, found, given)
        show(given.json, found)


def postpone(given: Namespace) -> None:
    """`novbe postpone`"""
    from data import visitor

    with answering(given.json), opened() as store:
        show(given.json, visitor.postpone(store, code=given.code))


def cancel(given: Namespace) -> None:
    """`novbe cancel`"""
    from data import visitor

    with answering(given.json), opened() as store:
        show(given.json, visitor.cancel(store, code=given.code))


def show(json: bool, view: "views.Ticket") -> None:
    """A ticket, as JSON or as a line; that of a booking begins with its slot."""
    ahead = "" if view.ahead is None else f", {view.ahead} ahead"
    at_window = "" if view.window is None else f", window {view.window}"
    slot = "" if view.slot is None else f"{view.slot:%Y-%m-%d %H:%M}"
    named = "  ".join(filter(None, (view.ticket, slot)))
    answer(json, fields_of(view), f"{named}  {view.service}  {view.state}{ahead}{at_window}  {view.qr}")
