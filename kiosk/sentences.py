"""What the kiosk says beside its questions, in the visitor's language: all of the centre's while none is chosen."""

from data.texts import mark, words
from kiosk.offered import Offered
from kiosk.visit import Visit

CATALOGUES = ("az", "en", "ru")
MOMENT = mark("One moment, please…")
LATE = mark("Your ticket is not taken yet. Please wait, we go on trying.")
OUT_OF_ORDER = mark("This kiosk is out of order at the moment. Please ask at the reception desk.")
TOUCH = mark("Touch a field or press its number.")
ANY_KEY = mark("Touch the screen or press any key to go on.")


def out_of_order(visit: Visit, offered: Offered | None) -> list[str]:
    """That no tickets can be taken now, and what to do."""
    languages = offered.centre.languages if offered else CATALOGUES
    return _said(OUT_OF_ORDER, (visit.language,) if visit.language else languages)


def told(visit: Visit) -> str:
    """What is said to a visitor who waits for a ticket, or can't have it."""
    text = visit.text if visit.step == "told" else LATE if visit.late else MOMENT
    return words(visit.language)(text, **visit.values)


def foot(visit: Visit, now: int) -> str:
    """The last line: what to do next, and how long this stays."""
    say = words(visit.language)
    if visit.step in ("agency", "service"):
        return say(TOUCH)
    if visit.step not in ("told", "ticket"):
        return ""
    closes = say.count("This closes in {n} second.", "This closes in {n} seconds.", visit.left(now))
    return f"{closes}\n{say(ANY_KEY)}"


def _said(text: str, languages: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(words(language)(text) for language in languages))
