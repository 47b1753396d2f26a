"""The whole way of a visitor, in three sizes, by keyboard alone and by mouse alone."""

from pathlib import Path

import pytest

from data.centre import default
from kiosk.screen.target import Target
from kiosk.screen.targets import Targets
from tests.kiosk.centres import TWO, a_centre
from tests.kiosk.kiosks import EACH_SIZE, running


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_enter_alone_leads_to_a_ticket(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, default(), size) as kiosk:
        await kiosk.press("enter", "enter", "enter")
        await kiosk.reach("ticket")
        assert kiosk.acts() == ["take"]


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_number_keys_lead_to_a_ticket_and_a_key_leads_home(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as kiosk:
        await kiosk.press("2")
        await kiosk.shows("Choose an agency")
        await kiosk.press("1")
        await kiosk.shows("Choose a service")
        assert "0 people ahead" in kiosk.shown
        await kiosk.press("2")
        await kiosk.shows("Your number")
        assert "Passport" in kiosk.shown
        await kiosk.press("x")
        await kiosk.shows("Выберите язык")


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_taps_alone_lead_there_back_and_home(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as kiosk:
        await kiosk.tap("Русский")
        await kiosk.tap("Interior")
        await kiosk.shows("Выберите услугу")
        await kiosk.tap("Назад")
        await kiosk.tap("Назад")
        await kiosk.tap("English")
        await kiosk.tap("Tax")
        await kiosk.shows("Your number")
        kiosk.clock.advance(1)
        await kiosk.pilot.click(offset=(size[0] // 2, size[1] // 2))
        await kiosk.shows("Выберите язык")
        assert kiosk.acts() == ["take"]


async def test_arrows_and_tab_move_the_focus_that_a_mark_shows(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        assert "▶  1   Azərbaycanca" in kiosk.shown
        assert kiosk.shown.count("▶") == 1
        await kiosk.press("down", "tab")
        assert kiosk.focused == "Русский"
        await kiosk.press("shift+tab", "down", "up", "enter")
        await kiosk.shows("Choose an agency")
        await kiosk.press("escape")
        await kiosk.shows("Выберите язык")


async def test_every_screen_begins_with_the_focus_on_its_first_target(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("down", "enter")
        assert kiosk.focused == "Interior"
        await kiosk.press("down", "up", "enter")
        assert kiosk.focused == "Identity card"


async def test_one_language_and_one_agency_are_not_asked(tmp_path: Path) -> None:
    async with running(tmp_path, a_centre({"Only": ["One", "Two"]}, ["en"])) as kiosk:
        assert "Choose a service" in kiosk.shown
        assert "Back" not in kiosk.shown
        await kiosk.press("1")
        await kiosk.reach("ticket")


async def test_the_people_ahead_change_while_they_are_shown(tmp_path: Path) -> None:
    from data import visitor

    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "1", "down")
        with kiosk.open() as store:
            visitor.take(store, service="agency-1-service-1")
        await kiosk.shows("1 person ahead")
        assert kiosk.focused == "Passport"


async def test_twenty_five_agencies_stand_on_pages(tmp_path: Path) -> None:
    centre = a_centre({f"Agency {at}": ["a", "b"] for at in range(1, 26)}, ["en"])
    async with running(tmp_path, centre) as kiosk:
        seen = [name for name in names(kiosk.targets) if name.startswith("Agency")]
        while kiosk.app.query_one(Targets).next.display:
            await kiosk.tap("Next page")
            seen += [name for name in names(kiosk.targets) if name.startswith("Agency")]
        assert seen == [f"Agency {at}" for at in range(1, 26)]
        await kiosk.press("pageup", "minus", "plus")
        assert "Previous page" in kiosk.shown


async def test_five_hundred_services_are_reached_by_enter_alone(tmp_path: Path) -> None:
    centre = a_centre({"Agency": [f"Service {at}" for at in range(1, 501)]}, ["en"])
    async with running(tmp_path, centre) as kiosk:
        await kiosk.press("plus")
        first = kiosk.focused
        assert first != "Service 1"
        await kiosk.press("enter")
        await kiosk.reach("ticket")
        assert first in kiosk.shown


def names(targets: list[Target]) -> list[str]:
    return [target.choice.name for target in targets if target.choice]


@pytest.mark.parametrize("name", ["[/]", "Tax [A]", "🎉🎉 праздник", "x" * 200, "[b]bold[/b] $name {n}"])
async def test_hostile_names_harm_nothing(tmp_path: Path, name: str) -> None:
    async with running(tmp_path, a_centre({name: [name, name], "Other": [name]})) as kiosk:
        await kiosk.press("2")
        assert name[:20] in kiosk.shown
        await kiosk.press("1")
        assert name[:20] in kiosk.shown
        await kiosk.press("1")
        await kiosk.reach("ticket")
        assert name[:20] in kiosk.shown


async def test_a_resize_keeps_the_place(tmp_path: Path) -> None:
    async with running(tmp_path, TWO) as kiosk:
        await kiosk.press("2", "1", "down")
        await kiosk.pilot.resize_terminal(120, 34)
        await kiosk.pilot.pause()
        assert kiosk.focused == "Passport"
        assert all(target.region.bottom <= 34 for target in kiosk.targets)


async def test_a_small_terminal_is_told_how_large_it_must_be(tmp_path: Path) -> None:
    async with running(tmp_path, size=(79, 24)) as kiosk:
        await kiosk.shows("80 x 24")
