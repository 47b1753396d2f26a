"""What every visitor can read."""

from pathlib import Path

from rich.color_triplet import ColorTriplet

from data import visitor
from data.store import Store
from tests.kiosk.centres import a_centre
from tests.kiosk.kiosks import Kiosk, running

ENOUGH = 7


async def test_every_text_stands_out(tmp_path: Path) -> None:
    centre = a_centre({"Full": ["One", "Two"], "Other": ["Three"] * 12}, each="quota = 1")

    def fill(store: Store) -> None:
        visitor.take(store, service="agency-1-service-1")

    async with running(tmp_path, centre, before=fill) as kiosk:
        for keys in ["", "2", "1", "1", "x", "escape", "2"]:
            await kiosk.press(*keys.split())
            assert weakest(kiosk) >= ENOUGH


def weakest(kiosk: Kiosk) -> float:
    """The smallest contrast of a text on the screen."""
    found = []
    for strip in kiosk.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style and style.color and style.bgcolor and any(character.isalnum() for character in segment.text):
                ink, paper = style.color.triplet, style.bgcolor.triplet
                assert ink
                assert paper
                found.append(contrast(ink, paper))
    return min(found)


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: ColorTriplet) -> float:
    parts = [part / 255 for part in color]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
