"""What the hall reads from the store."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.views import Board, Call

if TYPE_CHECKING:
    from data.centre import Centre
    from data.store import Store


@dataclass(frozen=True, slots=True)
class Seen:
    """The board, the calls that are new since the last look (oldest first), and the centre."""

    board: Board
    new: tuple[Call, ...]
    centre: "Centre"


def look(store: "Store", since: int | None) -> Seen:
    """The board now, and the calls after revision `since` up to that of the board.

    At the first look (None), and when the store is an older one than before, no call is new. Raises Refused.
    """
    from data import board, log  # on the thread, after the first paint: they take SQLAlchemy

    now = board.read(store)
    if since is None or now.revision <= since:
        return Seen(now, (), store.centre)
    # The log is read after the board and may know more: that comes with the next look.
    new = tuple(call for call in log.calls(store, since=since) if call.revision <= now.revision)
    return Seen(now, new, store.centre)
