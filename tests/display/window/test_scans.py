"""A ticket that is held before the scanner at a window."""

from collections.abc import Callable

import pytest
from textual.widgets import Input

from data import visitor
from data.store import Store
from tests.clocks import MovableClock
from tests.display.window import days, staff
from tests.display.window.at_window import at_window
from tests.screens import scan

Day = Callable[[Store, MovableClock], None]
WAY = "HTTPS://Q.EXAMPLE.AZ/{code}"


def code(store: Store, day: Day, clock: MovableClock) -> str:
    """The code of A002, in the middle of such a day."""
    taken: list[str] = []
    real = visitor.take

    def take(*given: object, **known: object) -> object:
        ticket = real(*given, **known)  # type: ignore[arg-type]
        taken.append(ticket.code)
        return ticket

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(visitor, "take", take)
        day(store, clock)
    return taken[1]


@pytest.mark.parametrize("written", ["{code}", WAY, "Russian"])
async def test_a_ticket_that_is_called_here_is_started(store: Store, clock: MovableClock, written: str) -> None:
    scanned = code(store, days.called, clock)
    russian = scanned.translate(str.maketrans("QWERTYUIOPASDFGHJKLZXCVBNM", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"))
    async with at_window(store, clock) as operator:
        await scan(operator.pilot, russian if written == "Russian" else written.format(code=scanned))
        await operator.until_seen("● A002 is being served")
        assert operator.hand == ("A002", "serving")


@pytest.mark.parametrize(
    ("day", "question", "answer", "said", "hand"),
    [
        (days.not_come, "A002 has not come when it was called. Does it", "enter", "A002 waits again", None),
        (days.held, "A002 is on hold. Is it called back?", "enter", "A002 called back from hold", ("A002", "called")),
        (days.free, "Why is A002 called out of turn?", "down", "A002 called", ("A002", "called")),
    ],
)
async def test_what_would_help_is_asked(
    store: Store,
    clock: MovableClock,
    day: Day,
    question: str,
    answer: str,
    said: str,
    hand: tuple[str, str] | None,
) -> None:
    scanned = code(store, day, clock)
    async with at_window(store, clock) as operator:
        before = store.revision()
        await scan(operator.pilot, scanned)
        await operator.until_seen(question)
        assert store.revision() == before
        await operator.press(answer, *(["enter"] if answer == "down" else []))
        await operator.until_seen(f"● {said}")
        assert operator.hand == hand


@pytest.mark.parametrize(
    ("day", "said"),
    [(days.serving, "A002 is being served at window 1."), (days.closed, "Window 1 is closed. Open it first.")],
)
async def test_a_ticket_that_nothing_can_be_done_with_says_why(
    store: Store, clock: MovableClock, day: Day, said: str
) -> None:
    scanned = code(store, day, clock)
    async with at_window(store, clock) as operator:
        before = store.revision()
        await scan(operator.pilot, scanned)
        await operator.until_seen(f"! {said}")
        assert store.revision() == before


async def test_what_is_no_ticket_is_refused(store: Store, clock: MovableClock) -> None:
    days.serving(store, clock)
    async with at_window(store, clock) as operator:
        for text in ("4760001234567", "HTTPS://EXAMPLE.COM/WHO/ARE/YOU", "NFFFNXH"):
            before = store.revision()
            await scan(operator.pilot, text)
            await operator.until_seen("! There is no ticket with this code.")
            assert store.revision() == before
            clock.advance(11)
            await operator.until(lambda: "!" not in operator.sees)


async def test_a_scanned_no_show_answers_which_one_waits_again(store: Store, clock: MovableClock) -> None:
    scanned = code(store, days.not_come, clock)
    async with at_window(store, clock) as operator:
        await operator.press("v")
        await operator.until_seen("Which no-show waits again?")
        await scan(operator.pilot, scanned)
        await operator.until_seen("● A002 waits again")


async def test_a_scan_into_another_question_answers_nothing(store: Store, clock: MovableClock) -> None:
    scanned = code(store, days.serving, clock)
    async with at_window(store, clock) as operator:
        await operator.press("h")
        await operator.until_seen("Why is A002 put on hold?")
        await scan(operator.pilot, scanned)
        await operator.pilot.pause(0.2)
        assert operator.app.screen.query_one(Input).value == ""
        assert operator.hand == ("A002", "serving")


async def test_a_scan_where_one_signs_on_shows_nothing(store: Store, clock: MovableClock) -> None:
    scanned = code(store, days.called, clock)
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await operator.until_seen("Sign on to use this window.")
        await scan(operator.pilot, scanned)
        await operator.pilot.pause(0.2)
        assert "A002" not in operator.sees
        assert operator.hand == ("A002", "called")
