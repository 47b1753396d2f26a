"""Following the chain, event by event, and what the store ought to say at its end."""

from sqlalchemy import select

from data.centre import from_document
from data.lifecycle import SETS_UP, Act
from data.log import chain
from data.log.purged import Purged
from data.log.windows import Fault, Note, Windows
from data.records import Event
from data.store import Statement, Store
from data.tables import CENTRE, STORE, WINDOW_SERVICE

LAST = Statement(
    select(STORE.c.revision, STORE.c.head, STORE.c.at, STORE.c.arrival, STORE.c.centre_revision, STORE.c.service_day)
)
WINDOW_SERVICES = Statement(select(WINDOW_SERVICE.c.window, WINDOW_SERVICE.c.service))
DOCUMENT = Statement(select(CENTRE.c.document))
SHORTEST_HEAD = 16
"""Hex digits of a digest that is noted in part, as the hall shows it."""


def _begins(digest: str, noted: str) -> bool:
    return len(noted) >= SHORTEST_HEAD and digest.startswith(noted)


class Follow:
    """The log as far as it was read. `head` is a revision and its digest, or the beginning of it, noted outside."""

    def __init__(self, head: tuple[int, str] | None = None) -> None:
        self.revision, self.at, self.arrival, self.centre_revision = 0, 0, 0, 0
        self.digest = chain.GENESIS
        self._noted = head
        self._centre_seal = b""
        self._windows = Windows()
        self._without_note: list[Event] = []

    def read(self, event: Event, note: Note | None) -> Fault | None:
        """Go on by one event, with its reason where it is still kept; the fault, where there is one."""
        fault = self._fault(event, note)
        if fault is None:
            self.revision, self.digest, self.at = event.revision, event.digest.hex(), event.at
            self._keep(event, note[1] if note else "")
            if event.salted and note is None:
                self._without_note.append(event)
        return fault

    def _fault(self, event: Event, note: Note | None) -> Fault | None:
        expected = self.revision + 1
        if event.revision != expected:
            return min(event.revision, expected), "an event is missing, or one too many"
        if chain.digest(self.digest, event) != event.digest:
            return expected, "the event was changed, or the one before it"
        if note and chain.salted(*note) != event.salted:
            return expected, "the reason was changed"
        if self._noted and self._noted[0] == expected and not _begins(event.digest.hex(), self._noted[1].lower()):
            return expected, "the digest is not the one that was noted"
        return None

    def _keep(self, event: Event, reason: str) -> None:
        if event.act in (Act.TAKE, Act.WALK_IN):
            self.arrival = max(self.arrival, event.at if event.arrival is None else event.arrival)
        if event.act == Act.CHECK_IN:
            self.arrival = max(self.arrival, event.at if event.arrival is None else min(event.arrival, event.at))
        if event.act in SETS_UP:
            self.centre_revision, self._centre_seal = event.revision, event.seal or b""
        if event.act == Act.PURGE:
            done = Purged(event.revision, event.service_day or "")
            self._without_note = [each for each in self._without_note if not done.covers(each)]
        self._windows.keep(event, reason)

    def end(self, store: Store) -> Fault | None:
        """What the store says of its newest event, its centre and its windows; in the snapshot with no more events."""
        last = store.one(LAST) or (0,)
        if last[0] > self.revision:
            return self.revision + 1, "the event is missing"
        document = store.one(DOCUMENT)
        if document is None or chain.centre_seal(document[0]) != self._centre_seal:
            return self.centre_revision, "the centre is not set up as it was then"
        centre = from_document(document[0])
        serves = {(window.number, service) for window in centre.windows for service in window.serves}
        if set(store.all(WINDOW_SERVICES)) != serves:
            return self.centre_revision, "the windows do not serve what they did then"
        day = centre.service_day(self.at)
        if last != (self.revision, self.digest, self.at, self.arrival, self.centre_revision, day):
            return self.revision, "the store does not end with its last event"
        return self._windows.fault(store, self.revision) or self._unreached() or self._unpurged()

    def _unpurged(self) -> Fault | None:
        missing = next(iter(self._without_note), None)
        return missing and (missing.revision, "the reason is missing, and nothing says that it was purged")

    def _unreached(self) -> Fault | None:
        noted = self._noted
        if noted is None or 1 <= noted[0] <= self.revision:
            return None
        return noted[0], "there is no such revision as was noted"
