"""A window's screen over a real store, with a clock that the test moves."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from data import desk
from data.clock import Clock
from data.store import Store
from data.views import Desk
from display.parts.asking.question import Question
from display.window.app import WindowApp
from display.window.buttons import KeyButton
from tests import screens

SIZES = ((80, 24), (120, 34), (200, 60))
EACH_SIZE = [SIZES[0], *(pytest.param(size, marks=pytest.mark.slow) for size in SIZES[1:])]


@dataclass
class AtWindow:
    """The operator: sees, presses and clicks."""

    app: WindowApp
    pilot: Pilot[None]
    store: Store

    @property
    def sees(self) -> str:
        """All that is on the screen."""
        return screens.text(self.pilot)

    @property
    def desk(self) -> Desk:
        """The window as the store has it."""
        return desk.read(self.store, window=self.app.window)

    @property
    def hand(self) -> tuple[str, str] | None:
        """The ticket in hand and its state, as the store has it."""
        hand = self.desk.in_hand
        return (hand.ticket, hand.state) if hand else None

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what is about to happen."""
        await screens.until(self.pilot, condition)

    async def until_seen(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        try:
            await self.until(lambda: all(text in self.sees for text in texts))
        except AssertionError:
            raise AssertionError(f"{texts} not on the screen:\n{self.sees}") from None

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, as no scanner does."""
        for key in keys:
            await self.pilot.press(key)
            await self.until(lambda: not self.app.ears.scanner.holds)
            await self.pilot.pause()

    async def click(self, letter: str) -> None:
        """Click the button of a key, once it has come up again."""
        await self.until(lambda: not self.app.query_one(f"#key-{letter}").has_class("-active"))
        await self.pilot.click(f"#key-{letter}")

    async def answer(self, text: str) -> None:
        """Type `text` into the question that comes, and give it with Enter."""
        await self.until(lambda: isinstance(self.app.screen, Question) and self.app.screen.is_mounted)
        question = self.app.screen
        await self.press(*text, "enter")
        await self.until(lambda: self.app.screen is not question)

    def able(self, letter: str) -> bool:
        """Whether the button of a key can be clicked."""
        return not self.app.query_one(f"#key-{letter}", KeyButton).disabled

    def label(self, letter: str) -> str:
        """What stands on the button of a key."""
        return self.app.query_one(f"#key-{letter}", KeyButton).render().plain


@asynccontextmanager
async def at_window(
    store: Store, clock: Clock, *, window: int = 1, size: tuple[int, int] = (80, 24), language: str | None = "en"
) -> AsyncIterator[AtWindow]:
    """The screen of `window`, once it shows the store."""
    app = WindowApp(lambda: Store.open(store.url, clock=clock), clock, window, language)
    async with app.run_test(size=size) as pilot:
        operator = AtWindow(app, pilot, store)
        shows_time = lambda: ":" in operator.sees.splitlines()[0 if size[1] < 30 else 1]  # noqa: E731
        await operator.until(lambda: app.door.shut or shows_time())
        yield operator
