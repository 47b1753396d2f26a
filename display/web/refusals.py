"""How a refusal is answered: with which status, and in which form."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from data.refused import Refused
from data.texts import words
from display.web.language import chosen
from display.web.live import Live
from display.web.render import Pages
from display.web.told import AWAY

STATUS: Mapping[str, int] = {
    "unknown-code": 404,
    "not-found": 404,
    "unknown-window": 404,
    "unknown-service": 404,
    "bad-query": 400,
    "wrong-method": 405,
    "too-large": 413,
    "foreign": 403,
    "elsewhere": 403,
    "too-many": 429,
    "fault": 500,
}
RETRY_AFTER, ALLOW = "retry_after", "allow"
"""Values of a refusal that go into the head of its answer."""
STORE_AFTER_S = 5
BY_PROGRAMS = ("/now", "/events", ".json")


def status(refused: Refused) -> int:
    """The status of a refusal."""
    return 503 if refused.of_store else STATUS.get(refused.code, 409)


def answer(request: Request, refused: Refused, live: Live, pages: Pages) -> Response:
    """The refusal as a page in the visitor's language; as JSON for programs.

    Nothing of the request is in it, nor where the store lies.
    """
    code = status(refused)
    if refused.of_store:
        refused = Refused(refused.code, AWAY)
    if _by_program(request):
        fields = {"error": refused.code, "message": refused.message}
        response: Response = JSONResponse(fields, code, {"Cache-Control": "no-store"})
    else:
        language, again = chosen(request, live.centre), request.method == "GET"
        about = refused.code, words(language)(refused.text, **refused.values), again
        response = pages.same("error.html", about, language=language, status=code, refused=refused, again=again)
    if after := refused.values.get(RETRY_AFTER) or (STORE_AFTER_S if code == 503 else None):
        response.headers["Retry-After"] = str(after)
    if allow := refused.values.get(ALLOW):
        response.headers["Allow"] = str(allow)
    return response


def _by_program(request: Request) -> bool:
    accept = request.headers.get("accept", "")
    return "json" in accept or "event-stream" in accept or request.url.path.endswith(BY_PROGRAMS)
