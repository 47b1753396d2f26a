"""/board.json, /events and /openapi.json: for programs of whoever wants to show the calls."""

from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from data.refused import Refused
from data.zone import Zone
from display.web import refusals, zones
from display.web.open_data.boards import board
from display.web.open_data.calls import Calls
from display.web.open_data.events import events, last_seen
from display.web.streams import Stream
from display.web.web import Web

JSON = "application/json"
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Retry-After"}
HOUR = "public, max-age=3600"


def routes(web: Web) -> list[BaseRoute]:
    """Where they are; each answers any site, and only with what the hall shows."""
    data = OpenData(web)
    return [
        Route("/board.json", data.board),
        Route("/events", data.events),
        Route("/openapi.json", data.openapi),
    ]


class OpenData:
    """The board, its stream, and the description of both."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._calls = Calls()
        self._description = (files("display.web.open_data") / "openapi.json").read_bytes()

    async def board(self, request: Request) -> Response:
        """The board now; nothing where whoever asks has it already."""
        try:
            read = await board(self._web.live, self._zone(request))
        except Refused as refused:
            return declined(self._web, request, refused)
        headers = {**OPEN, "ETag": read.tag, "Cache-Control": "no-cache"}
        if has(request, read.tag):
            return Response(status_code=304, headers=headers)
        return Response(read.json, media_type=JSON, headers=headers)

    async def events(self, request: Request) -> Response:
        """The stream."""
        try:
            zone, seen = self._zone(request), last_seen(request.headers.get("last-event-id"))
        except Refused as refused:
            return declined(self._web, request, refused)
        return Stream(events(self._web.live, self._calls, zone, seen), headers=OPEN)

    async def openapi(self, request: Request) -> Response:
        """What there is, as OpenAPI says it."""
        return Response(self._description, media_type=JSON, headers={**OPEN, "Cache-Control": HOUR})

    def _zone(self, request: Request) -> Zone:
        return zones.zone(request.query_params, self._web.live.centre)


def has(request: Request, tag: str) -> bool:
    """Whether whoever asks has this already."""
    tags = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    return tag in tags or "*" in tags


def declined(web: Web, request: Request, refused: Refused) -> Response:
    """A refusal that other sites may read too."""
    response = refusals.answer(request, refused, web.live, web.pages)
    response.headers.update(OPEN)
    return response
