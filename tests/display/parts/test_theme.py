"""Every text of the themes can be read: 7:1 and more."""

import pytest
from textual.color import Color
from textual.theme import Theme

from display.parts.theme import THEMES
from tests.screens import contrast

GROUNDS = ["background", "surface", "panel", "primary-muted", "accent-muted", "success-muted", "error-muted"]
INKS = ["foreground", "primary", "secondary", "accent", "success", "warning", "error"]
INKS += ["foreground-muted", "foreground-disabled", "text", "text-muted", "text-disabled"]
PAIRS = [(ink, ground) for ground in GROUNDS for ink in INKS]
PAIRS += [("background", ground) for ground in INKS[:7]]
PAIRS += [(f"text-{kind}", f"{kind}-muted") for kind in ("primary", "accent", "success", "warning", "error")]


def inked(ink: str, ground: Color) -> Color:
    kind, _, alpha = ink.partition(" ")
    return ground + (ground.get_contrast_text(float(alpha[:-1]) / 100) if kind == "auto" else Color.parse(kind))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast(theme: Theme, ink: str, ground: str) -> None:
    colours = theme.to_color_system().generate()
    paper = Color.parse(colours[ground])
    assert contrast(inked(colours[ink], paper), paper) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_edges(theme: Theme, ground: str) -> None:
    colours = theme.to_color_system().generate()
    for edge in ("border", "border-blurred"):
        assert contrast(Color.parse(colours[edge]), Color.parse(colours[ground])) >= 3
