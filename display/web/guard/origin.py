"""Did what is sent come from a page of our own?"""

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from data.refused import Refused
from display.web.told import FOREIGN

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class SameOrigin:
    """Refuses, as `foreign`, what another site has a browser send. `address` is where the centre says it is.

    Where it does not say, the name under which it was asked is ours; a name that somebody else had point here is then
    ours as well. An old browser may say nothing, or "null", of where it comes from. So this alone guards no act: each
    also asks for something that no other site knows, a code in the path or form, or a key that we gave.
    """

    def __init__(self, app: ASGIApp, address: Callable[[], str | None]) -> None:
        self._app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE and self._foreign(Headers(scope=scope)):
            raise Refused("foreign", FOREIGN)
        await self._app(scope, receive, send)

    def _foreign(self, headers: Headers) -> bool:
        if site := headers.get("sec-fetch-site"):
            return site != "same-origin"
        origin = headers.get("origin", "null")
        ours = _place(self._address() or "") or headers.get("host", "").lower()
        return origin != "null" and _place(origin) != ours


def _place(url: str) -> str:
    """Host and port of a URL; a proxy may have ended https, so the scheme says nothing."""
    try:
        return urlsplit(url.lower()).netloc
    except ValueError:
        return ""
