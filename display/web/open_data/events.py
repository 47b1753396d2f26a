"""The board whenever it changes, and each call, one after another."""

import json
import re
from collections.abc import AsyncIterator

from data.refused import Refused, mark
from data.zone import Zone
from display.web.live import Live
from display.web.open_data import boards
from display.web.open_data.calls import Calls
from display.web.streams import Event
from display.web.told import AWAY

LONGEST_S = 600.0
AT_ONCE = 100
"""Calls in one piece: to send each by itself is most of the work for whoever has missed thousands."""
REVISION = re.compile(r"[0-9]{1,18}")
BAD_ID = mark("The header Last-Event-ID must be a whole number: the id of the last event that came.")


def last_seen(header: str | None) -> int | None:
    """The revision of a `Last-Event-ID`; None where there is none. Raises Refused `bad-query`."""
    if header is not None and not REVISION.fullmatch(header):
        raise Refused("bad-query", BAD_ID)
    return None if header is None else int(header)


async def events(live: Live, calls: Calls, zone: Zone, seen: int | None) -> AsyncIterator[bytes | Event]:
    """The calls since the revision that was `seen`, and the board; then each call, and the board, as they change.

    Where nothing was seen, or that was of another store, no call is new. While the store is away, an event says so.
    """
    tag, lost = "", False
    while True:
        version = live.version
        try:
            board, missed = await boards.since(live, calls, zone, seen)
        except Refused as refused:
            if not lost:
                yield Event(outage(refused), event="outage")
            lost = True
        else:
            for first in range(0, len(missed), AT_ONCE):
                yield b"".join(missed[first:][:AT_ONCE])
            if lost or board.tag != tag:
                yield Event(board.json, event="board", id=str(board.revision))
            seen, tag, lost = board.revision, board.tag, False
        await live.changed(version, LONGEST_S)


def outage(refused: Refused) -> str:
    """That the store cannot be read, as JSON; where it lies is nobody's business."""
    return json.dumps({"error": refused.code, "message": AWAY}, ensure_ascii=False)
