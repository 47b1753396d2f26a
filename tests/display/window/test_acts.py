"""Every act, by its key and by its button."""

from collections.abc import Callable

import pytest

from data.store import Store
from display.window.keys import LETTERS
from tests.clocks import MovableClock
from tests.display.window import days
from tests.display.window.at_window import at_window

Day = Callable[[Store, MovableClock], None]

# The window before, the letter, what is answered, what the screen says, and what is then in hand.
ACTS = [
    (days.closed, "w", [], "The window is open", None),
    (days.closed, "n", [], "The window is open", None),
    (days.free, "w", [], "The window is closed", None),
    (days.free, "n", [], "A002 called", ("A002", "called")),
    (days.free, "c", [], "A002 called", ("A002", "called")),
    (days.free, "o", ["a1", "frail"], "A001 called", ("A001", "called")),
    (days.called, "n", [], "A002 is being served", ("A002", "serving")),
    (days.called, "s", [], "A002 is being served", ("A002", "serving")),
    (days.called, "r", [], "A002 called once more", ("A002", "called")),
    (days.called, "q", [], "A002 is back in its place", None),
    (days.called_twice, "x", [""], "A002 has not come", None),
    (days.serving, "n", [], "A002 served · A001 called", ("A001", "called")),
    (days.serving, "f", [], "A002 served", None),
    (days.serving, "h", ["no fee"], "A002 is on hold", None),
    (days.serving, "t", ["pass"], "A002 sent to: Passport", None),
    (days.free, "i", ["pass"], "A003 is being served", ("A003", "serving")),
    (days.free, "p", [""], "The break has begun", None),
    (days.on_break, "p", [], "The break is over", None),
    (days.on_break, "n", [], "The break is over", None),
    (days.sent, "t", [""], "A002 sent back to: Identity card", None),
    (days.told, "m", [], "The message has been read", None),
    (days.held, "b", [""], "A002 called back from hold", ("A002", "called")),
    (days.not_come, "v", ["a2"], "A002 waits again", None),
    (days.just_called, "z", [], "Taken back: A002", None),
]
NAMES = [f"{letter}-{day.__name__}" for day, letter, *_ in ACTS]


@pytest.mark.parametrize("way", ["key", pytest.param("button", marks=pytest.mark.slow)])
@pytest.mark.parametrize(("day", "letter", "answers", "said", "hand"), ACTS, ids=NAMES)
async def test_each_act_has_a_key_and_a_button(
    store: Store,
    clock: MovableClock,
    way: str,
    day: Day,
    letter: str,
    answers: list[str],
    said: str,
    hand: tuple[str, str] | None,
) -> None:
    day(store, clock)
    async with at_window(store, clock) as operator:
        await (operator.press(letter) if way == "key" else operator.click(letter))
        for answer in answers:
            await operator.answer(answer)
        await operator.until_seen(f"● {said}")
        assert operator.hand == hand


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        (days.closed, "nw"),
        (days.free, "ncvowip"),
        (days.just_called, "nsqhtvz"),
        (days.called, "nrsqhtv"),
        (days.called_twice, "nrsxqhtv"),
        (days.serving, "nfhtv"),
        (days.held, "ncbvowip"),
        (days.on_break, "npvw"),
        (days.told, "ncvowipm"),
    ],
)
async def test_what_is_not_possible_is_greyed_and_does_no_harm(
    store: Store, clock: MovableClock, day: Day, possible: str
) -> None:
    day(store, clock)
    async with at_window(store, clock) as operator:
        before = operator.desk
        assert {letter for letter in LETTERS if operator.able(letter)} == set(possible)
        for letter in set(LETTERS) - set(possible):
            await operator.press(letter)
            assert "! " in operator.sees
        await operator.press("a", "1", "space", "tab", "enter", "up", "f5", "escape")
        assert operator.desk == before or day is days.closed


async def test_a_grey_button_does_nothing(store: Store, clock: MovableClock) -> None:
    days.serving(store, clock)
    async with at_window(store, clock) as operator:
        before = operator.desk
        for letter in "csw":
            await operator.click(letter)
        await operator.pilot.pause()
        assert operator.desk == before


async def test_an_act_that_is_possible_later_shows_the_seconds_left(store: Store, clock: MovableClock) -> None:
    days.just_called(store, clock)
    async with at_window(store, clock) as operator:
        assert operator.label("r") == "r Recall 15 s"
        clock.advance(3)
        await operator.until(lambda: operator.label("r") == "r Recall 12 s")
        await operator.press("r")
        await operator.until_seen("! It is too soon: wait 12 seconds more.")
        clock.advance(12)
        await operator.until(lambda: operator.able("r"))
        assert operator.label("r") == "r Recall"


async def test_undo_goes_when_its_time_is_over(store: Store, clock: MovableClock) -> None:
    days.just_called(store, clock)
    async with at_window(store, clock) as operator:
        assert operator.able("z")
        clock.advance(11)
        await operator.until(lambda: not operator.able("z"))
        await operator.press("z")
        await operator.until_seen("! There is nothing to undo.")
