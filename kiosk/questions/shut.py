"""What is said while no service gives tickets?"""

from data.texts import mark, name, words
from kiosk.questions.services import CODE
from kiosk.visit.offered import Offered
from kiosk.visit.question import BACK, TYPE_CODE, Choice, Question
from kiosk.visit.visit import Visit

TITLE = mark("Closed now")
SHUT = mark("No tickets are given now.")
OPENS_TODAY = mark("No tickets are given now. The next one is given at {time}.")
OPENS = mark("No tickets are given now. The centre opens again: {opens}.")
LEAVE = mark("Back")


def question(visit: Visit, offered: Offered) -> Question:
    """When the centre opens; who has a code can still use it."""
    say, opens = words(visit.language), offered.opens
    if opens is None:
        text = say(SHUT)
    elif opens.date() == offered.today:
        text = say(OPENS_TODAY, time=opens.time())
    else:
        text = say(OPENS, opens=opens)
    leave = [Choice(BACK, say(LEAVE))] if visit.can_go_back(offered) else []
    choices = (*leave, Choice(TYPE_CODE, say(CODE)))
    return Question(visit.place, say, name(offered.centre.name, visit.language), say(TITLE), choices, text=text)
