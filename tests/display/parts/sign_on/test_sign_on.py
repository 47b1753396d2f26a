"""Who somebody is: typed or clicked, hidden, and refused in a sentence that counts down."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Static

from data.refused import Refused
from data.texts import words
from display.parts.app import STYLE
from display.parts.sign_on.pad import PadKey
from display.parts.sign_on.sign_on import SignOn
from display.parts.theme import NOVBE
from tests import screens
from tests.clocks import MovableClock

SIZES = [(80, 24), (120, 34), (200, 60)]
LONGEST = "The window is locked. Xoşqədəm Əliheydərova-Məmmədquluzadə is signed on here since 10:32."
WAIT = "It is too soon: wait {n} seconds more."


class Below(App[None]):
    """Something that nobody may see who is not signed on."""

    CSS_PATH = STYLE

    def __init__(self, asks: SignOn) -> None:
        super().__init__()
        self.asks, self.given = asks, list[tuple[str, str]]()
        self.register_theme(NOVBE)
        self.theme = NOVBE.name

    def compose(self) -> ComposeResult:
        yield Static("A001 secret")

    def on_mount(self) -> None:
        self.push_screen(self.asks)

    def on_sign_on_given(self, message: SignOn.Given) -> None:
        self.given.append((message.name, message.pin))


@dataclass
class Person:
    """Sits before the screen."""

    app: Below
    pilot: Pilot[Any]
    clock: MovableClock = field(default_factory=MovableClock)

    @property
    def sees(self) -> str:
        return screens.text(self.pilot)

    async def until(self, *texts: str) -> None:
        await screens.until(self.pilot, lambda: all(text in self.sees for text in texts))

    async def burst(self, text: str) -> None:
        """All keys at once, as a terminal may send them."""
        assert self.app._driver
        for sign in text:
            key = "enter" if sign == "\r" else _character_to_key(sign)
            event = events.Key(key, sign)
            event.set_sender(self.app)
            self.app._driver.send_message(event)
        await self.pilot.pause()

    async def click(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.click(next(found for found in self.app.screen.query(PadKey) if found.key == key))


@asynccontextmanager
async def asked(
    about: str = "", holder: str = "", name: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Person]:
    """Somebody is asked who they are."""
    clock = MovableClock()
    screen = SignOn("Window 1", words("en"), clock, name)
    screen.ask(about, holder)
    app = Below(screen)
    async with app.run_test(size=size) as pilot:
        person = Person(app, pilot, clock)
        await person.until("Window 1")
        yield person


async def test_a_burst_of_keys_shows_no_digit_in_the_name() -> None:
    async with asked() as person:
        await person.burst("Rauf\r4711\r")
        await screens.until(person.pilot, lambda: person.app.given)
        assert person.app.given == [("Rauf", "4711")]
        assert "4" not in person.sees.replace("   4    ", "")
        await person.until("One moment, please…")


async def test_two_equal_digits_are_two_clicks() -> None:
    async with asked(name="Rauf") as person:
        await person.click("4", "4", "7", "7", "1", "1", "←", "OK")
        assert person.app.given == [("Rauf", "44771")]


async def test_only_the_pin_of_who_is_signed_on_is_asked_until_somebody_else_comes() -> None:
    async with asked("Rauf is signed on here.", "Rauf") as person:
        assert "Name" not in person.sees
        await person.pilot.press("escape")
        await person.until("Name", "Esc Back")
        await person.pilot.press(*"Leyla", "enter", *"471", "escape")
        await person.until("Esc Somebody else")
        await person.pilot.press(*"8264", "enter")
        assert person.app.given == [("Rauf", "8264")]


async def test_a_pin_without_a_name_leads_back_to_the_name_and_nothing_is_given_twice() -> None:
    async with asked() as person:
        await person.pilot.press("enter", "enter", *"12ab34", "enter")
        assert person.app.given == []
        await person.pilot.press(*"Rauf", "enter", "enter", "enter")
        assert person.app.given == [("Rauf", "1234")]
        await person.pilot.press(*"9999", "enter")
        assert len(person.app.given) == 1


async def test_a_time_to_wait_counts_down() -> None:
    async with asked(name="Rauf") as person:
        await person.pilot.press(*"1234", "enter")
        person.app.asks.refuse(Refused("too-soon", WAIT, n=30))
        await person.until("wait 30 seconds")
        person.clock.advance(29.5)
        await person.until("wait 1 seconds")
        person.clock.advance(1)
        await screens.until(person.pilot, lambda: "too soon" not in person.sees)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("holder", ["", "Xoşqədəm"])
async def test_all_of_it_is_on_the_screen_and_stands_out(size: tuple[int, int], holder: str) -> None:
    async with asked(LONGEST, holder, size=size) as person:
        person.app.asks.refuse(Refused("too-soon", WAIT, n=3600))
        await person.until("wait 3600", "Sign on", "OK")
        assert "secret" not in person.sees
        assert all(word in person.sees for word in LONGEST.split())
        assert ("Somebody else" in person.sees) == bool(holder)
        assert all(person.app.screen.region.contains_region(key.region) for key in person.app.screen.query(PadKey))
        assert screens.faint(person.pilot) == set()
