"""The calls of late, for whoever has missed them."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from data.views import Call
from display.web.open_data.written import written
from display.web.streams import Event
from display.web.streams import written as sent

if TYPE_CHECKING:
    from data.store import Store

FARTHEST = 5000
"""So many events back, calls are given again."""
REVISION = attrgetter("revision")


class Heard(NamedTuple):
    """A call, and the event that tells of it as it goes over the wire."""

    revision: int
    call: Call
    sent: bytes


class Calls:
    """Keeps them from one read to the next, so that each call is read and written once, whoever asks for it.

    On the thread that reads.
    """

    def __init__(self) -> None:
        self._store: Store | None = None
        self._until = 0
        self._heard: tuple[Heard, ...] = ()

    def read(self, store: "Store", until: int) -> tuple[Heard, ...]:
        """Those of the last 5,000 events up to the revision `until`, oldest first; those undone are among them."""
        if store is not self._store or until < self._until:  # it may be another one than before
            self._store, self._until, self._heard = store, 0, ()
        farthest = until - FARTHEST
        new = _read(store, max(self._until, farthest), until)
        self._heard, self._until = (*after(self._heard, farthest), *new), until
        return self._heard


def after(heard: Sequence[Heard], revision: int) -> Sequence[Heard]:
    """Those after a revision."""
    return heard[bisect_right(heard, revision, key=REVISION) :]


def _read(store: "Store", since: int, until: int) -> tuple[Heard, ...]:
    from data import log

    found = log.calls(store, since=since) if since < until else ()
    # The log is read after the board and may know more: that comes with the next read.
    return tuple(_heard(call) for call in found if call.revision <= until)


def _heard(call: Call) -> Heard:
    return Heard(call.revision, call, sent(Event(written(call), event="call", id=str(call.revision))))
