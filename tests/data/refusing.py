"""What is refused, and that nothing came of it."""

from collections.abc import Callable

import pytest

from data.refused import Refused
from data.store import Store


def refused(store: Store, act: Callable[[], object]) -> str:
    """The code with which `act` is refused, in one clear sentence; the store stays at its revision."""
    before = store.revision()
    with pytest.raises(Refused) as caught:
        act()
    assert is_a_sentence(caught.value.message)
    assert store.revision() == before
    return caught.value.code


def is_a_sentence(text: str) -> bool:
    """One line that begins with something to read, ends with a full stop, and has no placeholder left in it."""
    return "\n" not in text and text.endswith(".") and "{" not in text and len(text) < 300
