"""One step of the visitor's way: a title, and what can be chosen."""

from dataclasses import dataclass

from data.texts import Words

# No id of the centre looks like these.
BACK, NEXT, PREVIOUS = "<<", ">", "<"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose; `BACK` leads one question back, `NEXT` and `PREVIOUS` turn the page.

    `detail` stands below its name; `why` says why it cannot be chosen, if so.
    """

    id: str
    name: str
    detail: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a screen asks, in the language of `say`. Questions with the same `about` are the same."""

    about: str
    say: Words
    heading: str
    title: str
    choices: tuple[Choice, ...]
    back: bool = False
