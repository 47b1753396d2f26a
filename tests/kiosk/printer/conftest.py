"""A printer on loopback."""

from collections.abc import Iterator

import pytest

from tests.kiosk.printer.loopback import Loopback, plugged_in


@pytest.fixture
def printer() -> Iterator[Loopback]:
    with plugged_in() as printer:
        yield printer
