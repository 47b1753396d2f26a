"""Open a store for a screen: where there is none yet, with the default centre."""

from collections.abc import Callable

from data.clock import Clock, system
from data.refused import Refused
from data.store import Store


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
