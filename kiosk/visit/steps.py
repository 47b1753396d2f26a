"""Which steps are there on a visitor's way, and how long does each last?"""

from typing import Literal

from data.clock import SECOND
from kiosk.visit.offered import Offered
from kiosk.visit.question import CHOOSE_SIGNS, PRIORITY, SETTINGS, TYPE_CODE

Way = Literal["language", "shut", "agency", "service"]
Beside = Literal["settings", "reasons", "code", "signs", "instead", "scanned", "sure"]
Step = Way | Beside | Literal["taking", "looking", "told", "ticket"]
Errand = Literal["", "take", "book", "look", "slot", "cancel", "print"]

REST = SECOND // 2
IDLE, WARNING = 60, 20
LIMITS: dict[Step, int] = {"taking": 20, "looking": 20, "told": 10, "ticket": 20}
"""In seconds; a question lasts until nobody has touched it for as long as IDLE, and for WARNING after that."""
WAY: tuple[Step, ...] = ("language", "shut", "agency", "service")
BESIDE: tuple[Step, ...] = ("settings", "reasons", "code", "signs", "instead", "scanned", "sure")
CODED: tuple[Step, ...] = ("code", "signs")
WAITING: tuple[Step, ...] = ("taking", "looking")
LEADS: dict[str, Step] = {SETTINGS: "settings", PRIORITY: "reasons", TYPE_CODE: "code", CHOOSE_SIGNS: "signs"}


def asked(offered: Offered) -> tuple[Step, ...]:
    """What this centre asks, in order. Never nothing: who takes a ticket is shown of which service."""
    language: tuple[Step, ...] = ("language",) if len(offered.centre.languages) > 1 else ()
    if offered.shut:
        return (*language, "shut")
    agency: tuple[Step, ...] = ("agency",) if len(offered.directory.agencies) > 1 else ()
    return (*language, *agency, "service")
