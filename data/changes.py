"""Has anything changed?"""

import time

from data.store import Store

POLL_S = 0.02


class Watch:
    """Tells, at once and cheaply, whether a store has changed since it was last asked; on a connection of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._watch = store.translated(store.backend.watch)
        self._asked = False
        self._news: object = None

    def changed(self) -> bool:
        """True the first time, and after each commit by which a screen may show something else.

        The first commit counts whatever it was: what stood before is not known, since the first paint would have to
        wait for it. Raises Refused when the store is gone.
        """
        if not self._store.translated(self._watch.changed):
            return False
        if not self._asked:
            self._asked = True
            return True
        from data.news import news  # sqlalchemy: not before the first paint

        before, self._news = self._news, news(self._store)
        return before != self._news

    def close(self) -> None:
        """Give the connection back."""
        self._watch.close()


def newest(store: Store) -> int:
    """The newest revision."""
    return store.revision()


def wait(store: Store, *, seen: int, timeout: float) -> int:
    """The newest revision: as soon as it is above `seen`, and after `timeout` seconds whatever it is.

    Raises Refused when the store is gone.
    """
    deadline, revision = time.monotonic() + timeout, seen
    watch = Watch(store)
    try:
        while True:
            if watch.changed():
                revision = newest(store)
            if revision > seen or time.monotonic() >= deadline:
                return revision
            time.sleep(min(POLL_S, max(0.0, deadline - time.monotonic())))
    finally:
        watch.close()
