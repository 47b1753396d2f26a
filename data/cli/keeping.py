"""The commands that look after a store: init, board, log, verify, backup."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from data.cli.answers import REFUSED, Json, answer, answering, fields_of, write
from data.cli.opened import opened
from data.environment import environment

if TYPE_CHECKING:
    from data.store import Store

app = typer.Typer()
WAIT_S = 1.0
LAST = 2**63 - 1


@app.command()
def init(
    file: Annotated[Path | None, typer.Argument(metavar="[CENTRE.toml]", help="The centre file.")] = None,
    json: Json = False,
) -> None:
    """Create the store, or bring it up to a centre file."""
    from data import centre, setup

    with answering(json):
        done = setup.init(environment().store, None if file is None else centre.load(file))
        answer(json, fields_of(done), f"Centre {done.centre}, revision {done.revision}: {done.store}")


@app.command()
def board(json: Json = False) -> None:
    """Show what the hall shows."""
    from data import board as boards

    with answering(json), opened() as store:
        read = boards.read(store)
        calls = [f"{call.ticket} → {call.window}" for call in read.calls]
        waiting = [f"{queue.service}: {queue.waiting} waiting" for queue in read.waiting]
        answer(json, fields_of(read), "\n".join(calls + waiting))


@app.command()
def log(
    since: Annotated[int, typer.Option(min=0, max=LAST, help="Only the events after this revision.")] = 0,
    follow: Annotated[bool, typer.Option("--follow", help="Go on as events happen.")] = False,
    json: Json = False,
) -> None:
    """Print the events, one JSON object a line."""
    from data import changes

    with answering(json), opened() as store:
        since = _print_events(store, since)
        while follow:
            changes.wait(store, seen=since, timeout=WAIT_S)
            since = _print_events(store, since)


@app.command()
def verify(
    head: Annotated[str | None, typer.Option(metavar="REV:DIGEST", help="A head that was noted outside.")] = None,
    json: Json = False,
) -> None:
    """Check that the log is untouched and that every ticket is what it says."""
    from data.log import verify as verified

    noted = None if head is None else _noted(head)
    with answering(json), opened() as store:
        verdict = verified(store, head=noted)
        sound = f"All is as it was written: revision {verdict.revision}, head {verdict.head}"
        answer(json, fields_of(verdict), sound if verdict.ok else f"Wrong: {verdict.error}")
    if not verdict.ok:
        raise typer.Exit(REFUSED)


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="A file that is not there yet.")], json: Json = False) -> None:
    """Copy a store that is in use into one file, as it stands at one moment."""
    from data.store.backup import backup as copied

    with answering(json), opened() as store:
        revision = copied(store, file)
        answer(json, {"backup": str(file), "revision": revision}, f"Revision {revision} is in {file}.")


def _print_events(store: "Store", since: int) -> int:
    from data.log import chain, events

    for event in events(store, since=since):
        write(chain.body(event) | {"digest": event.digest.hex()})
        since = event.revision
    return since


def _noted(head: str) -> tuple[int, str]:
    revision, colon, digest = head.partition(":")
    if not (colon and revision.isdecimal() and int(revision) and digest):
        raise typer.BadParameter("must be REVISION:DIGEST, such as 42:9f86d0…", param_hint="--head")
    return int(revision), digest
