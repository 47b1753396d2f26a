"""The commands around people: who works here, with which PIN."""

from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.answers import answer, answering, fields_of
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened
from data.cli.signed import AS, printable, secret, signed
from data.refused import Refused, mark

if TYPE_CHECKING:
    from data import views
    from data.cli.commands import Commands

NEW = mark("New PIN of {name}, at least 4 digits:")
AGAIN = mark("Once more:")
NAME = argument("name", metavar="NAME", help="the name, in quotes where it has spaces")
ROLE = argument("--role", metavar="R", required=True, help="operator or supervisor; the first must be a supervisor")


def describe(commands: "Commands") -> None:
    """Add the commands."""
    parser = add(commands, "people", listed, "List who works here, or change that.", JSON)
    more = parser.add_subparsers(metavar="[add|list|disable|reset]")
    add(more, "list", listed, "List who works here.", JSON)
    add(more, "add", join, "Add somebody; a new PIN is asked for twice.", NAME, ROLE, AS, JSON)
    add(more, "disable", disable, "Let somebody sign on no more.", NAME, AS, JSON)
    add(more, "reset", reset, "Give somebody a new PIN, also one who was disabled.", NAME, AS, JSON)


def listed(given: Namespace) -> None:
    """`novbe people list`"""
    from data import people

    with answering(given.json), opened() as store:
        there = people.everyone(store)
        lines = "\n".join(map(_line, there)) or "Nobody yet: novbe people add NAME --role supervisor"
        answer(given.json, {"people": [fields_of(person) for person in there]}, lines)


def join(given: Namespace) -> None:
    """`novbe people add`"""
    from data import people

    with answering(given.json), opened() as store:
        by = signed(given, store)
        _show(given, people.add(store, given.name, given.role, _new_pin(given.name), by=by))


def disable(given: Namespace) -> None:
    """`novbe people disable`"""
    from data import people

    with answering(given.json), opened() as store:
        _show(given, people.disable(store, given.name, by=signed(given, store)))


def reset(given: Namespace) -> None:
    """`novbe people reset`"""
    from data import people

    with answering(given.json), opened() as store:
        by = signed(given, store)
        _show(given, people.reset(store, given.name, _new_pin(given.name), by=by))


def _new_pin(name: str) -> str:
    """A new PIN, typed twice. Raises Refused `not-allowed` where the two differ."""
    pin, again = (secret(prompt, name=printable(name)) for prompt in (NEW, AGAIN))
    if pin != again:
        raise Refused("not-allowed", "These two PINs are not the same.")
    return pin


def _show(given: Namespace, person: "views.Person") -> None:
    answer(given.json, fields_of(person), _line(person))


def _line(person: "views.Person") -> str:
    return f"{person.name}  {person.role}" + ("" if person.active else "  disabled")
