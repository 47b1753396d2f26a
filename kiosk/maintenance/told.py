"""What maintenance is told, as lines for the screen."""

import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from data.refused import mark
from data.texts import Words, name
from kiosk.screen.fitted import fitted

if TYPE_CHECKING:
    from data.store import Store

NAME_COLUMNS = 32
PRINTED = {
    "printed": mark("printed"),
    "dropped": mark("not printed"),
    "sending": mark("waits for the printer"),
    "waiting": mark("waits for the printer"),
}
STORE = mark("{store} (shape {shape}, revision {revision})")
NONE_YET = mark("No ticket was given out yet.")


def last_tickets(store: "Store", say: Words) -> list[str]:
    """The tickets that were given out last: number, time, whether it was printed, service."""
    from data import maintenance

    zone, names = store.centre.zone, {one.id: one.name for one in store.centre.services}
    rows = [
        (one.ticket, f"{one.at.astimezone(zone):%H:%M}", _printed(one.printed, say), _service(one.service, names, say))
        for one in maintenance.last(store)
    ]
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["   ".join(text.ljust(to) for text, to in zip(row, wide, strict=True)) for row in rows] or [say(NONE_YET)]


def software(store: "Store", say: Words) -> list[str]:
    """What runs here, in names and numbers that are the same in every language."""
    from data import maintenance

    kept = maintenance.software(store)
    return [
        f"novbe {_version('novbe')}",
        f"Python {'.'.join(map(str, sys.version_info[:3]))}, Textual {_version('textual')}",
        say(STORE, store=kept.store, shape=kept.shape, revision=kept.revision),
    ]


def _printed(state: str, say: Words) -> str:
    return say(PRINTED[state]) if PRINTED.get(state) else state or "–"


def _service(service: str, names: Mapping[str, Mapping[str, str]], say: Words) -> str:
    return (fitted(name(names[service], say.language), NAME_COLUMNS, 1) or [""])[0] if service in names else service


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # it runs from its sources
        return "–"
