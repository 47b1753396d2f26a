"""A terminal that is too small is told how large it must be."""

from datetime import datetime

import pytest
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Button

from display.parts.app import NovbeApp
from tests.clocks import MovableClock
from tests.screens import text, until


def nowhere() -> object:
    raise FileNotFoundError


class Shown(NovbeApp):
    def compose(self) -> ComposeResult:
        yield Button("take a ticket")

    def read(self, store: object) -> datetime:
        raise AssertionError


def app(language: str = "en") -> Shown:
    return Shown(nowhere, MovableClock(), language)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(("size", "told"), [((79, 24), "79 x 24"), ((80, 23), "80 x 23"), ((60, 20), "60 x 20")])
async def test_it_says_what_is_needed_and_what_there_is(size: tuple[int, int], told: str) -> None:
    async with app().run_test(size=size) as pilot:
        await until(pilot, lambda: "80 x 24" in text(pilot))
        assert told in text(pilot)
        assert "ticket" not in text(pilot)


async def test_it_comes_back_when_there_is_room_and_goes_again() -> None:
    async with app("az").run_test(size=(80, 24)) as pilot:
        assert "ticket" in text(pilot)
        for size in (10, 3), (1, 1), (79, 24):
            await pilot.resize_terminal(*size)
        await until(pilot, lambda: "ən azı 80 x 24" in text(pilot))
        await pilot.resize_terminal(200, 60)
        await until(pilot, lambda: "ticket" in text(pilot))
        assert "ən azı" not in text(pilot)


async def test_what_is_hidden_takes_no_key() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        pressed = []
        pilot.app.query_one(Button).action_press = lambda: pressed.append(1)
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: "80 x 24" in text(pilot))
        await pilot.press("enter")
        assert not pressed


async def test_a_screen_pushed_while_it_is_too_small_says_it_too() -> None:
    async with app().run_test(size=(40, 10)) as pilot:
        await pilot.app.push_screen(Screen())
        await until(pilot, lambda: "80 x 24" in text(pilot))
        await pilot.resize_terminal(80, 24)
        pilot.app.pop_screen()
        await until(pilot, lambda: "ticket" in text(pilot))
