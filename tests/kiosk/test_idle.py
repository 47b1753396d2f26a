"""A visitor who does nothing is asked, and then nothing of them remains."""

from pathlib import Path

import pytest

from kiosk.screen.notice import Notice
from kiosk.visit.question import SETTINGS
from kiosk.visit.visit import home
from tests.kiosk.centres import a_centre
from tests.kiosk.kiosks import EACH_SIZE, running
from tests.kiosk.walks import Walk, a_ticket


def test_after_a_minute_there_is_a_warning_and_after_twenty_seconds_more_the_beginning() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    assert not walk.wait(59).warned(walk.now)
    assert walk.wait(1).warned(walk.now)
    assert walk.visit.left(walk.now) == 20
    assert walk.wait(19).step == "service"
    assert walk.wait(1) == home(walk.offered, walk.now)


def test_whoever_answers_the_warning_stays_as_often_as_they_like() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    for _ in range(12):
        assert walk.wait(79).warned(walk.now)
        walk.visit = walk.visit.touched(walk.now)
        assert (walk.visit.step, walk.visit.warned(walk.now)) == ("service", False)


def test_nobody_is_asked_whether_they_are_there_before_anybody_was() -> None:
    walk = Walk()
    before = walk.visit
    assert walk.wait(3600) is before


def test_a_first_screen_with_other_comfort_goes_back_to_the_usual_one() -> None:
    walk = Walk()
    walk.choose("text:large", "do:contrast", "do:louder")
    assert walk.visit.comfort.contrast
    assert walk.wait(60).warned(walk.now)
    assert walk.wait(20) == home(walk.offered, walk.now)


def test_nothing_of_the_visitor_remains_wherever_they_left() -> None:
    for way in [["en"], ["en", "agency-1", SETTINGS], ["ru", SETTINGS, "text:large"], [SETTINGS, "do:contrast"]]:
        walk = Walk()
        walk.choose(*way)
        walk.wait(80)
        assert walk.visit == home(walk.offered, walk.now)


def test_a_ticket_keeps_its_own_limit() -> None:
    walk = Walk()
    walk.choose("en", "agency-2")
    walk.answer(a_ticket())
    assert not walk.wait(19).warned(walk.now)
    assert walk.wait(1).step == "language"


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_a_press_goes_on_with_the_same_question_page_and_focus(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as kiosk:
        await kiosk.press("2", "1", "down")
        assert kiosk.focused == "Passport"
        await kiosk.after(60)
        await kiosk.shows("Are you still there?")
        await kiosk.shows("closes in 20 seconds")
        await kiosk.after(5)
        await kiosk.shows("closes in 15 seconds")
        await kiosk.press("enter")
        await kiosk.shows("Choose a service")
        assert (kiosk.focused, kiosk.app.visit.step) == ("Passport", "service")
        await kiosk.after(61)
        await kiosk.shows("Are you still there?")
        await kiosk.pilot.click(offset=(size[0] // 2, size[1] // 2))
        await kiosk.shows("Choose a service")
        assert kiosk.acts() == []


async def test_the_last_page_is_still_there_after_a_warning(tmp_path: Path) -> None:
    centre = a_centre({"Agency": [f"Service {at}" for at in range(1, 40)]}, ["en"])
    async with running(tmp_path, centre) as kiosk:
        await kiosk.press("plus", "plus")
        shown = [one.choice.name for one in kiosk.targets if one.choice]
        await kiosk.after(70)
        await kiosk.shows("Are you still there?")
        await kiosk.press("1")
        assert [one.choice.name for one in kiosk.targets if one.choice] == shown
        await kiosk.after(80)
        await kiosk.shows("Service 1 ")


async def test_the_warning_of_the_first_screen_is_in_every_language(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("slash")
        await kiosk.after(60)
        asked = kiosk.app.query_one("#notice", Notice).texts
        assert [text.split("?")[0] for text in asked][1] == "Are you still there"
        assert len(asked) == 3
        await kiosk.after(20)
        assert kiosk.app.visit.comfort.text == "small"
        await kiosk.shows("Azərbaycanca")


async def test_a_large_warning_is_read_to_its_end_by_who_does_not_press(tmp_path: Path) -> None:
    async with running(tmp_path, size=(80, 24)) as kiosk:
        await kiosk.press("2", "/", "/")
        await kiosk.after(60)
        notice, seen = kiosk.app.query_one("#notice", Notice), set()
        for _ in range(15):
            seen.add(notice.face)
            await kiosk.after(1)
        assert kiosk.app.visit.warned(kiosk.app._clock())
        assert seen == set(range(len(notice.faces)))
        assert len(seen) > 1
