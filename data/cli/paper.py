"""The commands around paper: a ticket as a file, and the alerts, most of which are of printers."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from data.cli.answers import answer, answering, fields_of
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened

if TYPE_CHECKING:
    from data import views
    from data.cli.commands import Commands
    from data.store import Store

PNG = argument("--png", metavar="FILE", type=Path, help="write its paper to this file as a picture")
PDF = argument("--pdf", metavar="FILE", type=Path, help="write its paper to this file as a PDF")
CLEAR = argument("--clear", metavar="SOURCE", help="take an alert away, as of a printer that is no longer there")


def describe(commands: "Commands") -> None:
    """Add the command."""
    add(commands, "alerts", alerts, "List what somebody must see to, such as a printer without paper.", CLEAR, JSON)


def alerts(given: Namespace) -> None:
    """`novbe alerts`"""
    from data import presence
    from data.alerts import standing, tell

    with answering(given.json), opened() as store:
        if given.clear is not None:
            tell(store, given.clear, None)
            presence.leave(store, given.clear)
        found = standing(store)
        since = [f"{alert.since.astimezone(store.centre.zone):%Y-%m-%d %H:%M}" for alert in found]
        lines = [f"{alert.source}: {alert.problem} since {at}" for alert, at in zip(found, since, strict=True)]
        answer(given.json, {"alerts": [fields_of(alert) for alert in found]}, "\n".join(lines) or "No alerts.")


def write_files(store: "Store", view: "views.Ticket", given: Namespace) -> None:
    """Write the ticket's paper to the files that were asked for. Raises Refused `not-allowed` where it cannot."""
    if given.png is None and given.pdf is None:
        return
    from data import paper

    image = paper.ticket(store.centre, view, at=None if view.ahead is None else store.now())
    if given.png is not None:
        paper.save(image, given.png, "png")
    if given.pdf is not None:
        paper.save(image, given.pdf, "pdf")
