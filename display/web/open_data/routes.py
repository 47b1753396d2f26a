"""/board.json, /events and /openapi.json: for programs of whoever wants to show the calls."""

from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from data.refused import Refused
from display.web import refusals, zones
from display.web.open_data.boards import board
from display.web.open_data.events import events, last_seen
from display.web.streams import Stream
from display.web.web import Web

JSON = "application/json"
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Retry-After"}
HOUR = "public, max-age=3600"


def routes(web: Web) -> list[BaseRoute]:
    """Where they are; each answers any site, and only with what the hall shows."""
    description = (files("display.web.open_data") / "openapi.json").read_bytes()

    async def board_json(request: Request) -> Response:
        try:
            read = await board(web.live, zones.zone(request.query_params, web.live.centre))
        except Refused as refused:
            return declined(web, request, refused)
        headers = {**OPEN, "ETag": read.tag, "Cache-Control": "no-cache"}
        if has(request, read.tag):
            return Response(status_code=304, headers=headers)
        return Response(read.json, media_type=JSON, headers=headers)

    async def stream(request: Request) -> Response:
        try:
            zone = zones.zone(request.query_params, web.live.centre)
            seen = last_seen(request.headers.get("last-event-id"))
        except Refused as refused:
            return declined(web, request, refused)
        return Stream(events(web.live, zone, seen), headers=OPEN)

    async def openapi(request: Request) -> Response:
        return Response(description, media_type=JSON, headers={**OPEN, "Cache-Control": HOUR})

    return [Route("/board.json", board_json), Route("/events", stream), Route("/openapi.json", openapi)]


def has(request: Request, tag: str) -> bool:
    """Whether whoever asks has this already."""
    tags = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    return tag in tags or "*" in tags


def declined(web: Web, request: Request, refused: Refused) -> Response:
    """A refusal that other sites may read too."""
    response = refusals.answer(request, refused, web.live, web.pages)
    response.headers.update(OPEN)
    return response
