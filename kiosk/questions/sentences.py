"""What the kiosk says beside its questions, in the visitor's language: all of the centre's while none is chosen."""

from data.texts import mark, words
from kiosk.visit.offered import Offered
from kiosk.visit.visit import Visit

CATALOGUES = ("az", "en", "ru")
MOMENT = mark("One moment, please…")
LATE = mark("Your ticket is not taken yet. Please wait, we go on trying.")
OUT_OF_ORDER = mark("This kiosk is out of order at the moment. Please ask at the reception desk.")
TOUCH = mark("Touch a field or press its number.")
FIND = mark("Touch a field, press its number, or type the name of a service.")
ANY_KEY = mark("Touch the screen or press any key to go on.")
STILL_THERE = mark("Are you still there?")
PRINTING = mark("Your ticket is being printed.")
COME = mark("Come between {start} and {end}, and hold this code before the scanner of a kiosk.")


def out_of_order(visit: Visit, offered: Offered | None) -> list[str]:
    """That no tickets can be taken now, and what to do."""
    return _said(OUT_OF_ORDER, _languages(visit, offered))


def told(visit: Visit, offered: Offered | None) -> list[str]:
    """What is said to a visitor who waits for the store, or reads what came of it."""
    if visit.step == "told":
        return list(dict.fromkeys(words(one)(visit.text, **visit.values) for one in _languages(visit, offered)))
    return _said(LATE if visit.late and visit.step == "taking" else MOMENT, _languages(visit, offered))


def still_there(visit: Visit, offered: Offered, now: int) -> list[str]:
    """The warning before a question closes by itself, and how to keep it."""
    return [
        f"{words(one)(STILL_THERE)} {closes(one, visit.left(now))} {words(one)(ANY_KEY)}"
        for one in _languages(visit, offered)
    ]


def closes(language: str, seconds: int) -> str:
    """How long a screen stays."""
    return words(language).count("This closes in {n} second.", "This closes in {n} seconds.", seconds)


def foot(visit: Visit, offered: Offered | None, lost: bool, now: int) -> str:
    """The last line: what to do next, and how long this stays. `lost`: the store cannot be used."""
    if visit.step in ("told", "ticket"):
        language = visit.language or _languages(visit, offered)[0]
        return f"{closes(language, visit.left(now))}\n{words(language)(ANY_KEY)}"
    if lost or visit.warned(now) or not visit.language or not visit.choosing:
        return ""
    many = offered and visit.step in ("agency", "service") and offered.directory.is_large
    return words(visit.language)(FIND if many else TOUCH)


def with_ticket(visit: Visit, offered: Offered) -> list[str]:
    """What is said beside a ticket, where that is not only to keep its code."""
    say, ticket = words(visit.language), visit.ticket
    if ticket and ticket.state == "booked" and ticket.slot:
        start, end = offered.check_in(ticket.slot)
        return [say(COME, start=start.time(), end=end.time())]
    return [say(visit.paper or PRINTING)] if offered.prints else []


def _said(text: str, languages: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(words(language)(text) for language in languages))


def _languages(visit: Visit, offered: Offered | None) -> tuple[str, ...]:
    if visit.language:
        return (visit.language,)
    return offered.directory.languages if offered else CATALOGUES
