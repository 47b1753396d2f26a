"""Every page that there is: where it is reached, by what it shows."""

from collections.abc import Mapping

from tests.display.web.browser.place import Place
from tests.display.web.browser.stories import everyone

NOBODYS_CODE = "0123456789ABCDEFG"
HALLS = frozenset({"hall", "part of the hall"})
"""They speak all the languages of the centre, in turn."""
MISSING = frozenset({"unknown code", "no such page"})


def pages(place: Place) -> Mapping[str, str]:
    """The paths; nothing on these pages changes any more."""
    tickets = {state: f"/{ticket.code}" for state, ticket in everyone(place).items()}
    return {
        "take": "/take",
        **tickets,
        "take another": "/take",  # whoever has seen a ticket on this phone has one
        "start": "/",
        "hall": "/hall",
        "part of the hall": "/hall?windows=1-2",
        "unknown code": f"/{NOBODYS_CODE}",
        "no such page": "/no/such/page",
    }


def in_language(path: str, language: str) -> str:
    """The path of the page in this language."""
    return f"{path}{'&' if '?' in path else '?'}language={language}"
