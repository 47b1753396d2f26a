"""The store that a command works on."""

from data.environment import environment
from data.store import Store


def opened() -> Store:
    """The store that the environment names, open. Raises Refused `store-missing` and the other codes of a store."""
    return Store.open(environment().store)
