"""What is refused, and that nothing came of it."""

import re
from collections.abc import Callable

import pytest

from data.refused import Refused
from data.store import Store


def refused(store: Store, act: Callable[[], object]) -> str:
    """The code with which `act` is refused, in one clear sentence; the store stays at its revision."""
    before = store.revision()
    with pytest.raises(Refused) as caught:
        act()
    assert store.revision() == before
    assert not set(re.findall(r"{\w+}", caught.value.text)) & set(re.findall(r"{\w+}", caught.value.message))
    assert is_a_sentence(caught.value.message)
    return caught.value.code


def is_a_sentence(text: str) -> bool:
    """One line, not too long, with an end."""
    return "\n" not in text and text.endswith(".") and len(text) < 300
