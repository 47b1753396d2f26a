"""The pages of all rooms, and what guards them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from data.refused import Refused
from display.web import static_files
from display.web.answers import Answers
from display.web.guard.addresses import Proxies
from display.web.guard.headers import SecurityHeaders
from display.web.guard.origin import SameOrigin
from display.web.hall import routes as hall
from display.web.open_data import routes as open_data
from display.web.start import routes as start
from display.web.take import routes as take
from display.web.ticket import routes as ticket
from display.web.told import FAULT, NOT_FOUND, WRONG_METHOD
from display.web.web import Web

ROOMS = (open_data, hall, take, start, ticket)
"""In the order in which a path is looked for: the ticket's is any one word."""


def build(web: Web) -> Starlette:
    """The application; its lifespan begins and ends what is shared."""
    app = Starlette(
        routes=_routes(web),
        middleware=[
            Middleware(Proxies, trusted=lambda: web.live.centre.web.trusted_proxies),
            Middleware(SecurityHeaders, centre=lambda: web.live.centre),
            Middleware(Answers, live=web.live, pages=web.pages),
            Middleware(SameOrigin, address=lambda: web.live.centre.address),
        ],
        exception_handlers={HTTPException: _of_status},
        lifespan=_lifespan(web),
    )
    app.router.redirect_slashes = False  # its answer would carry the path
    app.state.streams = web.streams
    return app


def _routes(web: Web) -> list[BaseRoute]:
    async def healthz(request: Request) -> Response:
        """For whoever watches over the server: whether the store can be read."""
        if web.live.refused:
            raise Refused(web.live.refused.code, web.live.refused.text, **web.live.refused.values)
        return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})

    own: list[BaseRoute] = [Route("/healthz", healthz), *static_files.routes()]
    return own + [route for room in ROOMS for route in room.routes(web)]


def _lifespan(web: Web) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        web.start()
        try:
            yield
        finally:
            web.close()

    return lifespan


async def _of_status(request: Request, error: Exception) -> Response:
    """What the router itself refuses; where it is asked what a path takes, that is no refusal."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    allow = (error.headers or {}).get("Allow") if isinstance(error, HTTPException) else None
    if status == 405 and request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": allow or ""})
    if status == 404:
        raise Refused("not-found", NOT_FOUND) from None
    if status == 405:
        raise Refused("wrong-method", WRONG_METHOD, allow=allow) from None
    raise Refused("fault", FAULT) from None
