"""Nothing is cut and nothing scrolls, in every size of the screen and of the text, in every language."""

import subprocess
import sys
from collections.abc import Sequence

import pytest
from _pytest.mark import ParameterSet

from display.parts.qr import QR
from kiosk.screen.notice import Notice
from kiosk.screen.targets import Targets
from kiosk.screen.ticket import TicketView
from kiosk.screen.view import View
from kiosk.visit.comfort import STEPS, Comfort
from kiosk.visit.question import NEXT, Choice
from tests.kiosk.codes import decoded
from tests.kiosk.kiosks import EACH_SIZE, SIZES
from tests.kiosk.stage import SCREENS, Stage, cut, shown
from tests.screens import text

LANGUAGES = ["az", "en", "ru", "fr", "es"]


def each_with_each(sizes: Sequence[tuple[int, int]], languages: Sequence[str]) -> list[ParameterSet]:
    """Every size with every language; all but one size of each language take their time."""
    pairs = [(at, size, language) for at, size in enumerate(sizes) for language in languages]
    quick = [(at % len(sizes), language) for at, language in enumerate(languages)]
    return [
        pytest.param(size, language, marks=() if (at, language) in quick else pytest.mark.slow)
        for at, size, language in pairs
    ]


@pytest.mark.parametrize(("size", "language"), each_with_each(SIZES, LANGUAGES))
async def test_every_screen_is_whole(size: tuple[int, int], language: str) -> None:
    async with Stage().run_test(size=size) as pilot:
        for step in STEPS:
            for screen in SCREENS:
                view = await shown(pilot, screen, Comfort(step), language)
                assert not list(cut(view)), (step, screen)
                assert "…" not in text(pilot), (step, screen)


@pytest.mark.parametrize(("size", "language"), each_with_each(SIZES, LANGUAGES[:3]))
async def test_every_page_is_whole(size: tuple[int, int], language: str) -> None:
    async with Stage().run_test(size=size) as pilot:
        for step in STEPS:
            targets, seen = pilot.app.query_one(Targets), set()
            targets.first = 0
            view = await shown(pilot, "services", Comfort(step), language)
            for _ in targets.pages:
                seen |= {one.choice.id for one in targets.choices if one.display and one.choice}
                assert not list(cut(view)), step
                targets.turned(Choice(NEXT, ""))
                await pilot.pause()
            assert len(seen) == 20


@pytest.mark.parametrize("screen", ["ticket", "far_ticket"])
@pytest.mark.parametrize("size", EACH_SIZE)
async def test_the_ticket_has_all_its_facts_and_a_code_that_is_read(size: tuple[int, int], screen: str) -> None:
    async with Stage().run_test(size=size) as pilot:
        for step in STEPS:
            view = await shown(pilot, screen, Comfort(step))
            assert decoded(pilot) == view.query_one(QR).payload
            said = words_on(view)
            while view.turned():
                await pilot.pause()
                assert not list(cut(view))
                said += words_on(view)
            for fact in "12 people ahead", "Benefits and social assistance", "Take a photo of this code and keep it":
                assert fact in " ".join(said.split()), step


def words_on(view: View) -> str:
    """What stands on the ticket, in letters of any size."""
    shown = [one for one in view.query_one(TicketView).query("Letters") if one.display]
    lines = [line for one in shown if one.parent and one.parent.display for line in one.block.lines]  # type: ignore[attr-defined]
    more = view.query_one("#more", Notice)
    return " ".join([*lines, *(more.faces[more.face].lines if more.display else ())]) + " "


async def test_sentences_too_long_for_the_screen_follow_each_other() -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "told", Comfort("large"))
        notice = view.query_one("#notice", Notice)
        read = " ".join(notice.faces[0].lines)
        while view.turned():
            read += " " + " ".join(notice.faces[notice.face].lines)
        assert read.startswith("All tickets of this service")
        assert read.endswith("or come back tomorrow.")
        assert not view.turned()


async def test_where_nobody_presses_they_follow_each_other_in_turn() -> None:
    async with Stage().run_test(size=(80, 24)) as pilot:
        view = await shown(pilot, "broken", Comfort("large"))
        notice = view.query_one("#notice", Notice)
        seen = []
        for _ in range(len(notice.faces) + 1):
            seen.append(notice.faces[notice.face])
            view.turn_around()
        assert len(set(seen)) == len(notice.faces) > 1
        assert seen[-1] == seen[0]


def test_nothing_is_imported_to_draw_big_letters_before_they_are_wanted() -> None:
    program = """
import asyncio, sys
from kiosk.visit.comfort import Comfort
from tests.kiosk.stage import Stage, shown
async def main():
    async with Stage().run_test(size=(80, 24)) as pilot:
        await shown(pilot, "agencies")
        assert "PIL" not in sys.modules
        await shown(pilot, "agencies", Comfort("medium"))
        assert "PIL" in sys.modules
asyncio.run(main())
"""
    subprocess.run([sys.executable, "-c", program], check=True)
