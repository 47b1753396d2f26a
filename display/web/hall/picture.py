"""All that stands on a hall screen now, as fragments of its page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from data.texts import name, words
from data.views import Call
from display.parts.calls import turns
from display.parts.calls.announcements import Shown
from display.parts.calls.outage import Outage
from display.parts.calls.seen import Seen
from display.parts.calls.sentences import notice, standing
from display.web import static_files
from display.web.hall import news
from display.web.live import Live
from display.web.render import Pages

TILES = 5
ROWS = 8
"""Services on one page of those who wait."""
HEAD = 16
LONG, LONGEST = 5, 6
"""Characters of a ticket; most have four."""
PARTS = ("top", "status", "captions", "notice", "earlier", "waiting", "news", "head", "said")


@dataclass(frozen=True, slots=True)
class Picture:
    """The fragments by their ids; `look` is what the style sheet needs to know of them; `at` the clock, "10:20".

    `message` is all of it as it is sent to the screens, with the version of the page that can show it.
    """

    look: str
    at: str
    parts: Mapping[str, str]
    message: str


def version() -> str:
    """Which page the fragments are for: a screen that has another one loads it anew."""
    return "-".join(static_files.address(file).rpartition("=")[2] for file in ("hall.css", "hall.js"))


class Painter:
    """Paints what a hall screen shows."""

    def __init__(self, pages: Pages, live: Live) -> None:
        self._pages, self._live = pages, live

    def __call__(self, shown: Shown, seen: Seen | None, outage: Outage | None, now: datetime) -> Picture:
        """What is to be seen at `now`, in the language whose turn it is."""
        centre, turn = self._live.centre, turns.turn(now)
        language = centre.languages[turn % len(centre.languages)]
        say, at = words(language), f"{now.astimezone(centre.zone):%H:%M}"
        part = partial(self._pages.part, language=language)
        calls = shown.calls[:TILES]
        values: dict[str, Any] = {
            "at": at,
            "status": standing(seen, outage, say),
            "notice": notice(seen, outage, now, say),
            "calls": shown.calls[TILES:],
            "announced": shown.announced,
            **_said(shown.announced, centre.languages[0]),
            "head": f"{seen.board.revision}:{seen.board.head[:HEAD]}" if seen else "",
            "news": news.line(centre.about.news, centre.languages, turn),
            **_waiting(seen, language, turn),
        }
        parts = {one: part(f"hall/{one}.html", **values) for one in PARTS}
        parts |= {f"tile{place}": self._tile(calls, place, shown, language) for place in range(TILES)}
        look = _look(shown, seen, outage, bool(values["news"]))
        message = {"page": version(), "look": look, "at": at, "parts": parts}
        return Picture(look, at, parts, json.dumps(message, ensure_ascii=False))

    def _tile(self, calls: tuple[Call, ...], place: int, shown: Shown, language: str) -> str:
        if place >= len(calls):
            return ""
        call = calls[place]
        announced = call == shown.announced
        flashing = announced and shown.flashing
        return self._pages.part("hall/tile.html", language=language, call=call, announced=announced, flashing=flashing)


def _waiting(seen: Seen | None, language: str, turn: int) -> dict[str, Any]:
    """A page of who waits for what, those services first for which somebody does; which page, of how many."""
    if seen is None:
        return {"queues": (), "page": 0, "pages": 1}
    services = {service.id: service.name for service in seen.centre.services}
    ordered = sorted(seen.board.waiting, key=lambda queue: not queue.waiting)
    queues = [(name(services.get(one.service) or {"": one.service}, language), one.waiting) for one in ordered]
    pages = max(1, -(-len(queues) // ROWS))
    page = turns.page(turn, pages, len(seen.centre.languages))
    return {"queues": queues[page * ROWS :][:ROWS], "page": page, "pages": pages}


def _said(call: Call | None, first: str) -> dict[str, str]:
    """What a screen reader says of a call, in the language of its ticket."""
    if call is None:
        return {"said": "", "said_in": first}
    say = words(call.language or first)
    return {
        "said": say("Ticket {ticket}, window {window}.", ticket=call.ticket, window=call.window),
        "said_in": say.language,
    }


def _look(shown: Shown, seen: Seen | None, outage: Outage | None, news: bool) -> str:
    calls = shown.calls[:TILES]
    closed = bool(seen and seen.closed and not shown.announced)
    longest = max((len(call.ticket) for call in calls), default=0)
    found = {
        "closed": closed,
        "outage": bool(outage),
        "told": closed or not calls,
        "past": len(shown.calls) > TILES,
        "news": news,
        "long": longest == LONG,
        "longest": longest >= LONGEST,
    }
    return " ".join([f"calls-{len(calls)}", *(name for name, true in found.items() if true)])
