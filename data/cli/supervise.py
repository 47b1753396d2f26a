"""The commands of a supervisor: front, assign, service, message, day."""

from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING

from data.cli.answers import answer, answering, fields_of
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened
from data.cli.signed import AS, signed
from data.cli.visitors import show
from data.cli.windows import REASON, TICKET, WINDOW

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from data.cli.commands import Commands

SERVICES = argument("services", metavar="SERVICE", nargs="+", help="the ids of what it serves from now on")
SERVICE = argument("service", metavar="SERVICE", help="the id of a service, such as id-card")
TEXT = argument("text", metavar="TEXT", help="what the window is told")


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(commands, "front", front, "Put a waiting ticket in front, with a reason.", TICKET, REASON, AS, JSON)
    add(commands, "assign", assign, "Have a window serve other services.", WINDOW, SERVICES, AS, JSON)
    add(commands, "message", message, "Tell a window something.", WINDOW, TEXT, AS, JSON)
    service = _group(commands, "service", "Stop a service for today, or allow it again.")
    add(service, "open", partial(turn, "open_service"), "Give tickets for a service again.", SERVICE, AS, JSON)
    add(service, "close", partial(turn, "close_service"), "Give no more tickets today.", SERVICE, AS, JSON)
    day = _group(commands, "day", "End the service day.")
    add(day, "close", close_day, "Let what is left over expire, and close all windows.", AS, JSON)


def _group(commands: "Commands", name: str, about: str) -> "Commands":
    parser: ArgumentParser = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    return parser.add_subparsers(metavar="COMMAND", required=True)


def front(given: Namespace) -> None:
    """`novbe front`"""
    from data import supervise

    with answering(given.json), opened() as store:
        show(given.json, supervise.front(store, ticket=given.ticket, reason=given.reason, by=signed(given, store)))


def assign(given: Namespace) -> None:
    """`novbe assign`"""
    from data import supervise

    with answering(given.json), opened() as store:
        done = supervise.assign(store, window=given.window, services=given.services, by=signed(given, store))
        answer(given.json, fields_of(done), f"Window {done.window} is {done.state}: {', '.join(done.services)}")


def message(given: Namespace) -> None:
    """`novbe message`"""
    from data import supervise

    with answering(given.json), opened() as store:
        told = supervise.message(store, window=given.window, text=given.text, by=signed(given, store))
        answer(given.json, fields_of(told), f"Window {given.window} has been told.")


def turn(verb: str, given: Namespace) -> None:
    """`novbe service open` and `novbe service close`"""
    from data import supervise

    with answering(given.json), opened() as store:
        done = getattr(supervise, verb)(store, service=given.service, by=signed(given, store))
        stopped = f"gives no more tickets on {done.closed_on}" if done.closed_on else "gives tickets in its hours"
        answer(given.json, fields_of(done), f"{done.service} {stopped}.")


def close_day(given: Namespace) -> None:
    """`novbe day close`"""
    from data import supervise

    with answering(given.json), opened() as store:
        done = supervise.close_day(store, by=signed(given, store))
        line = f"{done.service_day} is closed: {done.expired} expired, {done.no_shows} bookings without a visitor."
        answer(given.json, fields_of(done), line)
