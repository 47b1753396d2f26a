"""How a visitor wants to see and hear is set on every screen, and gone with the visitor."""

from pathlib import Path

import pytest

from kiosk.visit.comfort import start
from kiosk.visit.question import BACK, SETTINGS
from tests.kiosk.centres import TWO
from tests.kiosk.kiosks import EACH_SIZE, running
from tests.kiosk.walks import Walk, a_ticket


def test_settings_lead_back_to_where_they_were_opened() -> None:
    for way in [[], ["en"], ["en", "agency-1"]]:
        walk = Walk()
        walk.choose(*way)
        before = walk.visit.step
        assert walk.choose(SETTINGS).step == "settings"
        assert walk.choose("text:large", "do:contrast", "do:quieter").step == "settings"
        assert walk.visit.comfort != start(TWO)
        assert walk.choose(BACK).step == before


def test_the_key_that_opens_the_settings_closes_them() -> None:
    assert Walk().choose("en", SETTINGS, SETTINGS).step == "agency"


def test_a_ticket_is_still_there_after_its_visitor_has_set_what_they_want() -> None:
    walk = Walk()
    walk.choose("en", "agency-2")
    walk.answer(a_ticket())
    assert walk.choose(SETTINGS, "text:medium", BACK).step == "ticket"
    assert walk.visit.ticket == a_ticket()
    assert walk.wait(20).comfort == start(TWO)


def test_a_change_while_the_ticket_is_taken_changes_nothing_else() -> None:
    walk = Walk()
    walk.choose("en", "agency-2", "do:contrast")
    assert walk.visit.step == "taking"


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_by_keypad_alone_in_the_largest_letters_to_a_ticket(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as kiosk:
        await kiosk.press("slash", "slash")
        assert kiosk.app.visit.comfort.text == "large"
        await kiosk.press("asterisk")
        await kiosk.reach("settings")
        await kiosk.press("0", "1", "plus" if size[0] == 80 else "5", "1", "1")
        await kiosk.reach("ticket")
        await kiosk.press("asterisk")
        await kiosk.reach("settings")
        await kiosk.press("1", "0")
        await kiosk.reach("ticket")
        assert kiosk.app.visit.comfort.text == "small"
        await kiosk.press("5")
        await kiosk.reach("language")
        assert kiosk.app.visit.comfort == start(TWO)
        assert kiosk.acts() == ["take"]


async def test_a_tap_on_a_tool_changes_the_theme_of_a_ticket_and_leaves_it_there(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 34)) as kiosk:
        await kiosk.press("2", "2")
        await kiosk.reach("ticket")
        kiosk.clock.advance(1)
        await kiosk.pilot.click(offset=(70, 1))
        await kiosk.pilot.pause()
        assert kiosk.app.visit.step == "ticket"
        assert kiosk.app.visit.comfort.contrast
        assert kiosk.app.theme != "novbe"
        await kiosk.after(20)
        await kiosk.reach("language")
        assert kiosk.app.theme == "novbe"
