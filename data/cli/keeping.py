"""The commands that look after a store: init, board, log, verify, backup."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from data.cli.answers import REFUSED, answer, answering, fields_of, write
from data.cli.commands import JSON, add, argument, head, revision
from data.cli.opened import opened
from data.environment import environment

if TYPE_CHECKING:
    from data.cli.commands import Commands
    from data.store import Store

WAIT_S = 1.0
FILE = argument("file", metavar="CENTRE.toml", type=Path, nargs="?", help="the centre file")
COPY = argument("file", metavar="FILE", type=Path, help="a file that is not there yet")
SINCE = argument("--since", metavar="REV", type=revision, default=0, help="only the events after this revision")
FOLLOW = argument("--follow", action="store_true", help="go on as events happen")
HEAD = argument("--head", metavar="REV:DIGEST", type=head, help="a head that was noted outside")


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(commands, "init", init, "Create the store, or bring it up to a centre file.", FILE, JSON)
    add(commands, "board", board, "Show what the hall shows.", JSON)
    add(commands, "log", log, "Print the events, one JSON object a line.", SINCE, FOLLOW, JSON)
    add(commands, "verify", verify, "Check that the log and the tickets are as they were written.", HEAD, JSON)
    add(commands, "backup", backup, "Copy a store that is in use into one file.", COPY, JSON)


def init(given: Namespace) -> None:
    """`novbe init`"""
    from data import centre, setup

    with answering(given.json):
        done = setup.init(environment().store, None if given.file is None else centre.load(given.file))
        lines = [f"Centre {done.centre}, revision {done.revision}: {done.store}"]
        lines += [f"Missing in the centre file: {name}" for name in done.missing]
        answer(given.json, fields_of(done), "\n".join(lines))


def board(given: Namespace) -> None:
    """`novbe board`"""
    from data import board as boards

    with answering(given.json), opened() as store:
        read = boards.read(store)
        calls = [f"{call.ticket} → {call.window}" for call in read.calls]
        waiting = [f"{queue.service}: {queue.waiting} waiting" for queue in read.waiting]
        answer(given.json, fields_of(read), "\n".join(calls + waiting))


def log(given: Namespace) -> None:
    """`novbe log`"""
    from data import changes

    with answering(given.json), opened() as store:
        since = _print_events(store, given.since)
        while given.follow:
            changes.wait(store, seen=since, timeout=WAIT_S)
            since = _print_events(store, since)


def verify(given: Namespace) -> int:
    """`novbe verify`"""
    from data.log import verify as verified

    with answering(given.json), opened() as store:
        verdict = verified(store, head=given.head)
        sound = f"All is as it was written: revision {verdict.revision}, head {verdict.head}"
        answer(given.json, fields_of(verdict), sound if verdict.ok else f"Wrong: {verdict.error}")
        return 0 if verdict.ok else REFUSED


def backup(given: Namespace) -> None:
    """`novbe backup`"""
    from data.store.backup import backup as copied

    with answering(given.json), opened() as store:
        at = copied(store, given.file)
        answer(given.json, {"backup": str(given.file), "revision": at}, f"Revision {at} is in {given.file}.")


def _print_events(store: "Store", since: int) -> int:
    from data.log import chain, events

    for event in events(store, since=since):
        write(chain.body(event) | {"digest": event.digest.hex()})
        since = event.revision
    return since
