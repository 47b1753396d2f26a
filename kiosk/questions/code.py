"""What is the code? Scanned, or typed letter by letter."""

from data.texts import mark, words
from kiosk.visit.offered import Offered
from kiosk.visit.question import Question
from kiosk.visit.visit import Visit

TITLE = mark("Your code: {code}")
HOW = mark("Hold your code before the scanner, or type it.")


def question(visit: Visit, offered: Offered) -> Question:
    """The code of a ticket or of an appointment; there is nothing to choose."""
    say = words(visit.language or offered.directory.languages[0])
    return Question(
        about=f"{visit.began} {visit.step}",
        say=say,
        heading="",
        title=say(TITLE, code=f"{visit.code}_"),
        choices=(),
        back=True,
        text=say(HOW),
    )
