"""Every text of the theme can be read: 7:1 and more."""

import pytest
from textual.color import Color

from display.parts.theme import NOVBE

COLOURS = NOVBE.to_color_system().generate()
GROUNDS = ["background", "surface", "panel", "primary-muted", "accent-muted", "success-muted", "error-muted"]
INKS = ["foreground", "primary", "secondary", "accent", "success", "warning", "error"]
INKS += ["foreground-muted", "foreground-disabled", "text", "text-muted", "text-disabled"]
PAIRS = [(ink, ground) for ground in GROUNDS for ink in INKS]
PAIRS += [("background", ground) for ground in INKS[:7]]
PAIRS += [(f"text-{kind}", f"{kind}-muted") for kind in ("primary", "accent", "success", "warning", "error")]


def contrast(ink: str, ground: str) -> float:
    under = Color.parse(COLOURS[ground])
    kind, _, alpha = COLOURS[ink].partition(" ")
    over = under.get_contrast_text(float(alpha[:-1]) / 100) if kind == "auto" else Color.parse(kind)
    return ratio(under + over, under)


def ratio(one: Color, other: Color) -> float:
    """As WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 7
