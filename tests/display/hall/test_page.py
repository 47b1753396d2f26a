"""What the hall says beside its calls: that it is closed, news, the sound, all queues in turn."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from data.board import Closed
from data.centre import Centre
from display.hall.announcer import Announcer
from display.hall.app import HallApp
from display.hall.notice import Notice
from tests.clocks import MORNING, MovableClock
from tests.display.hall.sight import big, marked, tick, tiles
from tests.display.hall.stage import Stage
from tests.screens import faint, text, until

SIZES = [(80, 24), (120, 34), (240, 67), (60, 100)]


def said(pilot: Pilot[None]) -> str:
    """What stands in the middle of the screen in place of calls."""
    found = pilot.app.query_one(Notice)
    return " ".join(found.block.lines) if found.display else ""


def english(stage: Stage) -> None:
    """Have a centre that speaks English only."""
    about = stage.centre.about.model_copy(update={"languages": ("en",)})
    stage.centre = stage.centre.model_copy(update={"about": about})


@pytest.mark.parametrize("size", SIZES)
async def test_a_closed_centre_says_when_it_opens(stage: Stage, clock: MovableClock, size: tuple[int, int]) -> None:
    zone = stage.centre.zone
    english(stage)
    stage.call("A001")
    stage.closed = Closed((MORNING + timedelta(hours=4)).astimezone(zone))
    async with stage.app().run_test(size=size) as pilot:
        await until(pilot, lambda: "closed now. It opens at 14:20." in said(pilot))
        assert not tiles(pilot)
        assert pilot.app.query_one(Notice).size.height <= size[1] - 4
        assert not faint(pilot)
        stage.closed = Closed((MORNING + timedelta(days=1)).astimezone(zone))
        clock.advance(minutes=1)
        tick(pilot)
        await until(pilot, lambda: "It opens again: " in said(pilot) and "10:20." in said(pilot))
        stage.closed = Closed(None)
        clock.advance(minutes=1)
        tick(pilot)
        await until(pilot, lambda: said(pilot) == "The centre is closed now.")


async def test_it_opens_when_the_time_comes_without_an_act(stage: Stage, clock: MovableClock) -> None:
    english(stage)
    stage.closed = Closed((MORNING + timedelta(minutes=2)).astimezone(stage.centre.zone))
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "closed" in said(pilot))
        stage.closed = None
        clock.advance(minutes=2)
        tick(pilot)
        await until(pilot, lambda: said(pilot) and "closed" not in said(pilot))


async def test_a_call_is_shown_to_its_end_before_it_is_closed(stage: Stage, clock: MovableClock) -> None:
    english(stage)
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: said(pilot))
        stage.closed = Closed(None)
        stage.call("A007")
        await until(pilot, lambda: marked(pilot) == ["A007"])
        assert "closed" not in said(pilot)
        clock.advance(6)
        tick(pilot)
        await until(pilot, lambda: "closed" in said(pilot))


async def test_a_zone_says_that_its_services_are_closed(stage: Stage) -> None:
    english(stage)
    stage.closed, stage.whole = Closed(None), False
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: said(pilot) == "These services are closed now.")


def news_of(stage: Stage, news: dict[str, str]) -> None:
    """Have these news."""
    about = stage.centre.about.model_copy(update={"news": news})
    stage.centre = stage.centre.model_copy(update={"about": about})


@pytest.mark.parametrize("size", [(80, 24), (60, 100)])
async def test_news_stand_above_the_foot_and_take_turns(
    stage: Stage, clock: MovableClock, size: tuple[int, int]
) -> None:
    long = "The notary [not the tax office] is not working after 15:00 today, and tomorrow it opens at 10:00."
    news_of(stage, {"az": "Notariat bağlıdır.", "en": long})
    stage.call("A001", "A002")
    async with stage.app().run_test(size=size) as pilot:
        shown = []
        for _ in range(3):
            await until(pilot, lambda: text(pilot).split("\n")[-2].strip())
            await pilot.pause()
            shown.append(text(pilot).split("\n")[-2].strip())
            clock.advance(10)
            tick(pilot)
            await until(pilot, lambda: text(pilot).split("\n")[-2].strip() != shown[-1])
        assert sorted(shown) == sorted(["Notariat bağlıdır.", *halves(long, shown)])
        assert not faint(pilot)


def halves(long: str, shown: list[str]) -> list[str]:
    first = next(part for part in shown if long.startswith(part))
    return [first, long[len(first) :].strip()]


async def test_without_news_the_line_is_not_there(stage: Stage) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "0123456789ab" in text(pilot))
        assert not pilot.app.query_one("#news").display


async def test_all_queues_come_in_turn(stage: Stage, centre: Centre, clock: MovableClock) -> None:
    services = tuple(
        centre.services[0].model_copy(update={"id": f"s{n}", "name": {"az": f"Xidmət {n}."}}) for n in range(31)
    )
    stage.centre = centre.model_copy(update={"services": services})
    stage.wait({f"s{n}": n % 3 for n in range(31)})
    stage.call("A001")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Xidmət" in text(pilot))
        seen: set[int] = set()
        for _ in range(8):
            seen |= {n for n in range(31) if f"Xidmət {n}." in text(pilot)}
            clock.advance(10)
            before = text(pilot)
            tick(pilot)
            await until(pilot, lambda before=before: text(pilot) != before)
        assert seen == set(range(31))
        assert "more" not in text(pilot)


async def test_a_silent_hall_says_so(stage: Stage) -> None:
    english(stage)
    stage.call("A001")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        assert isinstance(pilot.app, HallApp)
        await until(pilot, lambda: "Sound is off." in text(pilot).split("\n")[0])
        pilot.app.announcer = Announcer(pilot.app.post_message, missing=lambda recorded: None)
        tick(pilot)
        await until(pilot, lambda: "Sound is off." not in text(pilot))
        assert big(pilot) == [["A001", "1"]]


@pytest.mark.parametrize("size", [*SIZES, (100, 30), (78, 24)])
@pytest.mark.parametrize("ticket", ["A001", "W888"])
async def test_the_mark_does_not_touch_the_letters(stage: Stage, size: tuple[int, int], ticket: str) -> None:
    async with stage.app().run_test(size=size) as pilot:
        await until(pilot, lambda: "Mərkəz" in text(pilot))
        stage.call(ticket)
        await until(pilot, lambda: marked(pilot) == [ticket] and all(inked(pilot)))
        mark, letters = inked(pilot)
        assert letters[0] - mark[-1] >= 2


def inked(pilot: Pilot[None]) -> tuple[list[int], list[int]]:
    """The columns of the first tile in which something is drawn: of the mark, and of the ticket."""
    (tile, *_), strips = tiles(pilot), pilot.app.screen._compositor.render_strips()
    area = tile.query_one(".ticket").region
    columns = set[int]()
    for strip in strips[area.y : area.bottom]:
        cells = [(segment.style and segment.style.bgcolor, sign) for segment in strip for sign in segment.text]
        paper, _ = cells[tile.region.x]
        columns |= {x for x, (ground, sign) in enumerate(cells) if ground != paper or sign == "▄"}
    drawn = sorted(x for x in columns if tile.region.x <= x < area.right)
    return [x for x in drawn if x < area.x], [x for x in drawn if x >= area.x]
