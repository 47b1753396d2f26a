"""The store that a command works on."""

from typing import TYPE_CHECKING

from data.environment import environment

if TYPE_CHECKING:
    from data.store import Store


def opened() -> "Store":
    """The store that the environment names, open. Raises Refused `store-missing` and the other codes of a store."""
    from data.store import Store

    return Store.open(environment().store)
