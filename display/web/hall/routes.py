"""/hall for a TV with a browser, and the stream of its fragments."""

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from data.refused import Refused
from data.texts import words
from display.parts.away import UNREACHABLE
from display.web import zones
from display.web.guard.addresses import asking
from display.web.hall.picture import TILES, version
from display.web.hall.show import Show
from display.web.hall.shows import Shows
from display.web.streams import Event, Stream
from display.web.web import Web

BEAT_S = 3.0
FIRST_S = 5.0


def routes(web: Web) -> list[BaseRoute]:
    """The page, and what keeps it up."""
    shows = Shows(web)

    def show(request: Request) -> Show:
        return shows.of(zones.zone(request.query_params, web.live.centre, also=None), asking(request))

    async def page(request: Request) -> Response:
        wanted = show(request)
        picture = await wanted.changed(None, FIRST_S)
        if picture is None:
            raise Refused("store-missing", UNREACHABLE)
        about = {
            "picture": picture,
            "page": version(),
            "zone": zones.address(wanted.zone),
            "tiles": TILES,
            "lost": lost,
        }
        return web.pages.page("hall/hall.html", language=web.live.centre.languages[0], **about)

    async def events(request: Request) -> Response:
        return Stream(messages(show(request), asking(request)))

    return [Route("/hall", page), Route("/hall/events", events)]


def lost(language: str) -> str:
    """What a page says once it hears nothing any more; it puts the time in itself."""
    return words(language)("No connection to the store. These numbers stand since {time}.", time="{time}")


async def messages(show: Show, address: str) -> AsyncIterator[str | Event]:
    """Each picture as it changes, and a beat while it does not, so that a screen knows when its numbers stand."""
    seen = None
    with show.screen(address):
        while not show.over:
            picture = await show.changed(seen, BEAT_S)
            if picture is not None:
                yield picture.message if picture is not seen else Event(picture.at, event="beat")
            seen = picture
