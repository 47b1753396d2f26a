"""One step of the visitor's way: a title, and what can be chosen."""

from dataclasses import dataclass

from data.texts import Words

# No id of the centre looks like these.
BACK, NEXT, PREVIOUS = "<<", ">", "<"
PRIORITY, NORMAL, TYPE_CODE = "do:priority", "do:normal", "do:code"
CHOOSE_SIGNS, ERASE = "do:signs", "do:erase"
BOOK, CANCEL, PRINT = "do:book", "do:cancel", "do:print"
# The tools stand on every screen; see kiosk.screen.tools.
READ, SETTINGS = "do:read", "do:settings"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose; `BACK` leads one question back, `NEXT` and `PREVIOUS` turn the page.

    `detail` stands below its name; `why` says why it cannot be chosen, if so. `service` is the one that it takes a
    ticket of, where it does.
    """

    id: str
    name: str
    detail: str = ""
    why: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a screen asks, in the language of `say`. Questions with the same `about` are the same.

    `text` is said before the choices, in whole sentences; `beside` leads to a question that most visitors do not need.
    `further` stands where digits are typed, and is chosen with the key of the next page; back leads that of the
    previous one.
    """

    about: str
    say: Words
    heading: str
    title: str
    choices: tuple[Choice, ...]
    back: bool = False
    text: str = ""
    beside: Choice | None = None
    further: Choice | None = None
