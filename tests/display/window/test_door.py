"""Who may see and use the screen of a window."""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from data import setup, window
from data.centre import read
from data.store import Store
from display.parts.sign_on.pad import PadKey
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.display.window import days, staff
from tests.display.window.at_window import EACH_SIZE, at_window


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_name_and_pin_are_asked_before_anything_is_shown(
    store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    days.called(store, clock)
    staff.hired(store)
    async with at_window(store, clock, size=size) as operator:
        await operator.until_seen("Window 1", "Sign on to use this window.", "Enter Sign on")
        assert not any(text in operator.sees for text in staff.VISITORS)
        await staff.types(operator, *"rauf", "enter", *"8264")
        assert "8264" not in operator.sees
        await staff.types(operator, "enter")
        await operator.until_seen("Rauf", "Called", "Identity card")
        await operator.press("n")
        await operator.until_seen("● A002 is being served")
    rauf = staff.admitted(store, "Rauf").person
    assert staff.acts(store)[-2:] == [("sign-on", rauf), ("start", rauf)]


async def test_letters_are_no_acts_while_nobody_is_signed_on(store: Store, clock: MovableClock) -> None:
    days.called(store, clock)
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await operator.until_seen("Sign on to use this window.")
        before = store.revision()
        await operator.pilot.click("#sign-on-title")
        await staff.types(operator, *"nsfw?", "enter", "escape", "enter")
        await operator.pilot.pause()
        assert store.revision() == before
        assert operator.app.door.shut


async def test_a_mouse_is_enough_for_who_was_here_last(store: Store, clock: MovableClock) -> None:
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await staff.sign_on(operator, "Rauf")
        await operator.click("e")
        await staff.says(operator, "You are signed off.")
        assert operator.app.screen.query_one("#sign-on-name", Input).value == "Rauf"
        for digit in "8274":
            await operator.pilot.click(next(key for key in operator.app.screen.query(PadKey) if key.key == digit))
        for key in "←", "←", "6", "4", "OK":
            await operator.pilot.click(next(found for found in operator.app.screen.query(PadKey) if found.key == key))
        await operator.until_seen("The window is closed", "e Sign off")
        assert operator.desk.person == "Rauf"


async def test_a_wrong_pin_is_said_and_then_the_seconds_to_wait(store: Store, clock: MovableClock) -> None:
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await operator.until_seen("Sign on to use this window.")
        await staff.types(operator, *"Rauf", "enter")
        for _ in range(3):
            await staff.types(operator, *"0000", "enter")
            await staff.says(operator, "This name and this PIN do not go together.")
            await operator.until(lambda: not operator.app.screen.query_one("#sign-on-pin", Input).value)
        await staff.types(operator, *"8264", "enter")
        await staff.says(operator, "It is too soon: wait 30 seconds more.")
        clock.advance(12)
        await staff.says(operator, "wait 18 seconds more")
        clock.advance(18)
        await operator.until(lambda: "too soon" not in operator.sees)
        await staff.types(operator, *"8264", "enter")
        await operator.until(lambda: not operator.app.door.shut)


@pytest.mark.parametrize("way", ["idle", "l"])
async def test_a_locked_window_shows_who_has_it_and_nothing_of_a_visitor(
    store: Store, clock: MovableClock, way: str
) -> None:
    days.called(store, clock)
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await staff.sign_on(operator, "Rauf")
        signed = operator.desk.session
        if way == "idle":
            clock.advance(minutes=4)
            await operator.press("up")
            clock.advance(minutes=4, seconds=59)
            operator.app._draw()
            assert not operator.app.door.shut
            clock.advance(1)
        else:
            await operator.press("l")
        await staff.says(operator, "The window is locked. Rauf is signed on here since 10:32.")
        assert not any(text in operator.sees for text in staff.VISITORS)
        await staff.types(operator, "n", "s", "f")
        assert operator.hand == ("A002", "called")
        await staff.types(operator, *"8264", "enter")
        await operator.until_seen("Called", "Identity card")
        assert operator.desk.session == signed
        await operator.press("s")
        await operator.until_seen("● A002 is being served")


async def test_a_question_that_stood_open_is_gone_after_the_lock(store: Store, clock: MovableClock) -> None:
    days.called_twice(store, clock)
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await staff.sign_on(operator, "Rauf")
        await operator.press("x")
        await operator.until_seen("A002 has not come?")
        clock.advance(minutes=6)
        await staff.says(operator, "The window is locked.")
        await staff.types(operator, *"8264", "enter")
        await operator.until_seen("Called")
        assert "has not come" not in operator.sees
        assert operator.hand == ("A002", "called")
        await operator.press("s")
        await operator.until_seen("● A002 is being served")


async def test_in_a_local_centre_the_first_person_shuts_the_window(store: Store, clock: MovableClock) -> None:
    days.called(store, clock)
    async with at_window(store, clock) as operator:
        await operator.until_seen("Called")
        staff.hired(store)
        await operator.until_seen("Sign on to use this window.")
        assert not any(text in operator.sees for text in staff.VISITORS)


async def test_a_signed_centre_says_how_to_add_the_first_person(tmp_path: Path, clock: MovableClock) -> None:
    path = str(tmp_path / "signed.db")
    setup.init(path, read(CENTRE.replace('trust = "local"\n', ""), "centre.toml"), clock=clock)
    with Store.open(path, clock=clock) as store:
        async with at_window(store, clock) as operator:
            await staff.says(operator, "the command novbe people add adds the first supervisor")
            staff.hired(store)
            await operator.until_seen("Sign on to use this window.")


async def test_a_lost_store_is_said_where_one_signs_on(store: Store, clock: MovableClock) -> None:
    staff.hired(store)
    path = store.url.removeprefix("sqlite:///")
    async with at_window(store, clock) as operator:
        await operator.until_seen("Sign on to use this window.")
        os.rename(path, f"{path}.away")
        await operator.until(lambda: operator.app.usable is None and operator.app._lost)
        await staff.types(operator, *"Rauf", "enter", *"8264", "enter")
        await staff.says(operator, "store")
        os.rename(f"{path}.away", path)
        await operator.until(lambda: not operator.app._lost)
        await staff.types(operator, *"8264", "enter")
        await operator.until(lambda: not operator.app.door.shut)
        assert window.open(store, window=1, by=operator.app.door.signed).state == "open"
