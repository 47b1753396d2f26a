"""What is read aloud of what stands on the screen? In whole sentences, in the visitor's language."""

from collections.abc import Iterable
from typing import TypeAlias

from data.texts import Words, mark, own_name, words
from data.views import Ticket
from display.parts.speech.sentences import Sentence
from kiosk.questions.languages import CHOOSE
from kiosk.visit.question import BACK, NEXT, PREVIOUS, Choice, Question

Offered: TypeAlias = tuple[str, Choice]
"""A key and what it chooses, as they stand on the screen."""

TURNS = {
    BACK: mark("Press 0 to go back."),
    NEXT: mark("Press plus for the next page."),
    PREVIOUS: mark("Press minus for the previous page."),
}
PRESS = mark("Press {key}: {name}.")
PRESS_DETAIL = mark("Press {key}: {name}, {detail}.")
YOURS = mark("Your number is {ticket}.")
GO = mark("Please go to window {window}.")
WAIT = mark("Please wait until your number is called.")
TOOLS = mark("Press the full stop to hear this again."), mark("Press the star for settings.")
VOLUME = mark("Volume {volume} of {loudest}.")


def question(asked: Question, targets: Iterable[Offered]) -> list[Sentence]:
    """A question and the targets of the page that is shown."""
    return [*notice(asked.say, asked.title, asked.text), *(_target(asked.say, *target) for target in targets)]


def languages(targets: Iterable[Offered]) -> list[Sentence]:
    """The question for the language: each is asked and told its key in its own."""
    said, say = [], words("en")
    for key, choice in targets:
        if not choice.id.isalpha():  # no language, but a way on or back
            said.append(_target(say, key, choice))
            continue
        say = words(choice.id)
        said += [_said(say, say(CHOOSE)), _said(say, say(PRESS, key=key, name=own_name(choice.id)))]
    return said


def notice(say: Words, *texts: str) -> list[Sentence]:
    """What is told beside questions, in the language of `say`."""
    return [_said(say, text) for text in texts if text]


def tools(say: Words) -> list[Sentence]:
    """The keys that help on every screen; said last, for those who cannot see them."""
    return notice(say, *map(say, TOOLS))


def ticket(taken: Ticket, service: str, say: Words) -> list[Sentence]:
    """The ticket of the service called `service`, its place, and what to do next."""
    said = []
    if taken.ticket:
        said.append(Sentence(say.language, say(YOURS, ticket=taken.ticket), taken.ticket))
    said.append(_said(say, service))
    if taken.ahead is not None:
        said += [_said(say, say.count("{n} person ahead", "{n} people ahead", taken.ahead)), _said(say, say(WAIT))]
    if taken.window is not None:
        said.append(_said(say, say(GO, window=taken.window)))
    return said


def volume(now: int, loudest: int, say: Words) -> list[Sentence]:
    """How loud the voice is after a key made it louder or quieter."""
    return [_said(say, say(VOLUME, volume=now, loudest=loudest))]


def _target(say: Words, key: str, choice: Choice) -> Sentence:
    if choice.id in TURNS:
        return _said(say, say(TURNS[choice.id]))
    if choice.detail:
        return _said(say, say(PRESS_DETAIL, key=key, name=choice.name, detail=choice.detail))
    return _said(say, say(PRESS, key=key, name=choice.name))


def _said(say: Words, text: str) -> Sentence:
    return Sentence(say.language, text)
