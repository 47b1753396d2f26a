"""The tools at the top of every screen: reached by touch, by keys, and by a numeric keypad alone."""

import pytest
from textual.geometry import Offset

from kiosk.screen.targets import Targets
from kiosk.screen.tools import IDS, Tools
from kiosk.visit.comfort import STEPS, Comfort, Text
from kiosk.visit.question import READ, SETTINGS
from tests.kiosk.kiosks import EACH_SIZE
from tests.kiosk.stage import SCREENS, Stage, shown
from tests.screens import text


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("size", EACH_SIZE)
async def test_they_stand_on_every_screen_and_are_large_enough(size: tuple[int, int], screen: str) -> None:
    async with Stage().run_test(size=size) as pilot:
        for step in STEPS:
            view = await shown(pilot, screen, Comfort(step))
            found = [tool.region for tool in view.query_one(Tools).shown]
            assert len(found) == len(IDS)
            assert all(place.width >= 10 and place.height >= 3 and place.y == 0 for place in found)
            assert all(pilot.app.screen.region.contains_region(place) for place in found)


async def test_a_tap_says_which_and_leaves_the_focus_where_it_is() -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "agencies")
        before = view.focused
        for tool in view.query_one(Tools).shown:
            await pilot.click(offset=tool.region.offset + Offset(5, 1))
        app = pilot.app
        assert isinstance(app, Stage)
        assert [choice.id for choice in app.tapped if choice] == list(IDS)
        assert view.focused is before


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_keypad_has_a_key_for_them_on_every_screen(screen: str) -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        for at, step in enumerate(STEPS):
            following = STEPS[(at + 1) % len(STEPS)]
            view = await shown(pilot, screen, Comfort(step))
            meant = {key: view.meant(key) for key in ("slash", "full_stop", "asterisk")}
            assert {key: choice and choice.id for key, choice in meant.items()} == {
                "slash": f"text:{following}",
                "full_stop": READ,
                "asterisk": SETTINGS,
            }


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_volume_has_keys_on_every_screen(screen: str) -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, screen, Comfort())
        volumes = [choice and Comfort().after(choice.id) for choice in map(view.meant, ("f7", "f8"))]
        assert [changed and changed.volume for changed in volumes] == [2, 4]


async def test_each_key_is_shown_where_it_leads() -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        await shown(pilot, "agencies", Comfort("medium"))
        row = text(pilot).split("\n")[1]
        assert [part.strip() for part in row.replace("║", "│").split("│") if part.strip()] == [
            "A-",
            "[A]",
            "/  A+",
            "◧",
            ".  ◀))",
            "*  ≡",
        ]


@pytest.mark.parametrize("step", STEPS)
async def test_tab_reaches_them_after_the_choices_and_enter_means_the_one_with_the_focus(step: Text) -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "agencies", Comfort(step))
        for _ in view.query_one(Targets).shown:
            view.moved("tab")
        ids = []
        for _ in IDS:
            choice = view.meant("enter")
            assert choice
            ids.append(choice.id)
            view.moved("tab")
        assert ids == list(IDS)
        first = view.meant("enter")
        assert first
        assert first.id == "interior"


async def test_arrows_reach_them_as_well() -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "agencies")
        view.moved("up")
        assert view.focused in view.query_one(Tools).shown
        view.moved("down")
        assert view.focused in view.query_one(Targets).shown


async def test_where_nothing_is_asked_enter_means_no_tool() -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "agencies")
        view.moved("up")
        for screen in ("told", "ticket"):
            await shown(pilot, screen)
            assert view.meant("enter") is None


async def test_what_was_chosen_stays_on_the_screen_as_the_text_grows() -> None:
    async with Stage().run_test(size=(200, 60)) as pilot:
        view = await shown(pilot, "services", Comfort("small"))
        targets = view.query_one(Targets)
        for choice in ("+", "+"):
            meant = view.meant(choice)
            assert meant
            targets.turned(meant)
        first = targets.choices[0].choice
        for step in (*STEPS[1:], STEPS[0]):
            view = await shown(pilot, "services", Comfort(step))
            assert first in [one.choice for one in targets.choices if one.display]
            assert view.focused
            assert view.focused.display
