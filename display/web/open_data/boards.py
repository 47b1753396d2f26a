"""The board as JSON, as `novbe board --json` prints it."""

import json
from dataclasses import asdict
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from data.views import Call
from data.zone import Zone
from display.web.live import Live

if TYPE_CHECKING:
    from data.store import Store

FARTHEST = 5000
"""So many events back, calls are given again to whoever has missed them."""


class Written(NamedTuple):
    """A board of a revision as JSON, and the tag by which a client knows that it has it."""

    revision: int
    json: str
    tag: str


async def board(live: Live, zone: Zone) -> Written:
    """The board of a zone now; read once, whoever asks. Raises Refused while the store is away."""
    return await live.shared(("board", zone), partial(_board, zone=zone))


async def since(live: Live, zone: Zone, seen: int | None) -> tuple[Written, tuple[Call, ...]]:
    """The board of a zone now, and its calls and recalls after the revision that was `seen`, oldest first.

    Those undone are among them. Where more than 5,000 events lie between, they are those of the last so many. Raises
    Refused while the store is away.
    """
    # In one read: of a board and calls that were read apart, one may know what the other does not.
    return await live.shared(("since", zone, seen), partial(_since, zone=zone, seen=seen))


def written(view: object) -> str:
    """A view as JSON on one line."""
    return json.dumps(asdict(view), ensure_ascii=False, default=_moment)  # pyright: ignore[reportArgumentType]


def _board(store: "Store", zone: Zone) -> Written:
    from data import board

    read = board.read(store, zone)
    text = written(read)
    return Written(read.revision, text, f'"{read.revision}-{sha256(text.encode()).hexdigest()[:16]}"')


def _since(store: "Store", zone: Zone, seen: int | None) -> tuple[Written, tuple[Call, ...]]:
    from data import log

    board = _board(store, zone)
    after = board.revision if seen is None else max(seen, board.revision - FARTHEST)
    # The log is read after the board and may know more: that comes with the next read.
    found = log.calls(store, since=after) if after < board.revision else ()
    return board, tuple(one for one in found if one.revision <= board.revision and zone.has(one.window, one.service))


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    raise TypeError(f"{type(value).__name__} has no JSON form")
