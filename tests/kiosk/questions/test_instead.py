"""A service that gives no tickets says why, when it does again, and what there is instead."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import visitor
from data.store import Store
from kiosk.questions.asked import question
from kiosk.visit.question import BACK, BOOK
from kiosk.visit.steps import asked
from tests.kiosk.centres import TWO, a_centre
from tests.kiosk.kiosks import EACH_SIZE, running
from tests.kiosk.walks import FULL, MORNING, Walk, a_ticket, offered

FIRST, SECOND, OTHER = "agency-1-service-1", "agency-1-service-2", "agency-2-service-1"
TOMORROW = datetime(2026, 11, 26, 9, tzinfo=UTC)
HOURS = 'hours = { mon-fri = ["09:00-18:00"] }'


def test_a_closed_service_says_when_it_opens_and_offers_others_of_its_agency_first() -> None:
    walk = Walk(offered(closed=[FIRST], opens=TOMORROW))
    walk.choose("en", "agency-1")
    assert question(walk.visit, walk.offered).choices[0].detail == "Opens: Thu, Nov 26, 09:00"
    walk.choose(FIRST)
    asked = question(walk.visit, walk.offered)
    assert (walk.visit.step, asked.title) == ("instead", "Identity card")
    assert "Thursday, November 26, 2026, 09:00" in asked.text
    assert [one.service for one in asked.choices] == [SECOND, OTHER]
    assert walk.choose(BACK).step == "service"
    walk.choose(FIRST)
    assert walk.choose(SECOND).service == SECOND


def test_one_that_opens_today_says_only_the_time() -> None:
    walk = Walk(offered(closed=[FIRST], opens=MORNING.replace(hour=14)))
    walk.choose("en", "agency-1")
    assert question(walk.visit, walk.offered).choices[0].detail == "Opens at 14:00"


def test_one_that_a_supervisor_has_stopped_says_so() -> None:
    found = offered(closed=[FIRST], opens=TOMORROW)
    stopped = replace(found.offers[FIRST], stopped=True)
    walk = Walk(replace(found, offers={**found.offers, FIRST: stopped}))
    walk.choose("en", "agency-1")
    assert question(walk.visit, walk.offered).choices[0].detail == "Opens: Thu, Nov 26, 09:00"
    walk.choose(FIRST)
    said = "No more tickets are given for this service today. It opens again: Thursday, November 26, 2026, 09:00."
    assert question(walk.visit, walk.offered).text == said


def test_a_full_service_that_can_be_booked_offers_its_first_free_time() -> None:
    walk = Walk(offered(full=[FIRST], bookable=True))
    walk.choose("en", "agency-1")
    looking = walk.choose(FIRST)
    assert (looking.step, looking.errand) == ("looking", "slot")
    walk.answer(TOMORROW)
    asked = question(walk.visit, walk.offered)
    assert (asked.choices[0].name, asked.choices[0].detail) == ("Appointment", "Thu, Nov 26, 09:00")
    booking = walk.choose(BOOK)
    assert (booking.step, booking.errand, booking.slot) == ("taking", "book", TOMORROW)
    assert walk.answer(a_ticket("booked", slot=TOMORROW)).step == "ticket"


async def test_when_a_service_opens_is_whole_below_its_name(tmp_path: Path) -> None:
    names = {"Interior": ["Registration of vehicles", "Passport"], "Tax": ["Company"]}
    centre = a_centre(names, ["az", "en", "ru", "fr", "es"], each='hours = { mon = ["09:00-10:00"] }')
    *closed, last = centre.services
    some_open = centre.model_copy(update={"services": (*closed, last.model_copy(update={"hours": None}))})
    async with running(tmp_path, some_open) as kiosk:
        for language in "12345":
            await kiosk.press(language, "1")
            await kiosk.reach("service")
            assert re.search("30.*, 09:00", kiosk.shown)
            assert "…" not in kiosk.shown
            await kiosk.press("0", "0")


async def test_what_there_is_instead_stands_on_one_page_of_the_smallest_screen(tmp_path: Path) -> None:
    centre = a_centre({"Interior": [f"Service {at}" for at in range(6)]}, ["en"], each='quota = 1\nduration = "10m"')

    def fill(store: Store) -> None:
        visitor.take(store, service=FIRST)

    async with running(tmp_path, centre, before=fill) as kiosk:
        await kiosk.press("1")
        await kiosk.shows("Appointment")
        assert len(kiosk.targets) == 5
        assert "Next page" not in kiosk.shown


def test_without_a_free_time_only_other_services_are_offered() -> None:
    walk = Walk(offered(full=[FIRST], bookable=True))
    walk.choose("en", "agency-1", FIRST)
    walk.answer(None)
    assert walk.names() == ["Passport", "Company"]


def test_a_ticket_and_a_booking_of_one_visit_have_keys_of_their_own() -> None:
    walk = Walk(offered(full=[FIRST], bookable=True))
    walk.choose("en", "agency-1", FIRST)
    walk.answer(TOMORROW)
    first = walk.choose(BOOK).key
    assert first
    walk.visit = walk.visit.refused(FULL, walk.now)
    walk.wait(10)
    assert walk.choose(SECOND).key != first


def test_a_centre_that_is_shut_says_so_after_the_language_and_leads_home() -> None:
    everything = [one.id for one in TWO.current_services]
    walk = Walk(offered(closed=everything, opens=TOMORROW))
    assert asked(walk.offered) == ("language", "shut")
    assert walk.choose("en").step == "shut"
    said = question(walk.visit, walk.offered)
    assert "Thursday, November 26, 2026, 09:00" in said.text
    assert walk.choose(BACK).step == "language"


def test_whoever_is_choosing_when_it_closes_is_told() -> None:
    walk = Walk(offered())
    walk.choose("en", "agency-1")
    closed = offered(closed=[one.id for one in TWO.current_services], opens=TOMORROW)
    assert walk.visit.within(closed, walk.now).step == "shut"


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_a_full_service_says_so_and_a_booking_is_taken(tmp_path: Path, size: tuple[int, int]) -> None:
    centre = a_centre({"Only": ["One", "Two"]}, ["en"], HOURS, each='quota = 1\nduration = "30m"')

    def fill(store: Store) -> None:
        visitor.take(store, service=FIRST)

    async with running(tmp_path, centre, size, fill) as kiosk:
        assert "No more tickets today" in kiosk.shown
        await kiosk.press("1")
        await kiosk.shows("All tickets of this service are taken for today.")
        await kiosk.shows("Thu, Nov 26, 09:00")
        await kiosk.press("1")
        await kiosk.reach("ticket")
        await kiosk.shows("Your appointment")
        await kiosk.shows("Thursday, November 26, 2026")
        await kiosk.shows("08:30")
        await kiosk.shows("09:10")
        assert kiosk.acts() == ["take", "book"]


async def test_a_closed_centre_says_so_and_opens_by_the_clock(tmp_path: Path) -> None:
    centre = a_centre({"Only": ["One", "Two"]}, ["en"], HOURS)
    async with running(tmp_path, centre) as kiosk:
        await kiosk.shows("Choose a service")
        await kiosk.after(12 * 3600)
        await kiosk.shows("No tickets are given now. The centre opens again: Thursday, November 26, 2026, 09:00.")
        await kiosk.after(12 * 3600)
        await kiosk.shows("0 people ahead")


async def test_a_closed_service_is_left_for_another_by_keypad(tmp_path: Path) -> None:
    each = 'hours = { sun = ["10:00-11:00"] }'
    text = a_centre({"Only": ["One"]}, ["en"], each=each)
    centre = a_centre({"Only": ["One"], "Two": ["Open"]}, ["en"])
    closed = text.services[0].model_copy(update={"agency": "agency-1"})
    centre = centre.model_copy(update={"services": (closed, centre.services[1])})
    async with running(tmp_path, centre) as kiosk:
        await kiosk.press("1")
        await kiosk.shows("It opens again: Sunday, November 29, 2026, 10:00")
        await kiosk.press("1")
        await kiosk.reach("ticket")
        await kiosk.shows("Open")
