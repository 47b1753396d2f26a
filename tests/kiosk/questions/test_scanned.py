"""A code before the scanner: the ticket's place and what its holder may do, or the check-in of a booking."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from data import visitor
from data.store import Store
from data.views import Ticket
from kiosk.questions.asked import question
from kiosk.visit.looked import Looked
from kiosk.visit.question import BACK, CANCEL
from kiosk.visit.visit import NOT_OURS
from tests.clocks import MORNING
from tests.kiosk.centres import a_centre
from tests.kiosk.kiosks import EACH_SIZE, running
from tests.kiosk.scans import scan
from tests.kiosk.walks import Walk, a_ticket

CENTRE = a_centre({"Only": ["One", "Two"]}, ["az", "en"], each='duration = "10m"')
SLOT = MORNING + timedelta(hours=1)


def test_a_code_begins_a_new_visit_in_the_language_of_its_ticket() -> None:
    walk = Walk()
    walk.choose("ru", "text:large")
    walk.visit = walk.visit.scanned("C", walk.offered, walk.now)
    assert (walk.visit.step, walk.visit.language) == ("looking", "")
    walk.answer(Looked(a_ticket(language="en")))
    assert (walk.visit.step, walk.visit.language) == ("scanned", "en")
    assert walk.visit.comfort.text == "small"
    assert question(walk.visit, walk.offered).text == "0 people ahead"


def test_anything_else_gets_one_sentence_and_leads_back() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    walk.visit = walk.visit.scanned("", walk.offered, walk.now)
    assert (walk.visit.step, walk.visit.text) == ("told", NOT_OURS)
    assert walk.wait(10).step == "service"


def test_nothing_is_scanned_while_a_ticket_is_being_taken() -> None:
    walk = Walk()
    taking = walk.choose("en", "agency-2")
    assert taking.scanned("C", walk.offered, walk.now) is taking


def test_a_ticket_is_cancelled_only_when_asked_once_more() -> None:
    walk = Walk()
    walk.visit = walk.visit.scanned("C", walk.offered, walk.now)
    walk.answer(Looked(a_ticket(language="en")))
    assert walk.choose(CANCEL).step == "sure"
    assert question(walk.visit, walk.offered).choices[0].name == "No, keep it"
    assert walk.choose(BACK).step == "scanned"
    assert walk.choose(CANCEL, CANCEL).errand == "cancel"
    assert walk.answer(a_ticket("cancelled")).text == "Your ticket is cancelled."
    assert walk.wait(10).step == "language"


@pytest.mark.parametrize("state", ["served", "cancelled", "expired", "no-show", "called", "serving", "removed"])
def test_what_is_over_is_only_told(state: str) -> None:
    walk = Walk()
    walk.visit = walk.visit.scanned("C", walk.offered, walk.now)
    walk.answer(Looked(a_ticket(state, language="en")))
    asked = question(walk.visit, walk.offered)
    assert (asked.choices, asked.back) == ((), True)
    assert asked.text


def test_a_ticket_that_changes_goes_on_as_long_as_before() -> None:
    walk = Walk()
    walk.visit = walk.visit.scanned("C", walk.offered, walk.now)
    walk.answer(Looked(a_ticket(language="en")))
    for _ in range(7):
        walk.wait(10)
        walk.visit = walk.visit.kept_up(a_ticket("on-hold", language="en"))
        assert walk.visit.step == "scanned"
    assert walk.wait(10).step == "language"


def test_another_ticket_is_not_shown_in_its_place() -> None:
    walk = Walk()
    walk.visit = walk.visit.scanned("C", walk.offered, walk.now)
    before = walk.answer(Looked(a_ticket(language="en")))
    assert before.kept_up(a_ticket("cancelled", "D")) is before
    asked = walk.choose(CANCEL, CANCEL)
    assert asked.kept_up(a_ticket("called")) is asked


def test_a_booking_that_is_given_up_elsewhere_says_so() -> None:
    walk = Walk()
    walk.visit = walk.visit.scanned("C", walk.offered, walk.now)
    walk.answer(Looked(a_ticket("booked", slot=SLOT, language="en"), text="It is too soon."))
    assert question(walk.visit.kept_up(a_ticket("booked", slot=SLOT)), walk.offered).text == "It is too soon."
    walk.visit = walk.visit.kept_up(replace(a_ticket("cancelled"), ahead=None))
    assert question(walk.visit, walk.offered).text == "This ticket has been cancelled."


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_a_ticket_shows_its_place_and_is_cancelled_by_keypad(tmp_path: Path, size: tuple[int, int]) -> None:
    tickets: list[Ticket] = []

    def take(store: Store) -> None:
        tickets.extend(visitor.take(store, service="agency-1-service-1", language="en") for _ in range(3))

    async with running(tmp_path, CENTRE, size, take) as kiosk:
        await scan(kiosk, tickets[2].qr)
        await kiosk.shows("Ticket A003")
        await kiosk.shows("2 people ahead")
        await kiosk.press("1")
        await kiosk.shows("Cancel this ticket?")
        await kiosk.press("2")
        await kiosk.shows("Your ticket is cancelled.")
        assert kiosk.acts() == ["take", "take", "take", "cancel"]


async def test_a_scan_presses_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, CENTRE) as kiosk:
        await kiosk.press("2", "down")
        await scan(kiosk, "4006381333931")
        await kiosk.shows("This is not a code of a ticket.")
        await kiosk.press("x")
        assert (kiosk.app.visit.step, kiosk.focused) == ("service", "Two")
        assert kiosk.acts() == []


async def test_a_code_that_nobody_has_gets_a_sentence(tmp_path: Path) -> None:
    async with running(tmp_path, CENTRE) as kiosk:
        await scan(kiosk, "NOVBE:00000000000000000")
        await kiosk.shows("There is no ticket with this code.")
        await kiosk.press("x")
        await kiosk.reach("language")


async def test_a_booking_is_cancelled_by_its_name(tmp_path: Path) -> None:
    tickets: list[Ticket] = []

    def book(store: Store) -> None:
        tickets.append(visitor.book(store, service="agency-1-service-1", at=SLOT, language="en"))

    async with running(tmp_path, CENTRE, before=book) as kiosk:
        await scan(kiosk, tickets[0].code)
        await kiosk.shows("Cancel this appointment")
        await kiosk.press("1")
        await kiosk.shows("Cancel this appointment?")
        await kiosk.press("2")
        await kiosk.shows("Your appointment is cancelled.")
        assert kiosk.acts() == ["book", "cancel"]


@pytest.mark.parametrize("typed", [False, True])
async def test_a_booking_is_checked_in(tmp_path: Path, typed: bool) -> None:
    tickets: list[Ticket] = []

    def book(store: Store) -> None:
        tickets.append(visitor.book(store, service="agency-1-service-1", at=SLOT, language="en"))

    async with running(tmp_path, CENTRE, before=book) as kiosk:
        await scan(kiosk, tickets[0].code)
        await kiosk.shows("It is too soon to check in. Please come back at 10:50.")
        assert kiosk.acts() == ["book"]
        await kiosk.press("0")
        await kiosk.after(40 * 60)
        if typed:
            await kiosk.press("2", "asterisk")
            await kiosk.press("plus", "2")
            await kiosk.shows("Hold your code before the scanner, or type it.")
            await kiosk.press(*tickets[0].code.lower())
        else:
            await scan(kiosk, tickets[0].qr)
        await kiosk.reach("ticket")
        assert kiosk.app.visit.ticket
        assert kiosk.app.visit.ticket.ticket == "A001"
        assert kiosk.acts() == ["book", "check-in"]


async def test_who_comes_too_late_is_told_why_the_ticket_is_a_normal_one(tmp_path: Path) -> None:
    tickets: list[Ticket] = []

    def book(store: Store) -> None:
        tickets.append(visitor.book(store, service="agency-1-service-1", at=SLOT, language="en"))

    async with running(tmp_path, CENTRE, before=book) as kiosk:
        await kiosk.after(90 * 60)
        await scan(kiosk, tickets[0].qr)
        await kiosk.shows("You come after the time of your appointment.")
        await kiosk.after(10)
        await kiosk.shows("Your number")
        assert kiosk.app.visit.ticket
        assert kiosk.app.visit.ticket.state == "waiting"
