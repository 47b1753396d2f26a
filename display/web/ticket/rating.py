"""How was the visit? The questions of SDG indicator 16.6.2 for government services, in plain words.

https://unstats.un.org/sdgs/metadata/files/Metadata-16-06-02.pdf: overall satisfaction, and the attributes
accessibility, affordability, the process, equal treatment and timeliness.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.ratings import OVERALL, QUESTIONS
from data.texts import mark, words

TITLE = mark("How was your visit?")
ANONYMOUS = mark("This is anonymous: your answers are only counted, by service and day.")
OPTIONAL = mark("You may leave out what you like, but not the first question.")
SEND = mark("Send my answers")
MISSING = mark("Please say how satisfied you are with the visit.")
ASKED = {
    "overall": mark("All in all, how satisfied are you with this visit?"),
    "access": mark("It was easy to come here and to find my way."),
    "cost": mark("I could afford what it cost."),
    "process": mark("It was clear and simple what I had to do."),
    "equal-treatment": mark("Everybody is treated equally here."),
    "time": mark("The time that it took was reasonable."),
}
ANSWERED = {
    "very-satisfied": mark("Very satisfied"),
    "satisfied": mark("Satisfied"),
    "dissatisfied": mark("Dissatisfied"),
    "very-dissatisfied": mark("Very dissatisfied"),
    "strongly-agree": mark("I fully agree"),
    "agree": mark("I agree"),
    "disagree": mark("I disagree"),
    "strongly-disagree": mark("I fully disagree"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers: the value of each, and its words. `needed`: it must be answered."""

    name: str
    text: str
    answers: tuple[tuple[str, str], ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Form:
    """The form in words. `chosen` is what was answered, where it comes back because `wrong`."""

    title: str
    anonymous: str
    optional: str
    send: str
    questions: tuple[Question, ...]
    chosen: frozenset[tuple[str, str]] = frozenset()
    wrong: str = ""


def form(language: str, answers: Mapping[str, str] | None = None) -> Form:
    """The form; with the `answers` of one that was not complete it says what is missing."""
    say = words(language)
    questions = tuple(
        Question(name, say(ASKED[name]), tuple((one, say(ANSWERED[one])) for one in possible), name == OVERALL)
        for name, possible in QUESTIONS.items()
    )
    texts = say(TITLE), say(ANONYMOUS), say(OPTIONAL), say(SEND), questions
    return Form(*texts) if answers is None else Form(*texts, frozenset(answers.items()), say(MISSING))


def answers(fields: Mapping[str, str]) -> dict[str, str]:
    """What a form answers, of what there is to answer."""
    return {name: fields[name] for name, possible in QUESTIONS.items() if fields.get(name) in possible}
