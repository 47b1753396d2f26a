"""How does a visitor want to see and hear? What the tools change, and how high the letters are then."""

from dataclasses import dataclass, replace
from math import ceil, radians, tan
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from data.centre.entries import Kiosk
    from data.centre.settings import Centre

Text = Literal["small", "medium", "large"]

STEPS: tuple[Text, ...] = ("small", "medium", "large")
SIZES = {f"text:{step}": step for step in STEPS}
CONTRAST, LOUDER, QUIETER = "do:contrast", "do:louder", "do:quieter"
VOLUMES = range(6)

ANGLE = radians(0.7)
"""What a capital letter spans at least, seen from where the visitor stands: EN 301 549, 5.1.4."""
LARGE, MEDIUM = 9, 7
"""Capitals that are easy to read, and the lowest with which ə is not taken for a, in half cells."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """The size of the text, the theme, and the volume of the voice: 0 is silent, 5 the loudest."""

    text: Text = "small"
    contrast: bool = False
    volume: int = 3

    def after(self, tool: str) -> "Comfort | None":
        """After the tool with this id was used; None when it is none that changes how a visitor sees or hears."""
        if tool in SIZES:
            return replace(self, text=SIZES[tool])
        if tool == CONTRAST:
            return replace(self, contrast=not self.contrast)
        if tool in (LOUDER, QUIETER):
            volume = self.volume + (1 if tool == LOUDER else -1)
            return replace(self, volume=min(max(volume, VOLUMES[0]), VOLUMES[-1]))
        return None

    @property
    def next_text(self) -> Text:
        """The size that follows; the first one after the last."""
        return STEPS[(STEPS.index(self.text) + 1) % len(STEPS)]


def start(centre: "Centre") -> Comfort:
    """How every visit begins."""
    return Comfort(centre.kiosk.text)


def required(kiosk: "Kiosk") -> int:
    """The height in half cells that a capital needs to span 0.7° where the visitor stands."""
    return ceil(kiosk.distance * tan(ANGLE) / (kiosk.cell / 2))


def capital(text: Text, kiosk: "Kiosk", rows: int) -> int:
    """The height of capitals in half cells on a screen of so many rows; 0 for letters as the terminal has them.

    Those of the large step are never lower than `required`; those of the medium step lie between.
    """
    large = max(LARGE, rows // 6, required(kiosk))
    return {"small": 0, "medium": max(MEDIUM, large * 3 // 4), "large": large}[text]
