"""Why may this visitor have class priority?"""

from data.texts import mark, name, words
from kiosk.visit.offered import Offered
from kiosk.visit.question import NORMAL, Choice, Question
from kiosk.visit.visit import Visit

TITLE = mark("Priority")
WHY = mark("Why may you have priority? Only the operator sees your answer.")
CHOSEN = mark("Chosen")
WITHOUT = mark("Without priority")


def question(visit: Visit, offered: Offered) -> Question:
    """The reasons of the centre; whoever has chosen one can take it back."""
    say = words(visit.language)
    reasons = [
        Choice(one.id, name(one.name, visit.language), say(CHOSEN) if one.id == visit.reason else "")
        for one in offered.centre.reasons
    ]
    back = [Choice(NORMAL, say(WITHOUT))] if visit.reason else []
    return Question(visit.place, say, "", say(TITLE), (*reasons, *back), back=True, text=say(WHY))
