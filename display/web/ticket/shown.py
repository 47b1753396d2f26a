"""The page of a ticket, and what its stream says."""

import json
from collections.abc import Hashable
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup
from starlette.responses import HTMLResponse

from data.centre import Centre
from data.texts import Words, mark, words
from data.views import Followed
from display.web.render import Pages
from display.web.ticket import rating
from display.web.ticket.parts import IN_JSON, filled, filled_json, parts, standing

MOST = 8192
"""Messages that are kept, about 25 MB; all are let go when there are more."""
REFRESH_S = {"served": 0, "cancelled": 0, "removed": 0, "expired": 0, "no-show": 60}
"""How often the page comes again without a script; 0 where nothing more will come."""
OFTEN_S = 15
TEXTS = {
    "as_of": mark("As of {time}"),
    "lost": mark("No connection. As of {time}."),
    "ago": mark("No connection. As of {time}, {n} min ago."),
    "sound": mark("Sound when you are called"),
    "touch": mark("Touch this page once, so that it may sound."),
}


class When(NamedTuple):
    """Of when what is shown is: the time at the centre, its age in seconds, and whether the store is lost."""

    at: str
    age: int
    lost: bool


class Shown:
    """Makes pages and messages. A message is made once for all tickets that stand alike, until the centre changes."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._centre: Centre | None = None
        self._kept: dict[Hashable, bytes] = {}

    def page(
        self,
        centre: Centre,
        followed: Followed,
        language: str,
        when: When,
        *,
        notice: str = "",
        form: rating.Form | None = None,
    ) -> HTMLResponse:
        """The whole page: 422 where a `form` comes back because it was not complete."""
        ticket, say = followed.ticket, words(language)
        made = parts(self._pages, centre, followed, language, form)
        return self._pages.page(
            "ticket.html",
            language=language,
            status=422 if form else 200,
            here=f"/{ticket.code}",
            title=filled(made.title, followed),
            live=Markup(filled(made.live, followed)),
            acts=Markup(filled(made.acts, followed)),
            code=ticket.code,
            state=ticket.state,
            calls=followed.calls,
            refresh=0 if "rate" in followed.may else REFRESH_S.get(ticket.state, OFTEN_S),
            notice=say(notice) if notice else "",
            when=when,
            **_texts(say),
        )

    def message(self, centre: Centre, followed: Followed, language: str, when: When) -> bytes:
        """What the stream says, as JSON. 1 µs where it is kept."""
        if centre is not self._centre or len(self._kept) >= MOST:
            self._centre = centre
            self._kept.clear()
        key = language, standing(followed)
        shared = self._kept.get(key)
        if shared is None:
            shared = self._kept[key] = self._news(centre, followed, language)
        return _head(when) + filled_json(shared, followed)

    def _news(self, centre: Centre, followed: Followed, language: str) -> bytes:
        """The message without its beginning."""
        made = parts(self._pages, centre, followed, language)
        about = made._asdict() | {"state": followed.ticket.state, "calls": followed.calls}
        return json.dumps(about, ensure_ascii=False)[1:].translate(IN_JSON).encode()


@lru_cache(1)  # thousands of pages are told at once
def _head(when: When) -> bytes:
    return json.dumps(when._asdict())[:-1].encode() + b", "


def _texts(say: Words) -> dict[str, str]:
    return {name: say(text) for name, text in TEXTS.items()}
