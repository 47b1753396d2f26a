"""Pictures of the running screens: `python -m tests.pictures FOLDER`, and for tests that look."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg
from PIL import Image, ImageDraw, ImageFont
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.pilot import Pilot

from data import setup, visitor, window
from data.store import Store
from tests.clocks import MovableClock
from tests.screens import text, until

CELL = WIDTH, HEIGHT = 10, 20
HALVES = {"▄": (0, HEIGHT // 2, WIDTH, HEIGHT), "▀": (0, 0, WIDTH, HEIGHT // 2), "█": (0, 0, WIDTH, HEIGHT)}
Rgb = tuple[int, int, int]


def picture(app: App[Any]) -> Image.Image:
    """What the screen of a running app shows, each cell 10 by 20 pixels."""
    strips = app.screen._compositor.render_strips()
    image = Image.new("RGB", (app.size.width * WIDTH, len(strips) * HEIGHT))
    for row, strip in enumerate(strips):
        column = 0
        for segment in strip:
            if segment.cell_length:
                _draw(ImageDraw.Draw(image), segment, column * WIDTH, row * HEIGHT)
            column += segment.cell_length
    return image


def _draw(draw: ImageDraw.ImageDraw, segment: Segment, x: int, y: int) -> None:
    style = segment.style or Style()
    ink, paper = _rgb(style.color, (255, 255, 255)), _rgb(style.bgcolor, (0, 0, 0))
    if style.reverse:
        ink, paper = paper, ink
    draw.rectangle((x, y, x + segment.cell_length * WIDTH - 1, y + HEIGHT - 1), fill=paper)
    for place, character in enumerate(segment.text):
        left = x + place * WIDTH
        if character in HALVES:
            x0, y0, x1, y1 = HALVES[character]
            draw.rectangle((left + x0, y + y0, left + x1 - 1, y + y1 - 1), fill=ink)
        elif not character.isspace():
            draw.text((left, y + 15), character, fill=ink, font=_font(bool(style.bold)), anchor="ls")


def _rgb(color: Color | None, otherwise: Rgb) -> Rgb:
    return otherwise if color is None else tuple(color.get_truecolor())  # type: ignore[return-value]


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(fontpkg.path("JetBrains Mono")), 16)
    font.set_variation_by_axes([700 if bold else 400])
    return font


def stocked(url: str, clock: MovableClock) -> None:
    """A store in the middle of a morning: some have been called, some wait."""
    setup.init(url, clock=clock)
    with Store.open(url, clock=clock) as store:
        services = [service.id for service in store.centre.current_services]
        for at in range(26):
            visitor.take(store, service=services[at * 7 % 11], language=("az", "en", "ru")[at % 3])
            clock.advance(seconds=47)
        for number in (4, 2, 5, 7, 3):
            window.open(store, window=number)
            window.call(store, window=number)
            clock.advance(seconds=95)


async def kiosk_picture(url: str, clock: MovableClock, size: tuple[int, int], keys: str = "214") -> Image.Image:
    """The kiosk after these keys: by default the ticket of an English-speaking visitor."""
    from kiosk.app import KioskApp

    async with KioskApp(lambda: Store.open(url, clock=clock), clock).run_test(size=size) as pilot:
        await until(pilot, lambda: "English" in text(pilot))
        for key in keys:
            clock.advance(seconds=1)
            await pilot.press(key)
            await settled(pilot)
        return picture(pilot.app)


async def window_picture(url: str, clock: MovableClock, size: tuple[int, int], number: int = 4) -> Image.Image:
    """The screen of a window that is serving."""
    from display.window.app import WindowApp

    open_store = lambda: Store.open(url, clock=clock)  # noqa: E731
    async with WindowApp(open_store, clock, number, "en").run_test(size=size) as pilot:
        await until(pilot, lambda: "Start" in text(pilot))
        clock.advance(seconds=1)
        await pilot.press("n")
        await settled(pilot)
        return picture(pilot.app)


async def hall_picture(url: str, clock: MovableClock, size: tuple[int, int]) -> Image.Image:
    """The hall."""
    from display.hall.app import HallApp

    async with HallApp(lambda: Store.open(url, clock=clock), clock).run_test(size=size) as pilot:
        await until(pilot, lambda: "→" in text(pilot))
        await settled(pilot)
        return picture(pilot.app)


async def supervisor_picture(url: str, clock: MovableClock, size: tuple[int, int]) -> Image.Image:
    """The supervisor's screen."""
    from display.supervisor.app import SupervisorApp

    open_store = lambda: Store.open(url, clock=clock)  # noqa: E731
    async with SupervisorApp(open_store, clock, "en").run_test(size=size) as pilot:
        await until(pilot, lambda: "arrivals" in text(pilot))
        await settled(pilot)
        return picture(pilot.app)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until the screen has stayed the same for half a second."""
    before, same = "", 0
    while same < 10:
        await pilot.pause()
        await asyncio.sleep(0.05)
        now = text(pilot)
        same, before = (same + 1 if now == before else 0), now


async def readme_picture(folder: Path) -> None:
    """The four screens on one sheet, as the README shows them."""
    with tempfile.TemporaryDirectory() as place:
        url, clock = f"sqlite:///{place}/store.db", MovableClock(datetime(2026, 11, 25, 6, 0, tzinfo=UTC))
        stocked(url, clock)
        kiosk = await kiosk_picture(url, clock, (80, 24))
        desk = await window_picture(url, clock, (80, 24))
        hall = await hall_picture(url, clock, (162, 34))
        supervisor = await supervisor_picture(url, clock, (162, 38))
    height = kiosk.height + 20 + hall.height + 20 + supervisor.height
    sheet = Image.new("RGB", (hall.width, height), (255, 255, 255))
    sheet.paste(kiosk, (0, 0))
    sheet.paste(desk, (hall.width - desk.width, 0))
    sheet.paste(hall, (0, kiosk.height + 20))
    sheet.paste(supervisor, (0, height - supervisor.height))
    sheet.quantize(64).save(folder / "screens.png", optimize=True)


if __name__ == "__main__":
    asyncio.run(readme_picture(Path(sys.argv[1])))
