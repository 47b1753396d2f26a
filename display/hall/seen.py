"""What the hall reads from the store."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.views import Board, Call

if TYPE_CHECKING:
    from data.centre import Centre
    from data.store import Store


@dataclass(frozen=True, slots=True)
class Seen:
    """The board, the calls that are new since the last look (oldest first), the centre, and the service day."""

    board: Board
    new: tuple[Call, ...]
    centre: "Centre"
    day: str


def look(store: "Store", since: int | None) -> Seen:
    """The board now, and the calls after revision `since` up to that of the board.

    At the first look (None), and when the store is an older one than before, no call is new. Raises Refused.
    """
    from data import board, log  # on the thread, after the first paint: they take SQLAlchemy

    day = store.centre.service_day(store.micros())
    now = board.read(store)
    new: tuple[Call, ...] = ()
    if since is not None and since < now.revision:
        # The log is read after the board and may know more: that comes with the next look.
        new = tuple(call for call in log.calls(store, since=since) if call.revision <= now.revision)
    return Seen(now, new, store.centre, day)
