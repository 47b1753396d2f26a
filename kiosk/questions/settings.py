"""What can be set, and what else is there? One numbered list, so that a keypad alone is enough."""

from data.texts import mark, words
from kiosk.questions.services import ASK_PRIORITY, CODE, HAS_PRIORITY
from kiosk.visit.comfort import CONTRAST, LOUDER, QUIETER
from kiosk.visit.offered import Offered
from kiosk.visit.question import PRIORITY, READ, TYPE_CODE, Choice, Question
from kiosk.visit.visit import Visit

TITLE = mark("Settings")
TEXTS = {
    "small": mark("Small text"),
    "medium": mark("Medium text"),
    "large": mark("Large text"),
}
HIGH_CONTRAST, ALOUD = mark("High contrast"), mark("Read aloud")
UP, DOWN, VOLUME = mark("Louder"), mark("Quieter"), mark("Volume {n} of 5")
IN_USE = mark("In use")


def question(visit: Visit, offered: Offered) -> Question:
    """How the visitor wants to see and hear, and what most visitors do not need."""
    say, comfort = words(visit.language or offered.directory.languages[0]), visit.comfort
    used, volume = say(IN_USE), say(VOLUME, n=comfort.volume)
    found = [
        *(Choice(f"text:{text}", say(called), used * (text == comfort.text)) for text, called in TEXTS.items()),
        Choice(CONTRAST, say(HIGH_CONTRAST), used * comfort.contrast),
        Choice(READ, say(ALOUD), used * visit.aloud),
        Choice(LOUDER, say(UP), volume),
        Choice(QUIETER, say(DOWN), volume),
        Choice(TYPE_CODE, say(CODE)),
    ]
    if offered.centre.reasons and visit.chooses_service:
        found.append(Choice(PRIORITY, say(HAS_PRIORITY if visit.reason else ASK_PRIORITY)))
    return Question(visit.place, say, "", say(TITLE), tuple(found), back=True)
