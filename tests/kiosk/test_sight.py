"""What every visitor can read: contrast, and every text in every language."""

import ast
from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet

import kiosk as room
from data import visitor
from data.store import Store
from data.texts import words
from tests.kiosk.centres import a_centre
from tests.kiosk.kiosks import Kiosk, running

ENOUGH = 7


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_text_of_the_kiosk_is_in_every_language(language: str) -> None:
    say = words(language)
    for file in Path(room.__file__).parent.glob("*.py"):
        for message in messages(file):
            assert message in say._one or message in say._many, f"{file.name}: {message}"


def messages(file: Path) -> list[str]:
    """What `file` marks or counts."""
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    return [
        call.args[0].value
        for call in calls
        if called(call.func) in ("mark", "count")
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


def called(node: ast.expr) -> str:
    """The last name in what is called."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


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
