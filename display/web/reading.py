"""Reading, on its thread, what the pages follow."""

from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from data import following, tickets
from data.clock import SECOND
from data.following import Found, Standing
from data.now import now

if TYPE_CHECKING:
    from data.changes import Watch
    from data.store import Store

MINUTE = 60 * SECOND


class Read(NamedTuple):
    """What a read found: how all stand, the tickets that events were about, and one that was asked for.

    `purged`: codes up to this service day were purged since the read before. `anew`: this is the first read of a store
    that was just opened, or put back, so that nothing is known of what was before. `again`: all that were followed were
    read once more, and `gone` are the codes that lead to no ticket any more.
    """

    standing: Standing
    touched: Sequence[Found] = ()
    wanted: Found | None = None
    purged: str = ""
    anew: bool = False
    again: bool = False
    gone: Set[str] = frozenset()


class Reader:
    """Reads an open store and tells what it read; in one snapshot each, and in the order of the reads."""

    def __init__(self, store: "Store", watch: "Watch", tell: Callable[[Read], None]) -> None:
        self._store = store
        self._watch = watch
        self._tell = tell
        self._standing: Standing | None = None
        self._minute = 0

    def look(self) -> None:
        """Read where the store has changed, and once a minute: some things change by time alone."""
        minute = self._store.micros() // MINUTE
        if self._watch.changed() or minute != self._minute:
            self._minute = minute
            with self._store.snapshot():
                read = self._read()
            self._tell(read)

    def find(self, code: str) -> Found | None:
        """Read the ticket of a code, and what has changed; None where there is none."""
        before = self._standing
        with self._store.snapshot():
            read = self._read()
            found = following.find(self._store, code)
        if found or read.standing is not before:
            self._tell(read._replace(wanted=found))
        return found

    def again(self, codes: Sequence[str]) -> None:
        """Read the tickets of these codes, whatever is known of them."""
        with self._store.snapshot():
            read = self._read()
            found = {code: following.find(self._store, code) for code in codes}
        touched, gone = [one for one in found.values() if one], {code for code, one in found.items() if one is None}
        self._tell(read._replace(touched=touched, again=True, gone=gone))

    def _read(self) -> Read:
        before, current = self._standing, now(self._store)
        anew = before is None or current.revision < before.revision
        if before and not anew and (current.revision, current.day) == (before.revision, before.day):
            return Read(before)
        self._standing = following.standing(self._store, current)
        if before is None or anew:
            return Read(self._standing, anew=True)
        since = self._store, before.revision, current.revision
        return Read(self._standing, following.touched(*since), purged=following.purged(*since))


def plain(code: str) -> str:
    """The characters of a code; empty where it cannot be one."""
    return tickets.plain(code)
