"""A key of a screen on which something is done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A key and its act, by the command's name; what its button says, and the list of keys; what it asks first."""

    key: str
    act: str
    label: str
    about: str
    asks: tuple[str, ...] = ()
