"""A ticket that is held before the scanner at the supervisor's screen."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from data import setup, visitor
from data.centre import read
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.data.people.staff import PINS, SIGNED, staff
from tests.display.supervisor.at_supervisor import AtSupervisor, at_supervisor
from tests.screens import scan

STORY = "The story of A002"


@pytest.fixture
def codes(store: Store) -> list[str]:
    """The codes of A001 and A002, who wait."""
    return [visitor.take(store, service="id-card").code for _ in range(2)]


@pytest.fixture
def signed(tmp_path: Path, clock: MovableClock) -> Iterator[Store]:
    """The store of a centre where one signs on."""
    setup.init(str(tmp_path / "signed.db"), read(SIGNED, "centre.toml"), clock=clock)
    with Store.open(str(tmp_path / "signed.db"), clock=clock) as store:
        yield store


async def scanned(it: AtSupervisor, text: str) -> None:
    """A code that changes nothing, whatever stands on it."""
    before = it.store.revision()
    await scan(it.pilot, text)
    await it.pilot.pause(0.2)
    assert it.store.revision() == before


@pytest.mark.parametrize("written", ["{code}", "HTTP://192.168.0.5:8080/{code}", "HTTPS://TST.WRFVZ.AZ/{code}"])
async def test_a_ticket_tells_its_story_and_presses_nothing(
    store: Store, clock: MovableClock, codes: list[str], written: str
) -> None:
    async with at_supervisor(store, clock) as it:
        for _ in range(2):
            await scanned(it, written.format(code=codes[1]))
            await it.until_seen(STORY, "Ticket taken for: Identity card.")
            clock.advance(1)
        await it.press("escape")
        await it.until(lambda: "The story of" not in it.sees)
        assert it.app.page == 0


async def test_the_next_ticket_takes_the_place_of_the_last(store: Store, clock: MovableClock, codes: list[str]) -> None:
    async with at_supervisor(store, clock) as it:
        await scanned(it, codes[1])
        await it.until_seen(STORY)
        await scanned(it, codes[0])
        await it.until_seen("The story of A001")
        await it.press("escape")
        await it.until(lambda: "The story of" not in it.sees)


async def test_a_booking_without_a_number_tells_its_story(store: Store, clock: MovableClock) -> None:
    booked = visitor.book(store, service="id-card", at=MORNING + timedelta(days=1))
    async with at_supervisor(store, clock) as it:
        await scanned(it, booked.qr)
        await it.until_seen("│  Identity card", "Appointment made for")


@pytest.mark.parametrize("text", ["4760001234567", "HTTPS://EXAMPLE.COM/TT/WT", "NOVBE:00000000000000000", "A00001"])
async def test_what_is_no_ticket_is_refused(store: Store, clock: MovableClock, codes: list[str], text: str) -> None:
    async with at_supervisor(store, clock) as it:
        await scanned(it, text)
        await it.until_seen("! There is no ticket with this code.")
        assert len(it.app.screen_stack) == 1


async def test_the_question_for_a_story_is_answered(store: Store, clock: MovableClock, codes: list[str]) -> None:
    async with at_supervisor(store, clock) as it:
        await it.press("s")
        await it.until_seen("Which ticket's story?")
        await scanned(it, codes[1])
        await it.until_seen(STORY)
        await it.press("escape")
        await it.until(lambda: len(it.app.screen_stack) == 1)


@pytest.mark.parametrize("key", ["t", "w", "r", "d"])
async def test_no_other_question_is_answered(store: Store, clock: MovableClock, codes: list[str], key: str) -> None:
    async with at_supervisor(store, clock) as it:
        await it.press(key)
        await it.asked()
        before = it.sees
        await scanned(it, f"HTTP://192.168.0.5:8080/{codes[1]}")
        assert it.sees == before


async def test_where_one_signs_on_nothing_is_told(signed: Store, clock: MovableClock) -> None:
    code = visitor.take(signed, service="tax").code
    staff(signed)
    async with at_supervisor(signed, clock) as it:
        await it.until_seen("Name", "PIN")
        await scanned(it, code)
        assert "B001" not in it.sees
        assert it.app.entrance.shut


async def test_a_locked_screen_tells_nothing(signed: Store, clock: MovableClock) -> None:
    code = visitor.take(signed, service="tax").code
    staff(signed)
    async with at_supervisor(signed, clock) as it:
        await it.press(*"Leyla", "enter", *PINS["Leyla"], "enter")
        await it.until_seen("Tax")
        await it.press("l")
        await it.until_seen("This screen is locked")
        await scanned(it, f"HTTP://Q.EXAMPLE.AZ/{code}")
        assert "B001" not in it.sees
        assert it.app.entrance.shut
