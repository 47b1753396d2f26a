"""The style sheets, scripts and pictures of the pages."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from data.refused import Refused
from display.web.told import NOT_FOUND

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "json": "application/json",
}
FOR_EVER = "public, max-age=31536000, immutable"
ROBOTS = "User-agent: *\nDisallow: /\n"


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent."""

    content: bytes
    kind: str
    version: str


@cache
def known() -> dict[str, File]:
    """All files by their names, read once."""
    found: dict[str, File] = {}
    for file in (files("display.web") / "static").iterdir():
        kind = TYPES.get(file.name.rpartition(".")[2])
        if kind and file.is_file():
            content = file.read_bytes()
            found[file.name] = File(content, kind, sha256(content).hexdigest()[:16])
    return found


def address(name: str) -> str:
    """Where a file lies, with its version; KeyError where there is none."""
    return f"/static/{name}?v={known()[name].version}"


async def static(request: Request) -> Response:
    """A file; for a year where it is asked for by its version."""
    file = known().get(request.path_params["name"])
    if file is None:
        raise Refused("not-found", NOT_FOUND)
    same = request.query_params.get("v") == file.version
    return Response(file.content, media_type=file.kind, headers={"Cache-Control": FOR_EVER if same else "no-cache"})


async def robots(request: Request) -> Response:
    """No page here is for search engines."""
    return Response(ROBOTS, media_type="text/plain")


def routes() -> list[BaseRoute]:
    """Where they are."""
    return [Route("/static/{name}", static), Route("/robots.txt", robots)]
