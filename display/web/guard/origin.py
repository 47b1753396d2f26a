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

    An old browser may say nothing, or "null", of where it comes from: then the route is to ask for something that no
    other site knows, a code in the path or a signed key in the form. All of ours do.
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
        ours = {headers.get("host", "").lower(), _place(self._address() or "")} - {""}
        return origin != "null" and _place(origin) not in ours


def _place(url: str) -> str:
    """Host and port of a URL; a proxy may have ended https, so the scheme says nothing."""
    try:
        return urlsplit(url.lower()).netloc
    except ValueError:
        return ""
