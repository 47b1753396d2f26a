"""What every response says to the browser, so that a page can do nothing but what it is for."""

from collections.abc import Callable, Iterable

from starlette.datastructures import Headers, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.centre import Centre
from display.web import language

POLICY = "; ".join((
    "default-src 'none'",
    *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "connect")),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip
ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex",
}
RAW = [(name.encode(), value.encode()) for name, value in ALWAYS.items()]
NO_STORE = {"Cache-Control": "no-store"}
"""For what is of one visitor, or true for a moment only."""
HSTS = (b"strict-transport-security", b"max-age=31536000")
READ_BY_SCRIPTS = (b"application/json", b"text/event-stream")
YEAR_S = 365 * 24 * 3600


class SecurityHeaders:
    """Adds them, and the cookie that remembers a language that was asked for: the only one."""

    def __init__(self, app: ASGIApp, centre: Callable[[], Centre]) -> None:
        self._app = app
        self._centre = centre

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = message.get("headers", ())
                message["headers"] = [*own, *RAW, *self._more(scope, script=_for_script(own))]
            await send(message)

        await self._app(scope, receive, with_headers)

    def _more(self, scope: Scope, *, script: bool) -> list[tuple[bytes, bytes]]:
        """What else; a script asks in the language of its page, which is no choice of the visitor's."""
        secure, asked = scope["scheme"] == "https", scope["query_string"]
        more: list[tuple[bytes, bytes]] = [HSTS] if secure else []
        chosen = language.asked(QueryParams(asked), self._centre()) if asked and not script else None
        if chosen and chosen != language.remembered(Headers(scope=scope), self._centre()):
            cookie = f"{language.COOKIE}={chosen}; Path=/; Max-Age={YEAR_S}; SameSite=Lax; HttpOnly"
            more.append((b"set-cookie", f"{cookie}{'; Secure' if secure else ''}".encode()))
        return more


def _for_script(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(READ_BY_SCRIPTS) for name, value in headers)
