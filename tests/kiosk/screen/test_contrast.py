"""What can be read: every text at 7:1, every edge and mark of the focus at 3:1, and all without colours."""

import pytest
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from kiosk.screen.targets import Targets
from kiosk.visit.comfort import Comfort
from tests.kiosk.kiosks import EACH_SIZE, SIZES
from tests.kiosk.stage import COMFORTS, SCREENS, Stage, shown
from tests.screens import contrast, text

TEXT, EDGE = 7, 3
EDGES = range(0x2500, 0x2580)
SOME = [(SIZES[0], COMFORTS), (SIZES[1], COMFORTS[1:5])]
ALL = [(size, COMFORTS) for size in SIZES]


def faint(pilot: Pilot[None]) -> list[str]:
    """What has too little contrast; half blocks are parts of big letters and so text."""
    found = []
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            signs = segment.text.replace(" ", "")
            least = EDGE if signs and all(ord(sign) in EDGES for sign in signs) else TEXT
            if signs and segment.style and ratio(segment.style) < least:
                found.append(f"{segment.text} {segment.style}")
    return found


def ratio(style: Style) -> float:
    assert style.color
    assert style.bgcolor
    ink, paper = (Color.from_rich_color(colour) for colour in (style.color, style.bgcolor))
    return contrast(ink, paper)


async def assert_strong(size: tuple[int, int], comforts: list[Comfort], language: str) -> None:
    async with Stage().run_test(size=size) as pilot:
        for comfort in comforts:
            for screen in SCREENS:
                await shown(pilot, screen, comfort, language)
                assert not faint(pilot), (comfort, screen)
                await pilot.press("tab")


@pytest.mark.parametrize(("size", "comforts"), SOME)
async def test_everything_stands_out(size: tuple[int, int], comforts: list[Comfort]) -> None:
    await assert_strong(size, comforts, "en")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["az", "ru", "fr", "es"])
@pytest.mark.parametrize(("size", "comforts"), ALL)
async def test_everything_stands_out_in_every_language(
    size: tuple[int, int], comforts: list[Comfort], language: str
) -> None:
    await assert_strong(size, comforts, language)


@pytest.mark.parametrize("comfort", COMFORTS)
async def test_the_focus_stands_out_from_what_is_around_it(comfort: Comfort) -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "agencies", comfort)
        focused, screen = view.focused, pilot.app.screen
        assert focused
        assert contrast(focused.styles.background, screen.styles.background) >= EDGE


@pytest.mark.parametrize("comfort", COMFORTS[::2])
async def test_without_colours_the_focus_and_what_is_in_use_are_seen(
    monkeypatch: pytest.MonkeyPatch, comfort: Comfort
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "services", comfort)
        assert not faint(pilot)
        here = text(pilot)
        assert f"[{ {'small': 'A-', 'medium': 'A', 'large': 'A+'}[comfort.text] }]" in here
        assert view.moved("tab")
        await pilot.pause()
        there = text(pilot)
        assert here != there
        assert "┏" in here
        assert "┏" in there
        await shown(pilot, "services", Comfort(comfort.text, contrast=True))
        assert "[◧]" in text(pilot)


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("comfort", COMFORTS)
async def test_the_focus_is_always_seen(comfort: Comfort, size: tuple[int, int]) -> None:
    async with Stage().run_test(size=size) as pilot:
        view = await shown(pilot, "agencies", comfort)
        targets = view.query_one(Targets)
        for _ in range(len(targets.shown) + 7):
            assert view.focused
            assert pilot.app.screen.region.contains_region(view.focused.region)
            await pilot.pause()
            assert text(pilot).count("┏") == 1
            view.moved("tab")
