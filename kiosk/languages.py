"""In which language? Asked in all of them, each called by its own name."""

from data.texts import mark, name, own_name, words
from kiosk.offered import Offered
from kiosk.question import Choice, Question
from kiosk.visit import Visit

CHOOSE = mark("Choose a language")


def question(visit: Visit, offered: Offered) -> Question:
    """The first question of a centre with several languages."""
    centre = offered.centre
    return Question(
        about=visit.place,
        say=words(centre.languages[0]),
        heading=" · ".join(dict.fromkeys(name(centre.name, language) for language in centre.languages)),
        title=" · ".join(dict.fromkeys(words(language)(CHOOSE) for language in centre.languages)),
        choices=tuple(Choice(language, own_name(language)) for language in centre.languages),
    )
