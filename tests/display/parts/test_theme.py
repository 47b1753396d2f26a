"""Every text of the theme can be read: 7:1 and more."""

import pytest
from textual.color import Color

from display.parts.theme import NOVBE
from tests.screens import contrast

COLOURS = NOVBE.to_color_system().generate()
GROUNDS = ["background", "surface", "panel", "primary-muted", "accent-muted", "success-muted", "error-muted"]
INKS = ["foreground", "primary", "secondary", "accent", "success", "warning", "error"]
INKS += ["foreground-muted", "foreground-disabled", "text", "text-muted", "text-disabled"]
PAIRS = [(ink, ground) for ground in GROUNDS for ink in INKS]
PAIRS += [("background", ground) for ground in INKS[:7]]
PAIRS += [(f"text-{kind}", f"{kind}-muted") for kind in ("primary", "accent", "success", "warning", "error")]


def inked(ink: str, ground: Color) -> Color:
    kind, _, alpha = COLOURS[ink].partition(" ")
    return ground + (ground.get_contrast_text(float(alpha[:-1]) / 100) if kind == "auto" else Color.parse(kind))


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast(ink: str, ground: str) -> None:
    paper = Color.parse(COLOURS[ground])
    assert contrast(inked(ink, paper), paper) >= 7
