"""The pages, made of templates."""

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from data.centre import Centre
from data.texts import name, own_name, right_to_left, words
from display.web import static_files

FOLDER = Path(__file__).parent / "pages"
MOST_KEPT = 256
"""Pages that are the same for all; all are let go when there are more."""


class Pages:
    """Makes pages of the centre as it is set up now.

    Every template knows `say(message, …)` and `count(one, many, n, …)` of its language, `words` (for `words.time(…)`),
    `language`, `dir`, `centre`, `named(names)` for a name of the centre's own, `own_name(language)`,
    `direction(language)` and `static(file)`.
    """

    def __init__(self, centre: Callable[[], Centre]) -> None:
        self._centre = centre
        self._kept_of: Centre | None = None
        self._kept: dict[Hashable, bytes] = {}
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._templates.globals |= {"static": static_files.address, "own_name": own_name, "direction": direction}

    def page(self, template: str, *, language: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A whole page, never kept by a browser."""
        return _page(self.part(template, language=language, **values), language, status)

    def same(self, template: str, key: Hashable, *, language: str, status: int = 200, **values: Any) -> HTMLResponse:
        """As `page`, where `key` stands for the values: made once for all who ask, until the centre changes."""
        if self._kept_of is not self._centre() or len(self._kept) >= MOST_KEPT:
            self._kept_of = self._centre()
            self._kept.clear()
        whole = template, key, language
        if whole not in self._kept:
            self._kept[whole] = self.part(template, language=language, **values).encode()
        return _page(self._kept[whole], language, status)

    def part(self, template: str, *, language: str, **values: Any) -> str:
        """A part of a page."""
        spoken = words(language)
        known = {
            "say": spoken,
            "count": spoken.count,
            "words": spoken,
            "language": language,
            "dir": direction(language),
            "centre": self._centre(),
            "named": partial(name, language=language),
        }
        return self._templates.get_template(template).render(known | values)


def _page(content: str | bytes, language: str, status: int) -> HTMLResponse:
    return HTMLResponse(content, status, {"Cache-Control": "no-store", "Content-Language": language})


def direction(language: str) -> str:
    """How a language is written, as HTML says it."""
    return "rtl" if right_to_left(language) else "ltr"
