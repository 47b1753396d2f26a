"""In which language? Asked in all of them, each called by its own name."""

from data.texts import mark, name, own_name, words, written
from kiosk.visit.offered import Offered
from kiosk.visit.question import Choice, Question
from kiosk.visit.visit import Visit

CHOOSE = mark("Choose a language")


def question(visit: Visit, offered: Offered) -> Question:
    """The first question of a centre with several languages."""
    centre, languages = offered.centre, offered.directory.languages
    return Question(
        about=visit.place,
        say=words(languages[0]),
        heading=" · ".join(dict.fromkeys(name(centre.name, language) for language in languages)),
        title=" · ".join(dict.fromkeys(words(language)(CHOOSE) for language in languages)),
        choices=tuple(Choice(language, called(language)) for language in centre.languages),
    )


def called(language: str) -> str:
    """The name of a language, by itself; in English for one that a terminal cannot show."""
    if written(language):
        return own_name(language)
    from babel import Locale, UnknownLocaleError  # hardly any centre has such a language

    try:
        return Locale.parse(language).get_language_name("en") or own_name(language)
    except UnknownLocaleError:
        return own_name(language)
