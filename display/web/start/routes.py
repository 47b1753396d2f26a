"""Where a code is typed that was not scanned."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from display.web.forms import fields
from display.web.guard.headers import NO_STORE
from display.web.language import chosen
from display.web.web import Web


def routes(web: Web) -> list[BaseRoute]:
    """The start page, and the way from it to the page of a ticket."""

    async def start(request: Request) -> Response:
        """The start page."""
        return web.pages.page("start.html", language=chosen(request, web.live.centre))

    async def find(request: Request) -> Response:
        """To the page of the code that was typed, in any way of writing it."""
        typed = (await fields(request)).get("code", "")
        following = await web.found(request, typed)
        return RedirectResponse(f"/{following.now.ticket.code}", 303, NO_STORE)

    return [Route("/", start), Route("/find", find, methods=["POST"])]
