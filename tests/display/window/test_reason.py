"""The operator reads why the ticket in hand has its class."""

import pytest

from data import visitor, window
from data.store import Store
from tests.clocks import MovableClock
from tests.display.window.at_window import EACH_SIZE, at_window


def called(store: Store, reason: str | None, class_: str = "priority") -> None:
    visitor.take(store, service="id-card", class_=class_, reason=reason)
    window.open(store, window=1)
    window.call(store, window=1)


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize(("language", "name"), [("az", "Ahıl yaş"), ("en", "Elderly"), ("ru", "Пожилой возраст")])
async def test_a_reason_of_the_centre_has_its_name(
    store: Store, clock: MovableClock, size: tuple[int, int], language: str, name: str
) -> None:
    called(store, "elderly")
    async with at_window(store, clock, size=size, language=language) as operator:
        await operator.until_seen(name)
        assert "elderly" not in operator.sees


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_any_other_reason_is_shown_as_it_was_typed(
    store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    called(store, "[b]leg[/] \x1b[2J in\nplaster " + "x" * 400)
    async with at_window(store, clock, size=size, language="en") as operator:
        await operator.until_seen("Reason", "[b]leg[/]")
        for text in ("Called", "▲ Priority", "Waited", "Calls", "Language"):
            assert text in operator.sees


async def test_without_a_reason_nothing_is_said_of_it(store: Store, clock: MovableClock) -> None:
    called(store, None)
    async with at_window(store, clock, language="en") as operator:
        await operator.until_seen("▲ Priority")
        assert "Reason" not in operator.sees
