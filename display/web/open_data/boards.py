"""The board as JSON, as `novbe board --json` prints it."""

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from data.zone import Zone
from display.web.live import Live
from display.web.open_data.calls import Calls, Heard, after
from display.web.open_data.written import written

if TYPE_CHECKING:
    from data.store import Store


class Written(NamedTuple):
    """A board of a revision as JSON, and the tag by which a client knows that it has it."""

    revision: int
    json: str
    tag: str


async def board(live: Live, zone: Zone) -> Written:
    """The board of a zone now; read once, whoever asks. Raises Refused while the store is away."""
    return await live.shared(("board", zone), partial(_board, zone=zone))


async def since(live: Live, calls: Calls, zone: Zone, seen: int | None) -> tuple[Written, tuple[bytes, ...]]:
    """The board of a zone now, and its calls and recalls after the revision that was `seen`, oldest first.

    Those undone are among them. Where more than 5,000 events lie between, they are those of the last so many. Read
    once, whatever was seen. Raises Refused while the store is away.
    """
    # In one read: of a board and calls that were read apart, one may know what the other does not.
    board, heard = await live.shared(("since", zone), partial(_since, zone=zone, calls=calls))
    missed = after(heard, board.revision if seen is None else seen)
    return board, tuple(one.sent for one in missed if zone.has(one.call.window, one.call.service))


def _board(store: "Store", zone: Zone) -> Written:
    from data import board

    read = board.read(store, zone)
    text = written(read)
    return Written(read.revision, text, f'"{read.revision}-{sha256(text.encode()).hexdigest()[:16]}"')


def _since(store: "Store", zone: Zone, calls: Calls) -> tuple[Written, tuple[Heard, ...]]:
    board = _board(store, zone)
    return board, calls.read(store, board.revision)
