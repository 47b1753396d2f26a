"""Which language does a page speak?"""

import re
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request

from data.centre import Centre

COOKIE = "language"
LONGEST = 200
ACCEPTED = re.compile(r"\s*([A-Za-z]{1,8})[^,;]*(?:;\s*q=([0-9.]{1,5}))?[^,]*")


def chosen(request: Request, centre: Centre, ticket_language: str | None = None) -> str:
    """The language for whoever asks, always one of the centre's: of the address, remembered, of the ticket, of the
    browser, or the centre's first."""
    said = asked(request.query_params, centre), remembered(request.headers, centre), ticket_language
    for language in (*said, *accepted(request.headers.get("accept-language", ""))):
        if language in centre.languages:
            return language
    return centre.languages[0]


def asked(query: QueryParams, centre: Centre) -> str | None:
    """The language of `?language=az`, where the centre has it."""
    language = query.get(COOKIE)
    return language if language in centre.languages else None


def remembered(headers: Headers, centre: Centre) -> str | None:
    """The language of the cookie, where the centre has it."""
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return cookie.value if cookie and cookie.value in centre.languages else None


def accepted(header: str) -> list[str]:
    """The languages of an `Accept-Language`, the most wanted first."""
    found = [(_weight(match[2]), match[1].lower()) for match in ACCEPTED.finditer(header[:LONGEST])]
    return [language for weight, language in sorted(found, key=lambda one: -one[0]) if weight > 0]


def _weight(text: str | None) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
