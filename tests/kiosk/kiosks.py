"""A kiosk that runs in a test, on a real store."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from data import log, setup
from data.centre import Centre
from data.refused import Refused
from data.store import Store
from kiosk.app import KioskApp
from kiosk.screen.target import Target
from kiosk.screen.targets import Targets
from tests.clocks import MovableClock
from tests.kiosk.centres import TWO
from tests.screens import text, until

SIZES = [(80, 24), (120, 34), (200, 60)]
EACH_SIZE = [SIZES[0], *(pytest.param(size, marks=pytest.mark.slow) for size in SIZES[1:])]
"""The smallest in the quick tests: where it fits there, it fits."""
AWAY = Refused("store-missing", "The store cannot be reached.")


class Kiosk:
    """The app, its pilot, its clock, and the store, which can be `away`."""

    def __init__(self, url: str, locked: bool = False, printer: str | None = None) -> None:
        self.url = url
        self.clock = MovableClock()
        self.away = False
        self.app = KioskApp(self.open, self.clock, locked, printer=printer)
        self.pilot: Pilot[Any]

    def open(self) -> Store:
        """The store, unless it is away."""
        if self.away:
            raise AWAY
        return Store.open(self.url, clock=self.clock)

    @property
    def shown(self) -> str:
        """The characters on the screen."""
        return text(self.pilot)

    @property
    def targets(self) -> list[Target]:
        """The targets on the screen."""
        return self.app.query_one(Targets).shown

    @property
    def focused(self) -> str:
        """The name of the target that has the focus."""
        target = self.app.query_one(Targets).focused
        return target.choice.name if target and target.choice else ""

    def target(self, name: str) -> Target | None:
        """The target called `name`, if it is on the screen and has its place there."""
        return next((one for one in self.targets if one.choice and one.choice.name == name and one.region.area), None)

    async def press(self, *keys: str) -> None:
        """Press `keys`, a second apart."""
        for key in keys:
            self.clock.advance(1)
            await self.pilot.press(key)
            await until(self.pilot, lambda: not self.app.ears.scanner.holds)
            await self.pilot.pause()

    async def tap(self, name: str, times: int = 1) -> None:
        """Tap the target called `name`, so often in one moment."""
        self.clock.advance(1)
        await until(self.pilot, lambda: self.target(name))
        target = self.target(name)
        assert target
        for _ in range(times):
            await self.pilot.click(offset=target.region.offset + Offset(10, 2))
        await self.pilot.pause()

    async def reach(self, step: str) -> None:
        """Wait until the visit is at `step`."""
        await until(self.pilot, lambda: self.app.visit.step == step)
        await self.pilot.pause()

    async def shows(self, words: str) -> None:
        """Wait until `words` are on the screen."""
        await until(self.pilot, lambda: words in " ".join(self.shown.split()))

    async def after(self, seconds: float) -> None:
        """So much later."""
        self.clock.advance(seconds)
        self.app.tick()
        await self.pilot.pause()

    def meanwhile(self, act: Callable[[Store], object]) -> None:
        """Have something done in the store by somebody else."""
        with self.open() as store:
            act(store)

    def acts(self) -> list[str]:
        """What was done in the store, without its set-up."""
        with Store.open(self.url, clock=self.clock) as store:
            return [event.act for event in log.events(store) if event.act != "init"]


@asynccontextmanager
async def running(
    folder: Path,
    centre: Centre = TWO,
    size: tuple[int, int] = (80, 24),
    before: Callable[[Store], object] | None = None,
    locked: bool = False,
    printer: str | None = None,
) -> AsyncIterator[Kiosk]:
    """A kiosk that has read what it offers; `before` is done with the store first."""
    kiosk = Kiosk(f"sqlite:///{folder / 'store.db'}", locked, printer)
    setup.init(kiosk.url, centre, clock=kiosk.clock)
    if before:
        with kiosk.open() as store:
            before(store)
    async with kiosk.app.run_test(size=size) as kiosk.pilot:
        await until(kiosk.pilot, lambda: kiosk.app.offered and kiosk.app.offered.offers)
        await kiosk.pilot.pause()
        yield kiosk
