"""The supervisor's screen over a real store, with a clock that the test moves."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from data.clock import Clock
from data.overview import overview
from data.overview.views import Overview
from data.store import Store
from display.parts.asking.question import Question
from display.parts.asking.several import Several
from display.supervisor.app import SupervisorApp
from tests import screens

SIZES = ((80, 24), (120, 34), (200, 60))
EACH_SIZE = [SIZES[0], *(pytest.param(size, marks=pytest.mark.slow) for size in SIZES[1:])]
"""The smallest, where an act is hardest, in the quick tests."""


@dataclass
class AtSupervisor:
    """The supervisor: sees, presses and clicks."""

    app: SupervisorApp
    pilot: Pilot[None]
    store: Store

    @property
    def sees(self) -> str:
        """All that is on the screen."""
        return screens.text(self.pilot)

    @property
    def overview(self) -> Overview:
        """The centre as the store has it."""
        return overview.read(self.store)

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

    async def asked(self) -> None:
        """Wait for a question."""
        await self.until(lambda: isinstance(self.app.screen, Question | Several) and self.app.screen.is_mounted)

    async def answer(self, *keys: str) -> None:
        """Press `keys` in the question that comes, and give the answer with Enter."""
        await self.asked()
        question = self.app.screen
        await self.press(*keys, "enter")
        await self.until(lambda: self.app.screen is not question)

    async def click(self, selector: str) -> None:
        """Click what is there once."""
        await self.until(lambda: self.app.screen.query(selector))
        await self.until(lambda: not self.app.screen.query(selector).first().has_class("-active"))
        await self.pilot.click(selector)

    async def choose(self, text: str) -> None:
        """Click the choice with `text` in the question that comes."""
        await self.asked()
        question = self.app.screen
        await self.until(lambda: text in self.sees)
        rows = self.sees.splitlines()
        y = next(at for at, row in enumerate(rows) if text in row and "│" in row)
        await self.pilot.click(offset=(rows[y].index(text) + 1, y))
        if isinstance(question, Question):
            await self.until(lambda: self.app.screen is not question)


@asynccontextmanager
async def at_supervisor(
    store: Store, clock: Clock, *, size: tuple[int, int] = (120, 34), language: str | None = "en"
) -> AsyncIterator[AtSupervisor]:
    """The screen, once it shows the store or asks who is there."""
    app = SupervisorApp(lambda: Store.open(store.url, clock=clock), clock, language)
    async with app.run_test(size=size) as pilot:
        supervisor = AtSupervisor(app, pilot, store)
        await supervisor.until(lambda: "Take out" in supervisor.sees or "PIN" in supervisor.sees)
        yield supervisor
