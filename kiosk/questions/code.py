"""What is the code? Scanned, typed, or chosen sign by sign."""

from data.texts import mark, words
from kiosk.visit.offered import Offered
from kiosk.visit.question import CHOOSE_SIGNS, ERASE, Choice, Question
from kiosk.visit.visit import Visit

TITLE = mark("Your code: {code}")
HOW = mark("Hold your code before the scanner, or type it.")
CHOOSE = mark("Choose the characters here")
DELETE = mark("Delete")
SIGNS = ("012345", "6789AB", "CDEFGH", "JKMNPQ", "RSTVWX", "YZ")
"""Those that a code may have, as many as stand on one page of the smallest screen."""


def question(visit: Visit, offered: Offered) -> Question:
    """The code of a ticket or of an appointment; who has neither code nor keys can choose its signs."""
    say = words(visit.language or offered.directory.languages[0])
    return Question(
        about=f"{visit.began} {visit.step}",
        say=say,
        heading="",
        title=say(TITLE, code=f"{visit.code}_"),
        choices=(),
        back=True,
        text=say(HOW),
        further=Choice(CHOOSE_SIGNS, say(CHOOSE)),
    )


def signs(visit: Visit, offered: Offered) -> Question:
    """The next sign: first among which it is, then which."""
    say = words(visit.language or offered.directory.languages[0])
    return Question(
        about=f"{visit.began} {visit.step} {visit.signs} {visit.code}",
        say=say,
        heading="",
        title=say(TITLE, code=f"{visit.code}_"),
        choices=tuple(Choice(one, " ".join(one)) for one in visit.signs or SIGNS),
        back=True,
        beside=Choice(ERASE, say(DELETE)) if visit.code and not visit.signs else None,
    )
