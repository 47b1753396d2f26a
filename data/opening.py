"""Open a store for a screen: where there is none yet, with the default centre."""

from collections.abc import Callable

from data.clock import Clock, system
from data.refused import Refused
from data.store import Store


class Opener:
    """Opens the store at `url`, each time that it is called.

    Until it has done so once, it makes a store where there is none, and tells `created` where that lies. Afterwards it
    only opens: a store that went away is to come back, and not to be followed by an empty one.
    """

    def __init__(self, url: str, *, created: Callable[[str], None] | None = None) -> None:
        self._url = url
        self._created = created
        self._known = False

    def __call__(self) -> Store:
        store = Store.open(self._url) if self._known else ensure(self._url, created=self._created)
        self._known = True
        return store


def ensure(url: str, *, clock: Clock = system, created: Callable[[str], None] | None = None) -> Store:
    """The store at `url`, open. Where there is none it is created first, and `created` is told where it lies.

    Light to import: what only a new store needs is imported when there is one to make.
    """
    try:
        return Store.open(url, clock=clock)
    except Refused as refused:
        if refused.code != "store-missing":
            raise
    from data import setup

    made = setup.init(url, clock=clock)
    if created:
        created(made.store)
    return Store.open(url, clock=clock)
