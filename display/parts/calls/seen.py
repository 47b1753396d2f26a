"""What the hall reads from the store."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from data.texts import written
from data.views import Board, Call
from data.zone import WHOLE, Zone

if TYPE_CHECKING:
    from data.board import Closed
    from data.centre import Centre
    from data.store import Store

LONG = timedelta(minutes=3)
"""A hall reads each minute: when it has not for so long, it was off, or the store was."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The board, the calls that are new since the last look (oldest first), the centre, and whether it is closed.

    All of the zone of this hall, `at` a moment by the clock of the store.
    """

    board: Board
    new: tuple[Call, ...]
    centre: "Centre"
    at: datetime
    closed: "Closed | None" = None
    whole: bool = True

    @property
    def languages(self) -> tuple[str, ...]:
        """Those of the centre that a terminal can show."""
        return tuple(filter(written, self.centre.languages)) or ("en",)


def look(store: "Store", before: Seen | None, zone: Zone = WHOLE) -> Seen:
    """What is to be seen now, with the calls after those of `before`.

    At the first look, and when the store is an older one than before, no call is new. After a long time without a look
    those are new for whom somebody still waits at the window. Raises Refused, at the first look also `unknown-window`
    and `unknown-service`.
    """
    from data import board  # on the thread, after the first paint: it takes SQLAlchemy

    if before is None:
        zone.check(store.centre)
    now, at = board.read(store, zone), store.now()
    new = _new(store, before, now, at, zone)
    return Seen(now, new, store.centre, at, board.closed(store, zone), zone == WHOLE)


def _new(store: "Store", before: Seen | None, now: Board, at: datetime, zone: Zone) -> tuple[Call, ...]:
    from data import board, log

    if before is None or before.board.revision >= now.revision:
        return ()
    # The log is read after the board and may know more: that comes with the next look.
    calls = [call for call in log.calls(store, since=before.board.revision) if call.revision <= now.revision]
    new = tuple(call for call in calls if zone.has(call.window, call.service))
    if at - before.at < LONG:
        return new
    called, newest = board.called(store), {call.ticket: call for call in new}
    return tuple(call for call in new if (call.ticket, call.window) in called and newest[call.ticket] is call)
