"""What those who look after a kiosk can do at it, and that nobody else can."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from data import maintenance, setup, visitor
from data.store import Store
from data.texts import words
from display.parts.app import NovbeApp
from display.parts.line import Answered, Declined
from kiosk.maintenance.corner import Corner
from kiosk.maintenance.pad import Key
from kiosk.maintenance.screen import MaintenanceScreen, PrinterTest
from tests.clocks import MovableClock
from tests.kiosk.centres import TWO
from tests.ptys import on_a_pty
from tests.screens import faint, text, until

CODE = "471193"
SECOND = 1_000_000


class Kept(NovbeApp):
    """An app that shows the maintenance screen, and what came of it."""

    def __init__(self, url: str, clock: MovableClock, language: str) -> None:
        super().__init__(lambda: Store.open(url, clock=clock), clock)
        self.maintenance = MaintenanceScreen(self.line.ask, self._clock, words(language))
        self.came: list[object] = []

    def read(self, store: Store) -> int:
        return store.revision()

    def on_mount(self) -> None:
        self.push_screen(self.maintenance, self.came.append)

    def on_answered(self, message: Answered) -> None:
        self.maintenance.answered(message.name, message.value)

    def on_declined(self, message: Declined) -> None:
        self.maintenance.declined(message.name, message.refused)

    def on_printer_test(self, message: PrinterTest) -> None:
        self.came.append(PrinterTest)


class Opened:
    """The screen, its pilot, its clock and its store."""

    def __init__(self, url: str, language: str) -> None:
        self.url, self.clock = url, MovableClock()
        setup.init(url, TWO, clock=self.clock)
        self.app = Kept(url, self.clock, language)
        self.pilot: Pilot[Any]

    async def type(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def tap(self, *keys: str) -> None:
        """Tap keys on the screen."""
        for key in keys:
            await self.pilot.click(next(one for one in self.app.maintenance.query(Key) if one.key == key))

    async def shows(self, said: str) -> None:
        """Wait until this is on the screen."""
        await until(self.pilot, lambda: said in " ".join(text(self.pilot).split()))


@asynccontextmanager
async def opened(
    folder: Path, code: str | None = CODE, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Opened]:
    """The maintenance screen, over a centre where `code` is set."""
    screen = Opened(f"sqlite:///{folder / 'store.db'}", language)
    with Store.open(screen.url, clock=screen.clock) as store:
        if code:
            maintenance.set_code(store, code)
        visitor.take(store, service="agency-1-service-2")
    async with screen.app.run_test(size=size) as screen.pilot:
        await until(screen.pilot, lambda: screen.app.maintenance.is_current)
        await screen.pilot.pause()
        yield screen


async def test_without_a_code_it_says_how_to_set_one(tmp_path: Path) -> None:
    async with opened(tmp_path, code=None) as screen:
        await screen.shows("novbe kiosk --set-code")
        await screen.type(*"123456", "enter", "1")
        assert screen.app.came == []
        await screen.type("0")
        assert screen.app.came == [False]


async def test_the_code_opens_it_and_is_never_shown(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.type(*CODE)
        await screen.shows("● ● ● ● ● ●")
        assert CODE[:2] not in text(screen.pilot)
        await screen.type("enter")
        await screen.shows("Quit")
        await screen.type("1")
        assert screen.app.came == [True]


async def test_fingers_are_enough(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.tap("9", "delete", *CODE, "enter")
        await screen.shows("Software version")
        await screen.tap("4")
        await screen.shows("Python")
        await screen.tap("0")
        await screen.shows("Quit")
        await screen.tap("0")
        assert screen.app.came == [False]


async def test_a_wrong_code_opens_nothing_and_costs_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        for _ in range(3):
            await screen.type(*"471194", "enter")
            await screen.shows("This code is wrong.")
            await screen.type("1", "2", "backspace", "backspace")
        await screen.type(*CODE, "enter")
        await screen.shows("wait 30 seconds")
        screen.clock.advance(30)
        await screen.type(*CODE, "enter")
        await screen.shows("Quit")


async def test_it_shows_the_last_tickets_and_no_code(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.type(*CODE, "enter")
        await screen.shows("Last tickets")
        await screen.type("3")
        await screen.shows("A001 10:20 – Passport")
        with Store.open(screen.url, clock=screen.clock) as store:
            ticket = visitor.take(store, service="agency-1-service-1")
        assert ticket.code not in text(screen.pilot)


async def test_it_asks_for_a_test_of_the_printer_and_says_how_it_went(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.type(*CODE, "enter")
        await screen.shows("Printer test")
        await screen.type("2")
        await until(screen.pilot, lambda: screen.app.came == [PrinterTest])
        screen.app.maintenance.tell("The printer is out of paper.")
        await screen.shows("The printer is out of paper.")
        await screen.type("0", "3")
        screen.app.maintenance.tell("The printer is ready.")
        await screen.shows("Passport")


async def test_it_closes_when_nobody_is_there(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.type("1")
        screen.clock.advance(45)
        screen.app.maintenance.tick()
        await screen.shows("This closes in 15 seconds.")
        await screen.type("1")
        screen.clock.advance(59)
        screen.app.maintenance.tick()
        assert screen.app.came == []
        screen.clock.advance(1)
        screen.app.maintenance.tick()
        await until(screen.pilot, lambda: screen.app.came == [False])


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
@pytest.mark.parametrize("language", ["az", "en", "ru"])
async def test_nothing_is_cut_or_faint(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    async with opened(tmp_path, language=language, size=size) as screen:
        keys = [key for key in screen.app.maintenance.query(Key) if key.display]
        assert len(keys) == 13
        assert all(key.region.height >= 3 and key.region.width >= 15 for key in keys)
        assert all(screen.app.screen.region.contains_region(key.region) for key in keys)
        assert not faint(screen.pilot)
        await screen.type(*CODE, "enter")
        await screen.shows(words(language)("Software version"))
        assert not faint(screen.pilot)


def test_five_taps_on_one_corner_ask_for_it() -> None:
    for x, y in ((0, 0), (79, 0), (0, 23), (79, 23), (9, 4)):
        corner = Corner()
        assert [corner.tapped(x, y, 80, 24, at * SECOND // 2) for at in range(5)] == [False] * 4 + [True]
        assert not corner.tapped(x, y, 80, 24, 3 * SECOND)


def test_other_taps_do_not() -> None:
    corner = Corner()
    assert not any(corner.tapped(0, 0, 80, 24, at * SECOND) for at in range(20)), "too slow"
    assert not any(corner.tapped(40, 12, 80, 24, at) for at in range(20)), "no corner"
    assert not any(corner.tapped(at % 2 * 79, 0, 80, 24, at) for at in range(20)), "two corners"
    taps = [(0, 0), (0, 0), (0, 0), (0, 0), (40, 12), (0, 0)]
    assert not any(corner.tapped(x, y, 80, 24, at) for at, (x, y) in enumerate(taps)), "something else between"


def test_set_code_asks_twice_and_shows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    setup.init(url)
    monkeypatch.setenv("NOVBE_STORE", url)
    monkeypatch.setenv("NOVBE_LANGUAGE", "en")
    for second, code in ((CODE, 0), ("471194", 1)):
        with on_a_pty(sys.executable, "-m", "kiosk", "--set-code") as terminal:
            terminal.until("New maintenance code")
            terminal.write(CODE.encode() + b"\n")
            terminal.until("Once more")
            terminal.write(second.encode() + os.linesep.encode())
            terminal.until("are not the same" if code else "is set")
            assert terminal.end() == code
            assert CODE.encode() not in terminal.all
    with Store.open(url) as store:
        maintenance.admit(store, CODE)
