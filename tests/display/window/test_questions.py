"""What the acts ask: typed, chosen, cancelled."""

import pytest
from textual.widgets import Input, OptionList

from data import window
from data.store import Store
from display.parts.big import BigText
from tests.clocks import MovableClock
from tests.display.window import days
from tests.display.window.at_window import at_window


async def test_typing_a_reason_does_not_act(store: Store, clock: MovableClock) -> None:
    days.serving(store, clock)
    before = store.revision()
    async with at_window(store, clock) as operator:
        await operator.press("h", *"nfcwzx?")
        await operator.until_seen("Why is A002 put on hold?", "nfcwzx?")
        assert store.revision() == before
        await operator.press("enter")
        await operator.until_seen("● A002 is on hold")


@pytest.mark.parametrize("letter", ["x", "h", "t", "v"])
@pytest.mark.parametrize("way", ["escape", "#cancel"])
async def test_a_question_can_be_cancelled(store: Store, clock: MovableClock, letter: str, way: str) -> None:
    days.called_twice(store, clock)
    before = store.revision()
    async with at_window(store, clock) as operator:
        await operator.press(letter)
        await operator.until_seen("Esc Cancel")
        await (operator.press(way) if way == "escape" else operator.pilot.click(way))
        await operator.until(lambda: "Esc Cancel" not in operator.sees)
        assert store.revision() == before
        await operator.press("s")
        await operator.until_seen("● A002 is being served")


async def test_the_answers_can_be_given_by_mouse_alone(store: Store, clock: MovableClock) -> None:
    days.called_twice(store, clock)
    async with at_window(store, clock) as operator:
        await operator.click("h")
        await operator.until_seen("Pays a fee")
        await operator.pilot.click(OptionList, offset=(3, 1))
        await operator.until_seen("● A002 is on hold")
        await operator.click("b")
        await operator.until_seen("Which ticket comes back from hold?")
        await operator.pilot.click("#do")
        await operator.until_seen("● A002 called back from hold")
        await operator.click("t")
        await operator.until_seen("Where is A002 sent?", "+ 10 more")
        await operator.pilot.click(OptionList, offset=(3, 2))
        await operator.until_seen("● A002 sent to: Vehicle registration")


async def test_a_reason_is_needed(store: Store, clock: MovableClock) -> None:
    days.serving(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("h", "space", "enter")
        await operator.until_seen("Why is A002 put on hold?")
        await operator.press("down", "enter")
        await operator.until_seen("● A002 is on hold")


async def test_a_double_press_does_not_answer_a_question(store: Store, clock: MovableClock) -> None:
    days.called_twice(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("x", "x")
        await operator.until_seen("A002 has not come?")
        assert operator.hand == ("A002", "called")


async def test_the_answer_is_for_the_ticket_that_was_asked_about(store: Store, clock: MovableClock) -> None:
    days.called_twice(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("x")
        await operator.until_seen("A002 has not come?")
        window.requeue(store, window=1)
        window.call(store, window=1)
        await operator.until(lambda: operator.app.query_one(BigText).value == "A001")
        await operator.press("enter")
        await operator.until_seen("! Something else is in hand now: nothing was done.")
        assert operator.hand == ("A001", "called")


@pytest.mark.parametrize(("typed", "said"), [("a99", "A099"), ("[/]", "[/]"), ("Tax [A]" * 9, "TAX")])
async def test_a_wrong_number_is_refused_in_a_sentence(
    store: Store, clock: MovableClock, typed: str, said: str
) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("v")
        await operator.until(lambda: operator.app.screen.query(Input))
        operator.app.screen.query_one(Input).value = typed
        await operator.press("enter")
        await operator.until_seen("! ", said)
        assert operator.desk.in_hand is None
