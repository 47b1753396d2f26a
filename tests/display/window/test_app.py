"""The operator's way through a day, and what may go wrong on it."""

import asyncio
import os
from collections.abc import Awaitable, Callable

import pytest

from data import visitor, window
from data.refused import Refused
from data.store import Store
from display.window.app import WindowApp
from tests.clocks import MovableClock
from tests.display.window import days
from tests.display.window.at_window import EACH_SIZE, AtWindow, at_window


async def by_key(operator: AtWindow) -> None:
    await operator.press("n")


async def by_mouse(operator: AtWindow) -> None:
    await operator.click("n")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("way", [by_key, by_mouse])
async def test_open_call_start_next_with_one_key_or_one_button(
    store: Store, clock: MovableClock, size: tuple[int, int], way: Callable[[AtWindow], Awaitable[None]]
) -> None:
    days.closed(store, clock)
    async with at_window(store, clock, size=size) as operator:
        assert "Closed" in operator.sees
        for said in "The window is open", "A002 called", "A002 is being served", "A002 served · A001 called":
            await way(operator)
            await operator.until_seen(f"● {said}")
            clock.advance(30)
        assert operator.hand == ("A001", "called")


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_all_that_the_operator_needs_is_on_the_screen(
    store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    days.called(store, clock)
    window.start(store, window=1)
    clock.advance(65)
    async with at_window(store, clock, size=size) as operator:
        for text in "Window 1", "Open", "Being served", "▲ Priority", "Identity card", "12 min", "1:05", "Azərbaycanca":
            assert text in operator.sees
        for text in "Next", "A001  Normal", "13 min", "Waiting", "Passport":
            assert text in operator.sees
        clock.advance(1)
        await operator.until_seen("1:06")


async def test_enter_opens_a_closed_window_and_does_nothing_else(store: Store, clock: MovableClock) -> None:
    days.closed(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("enter")
        await operator.until_seen("● The window is open")
        await operator.press("enter")
        assert operator.hand is None


async def test_a_double_press_acts_once(store: Store, clock: MovableClock) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("n", "n", "n")
        await operator.until_seen("● A002 called")
        await operator.press("n")
        assert operator.hand == ("A002", "called")
        clock.advance(0.6)
        await operator.press("n")
        await operator.until_seen("● A002 is being served")


async def test_keys_are_ignored_while_an_act_is_being_done(store: Store, clock: MovableClock) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        with store.transaction():
            await operator.press("n", "w", "o", "c")
            assert operator.app.screen is operator.app.screen_stack[0]
        await operator.until_seen("● A002 called")
        assert operator.desk.state == "open"


async def test_what_others_do_is_seen_at_once(store: Store, clock: MovableClock) -> None:
    async with at_window(store, clock) as operator:
        await operator.until_seen("Nobody is waiting")
        visitor.take(store, service="passport")
        await operator.until_seen("A001  Normal")
        window.open(store, window=1)
        window.call(store, window=1)
        await operator.until_seen("Called")


async def test_nobody_to_call_is_said(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    async with at_window(store, clock) as operator:
        await operator.press("n")
        await operator.until_seen("● Nobody is waiting")


@pytest.mark.parametrize(
    ("language", "texts"), [("az", ["Pəncərə 1", "Açıq"]), ("ru", ["Окно 1"]), (None, ["Pəncərə 1"])]
)
async def test_it_speaks_the_operators_language_else_the_centres_first(
    store: Store, clock: MovableClock, language: str | None, texts: list[str]
) -> None:
    days.free(store, clock)
    async with at_window(store, clock, language=language) as operator:
        await operator.until_seen(*texts)


@pytest.mark.parametrize("key", ["т", "Т", "N"])
async def test_keys_work_on_another_layout_and_with_caps_lock(store: Store, clock: MovableClock, key: str) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press(key)
        await operator.until_seen("● A002 called")


@pytest.mark.parametrize("key", ["i", "ш", "Ш", "İ", "I"])
async def test_the_key_of_i_has_a_dot_on_an_azerbaijani_keyboard(store: Store, clock: MovableClock, key: str) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press(key)
        await operator.until_seen("Which service does the visitor need?")


async def test_the_list_of_keys_goes_at_any_key(store: Store, clock: MovableClock) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("?")
        await operator.until_seen("send the ticket to another service")
        await operator.press("n")
        await operator.until(lambda: "send the ticket" not in operator.sees)
        assert operator.hand is None


async def test_a_lost_store_is_said_and_comes_back(store: Store, clock: MovableClock) -> None:
    days.called(store, clock)
    path = store.url.removeprefix("sqlite:///")
    async with at_window(store, clock) as operator:
        os.rename(path, f"{path}.away")
        await operator.until_seen("× ", "What you see stands since 10:32.", "Called")
        assert not any(operator.able(letter) for letter in "nrsqhtvz")
        await operator.press("n")
        await operator.click("s")
        clock.advance(60)
        os.rename(f"{path}.away", path)
        await operator.until_seen("● The store is back")
        assert operator.hand == ("A002", "called")
        assert operator.able("n")


def test_a_window_that_is_not_there_is_refused(store: Store, clock: MovableClock) -> None:
    async def ended() -> int | None:
        app = WindowApp(lambda: Store.open(store.url, clock=clock), clock, 99)
        async with asyncio.timeout(5):
            await app.run_async(headless=True)
        assert isinstance(app.refused, Refused)
        assert app.refused.code == "unknown-window"
        return app.return_code

    assert asyncio.run(ended()) == 1
