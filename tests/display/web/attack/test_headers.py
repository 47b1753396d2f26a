"""What does every response say to the browser?"""

import hmac
import re
from unittest.mock import patch

import pytest

from data import tickets
from data.refused import Refused
from data.store import Store
from tests.display.web.attack.conftest import Target
from tests.display.web.attack.judged import POLICY, directives, faults
from tests.display.web.attack.wire import Answer, Wire, ask, get, request

PAGES = ("/", "/{code}", "/hall", "/take")
STREAMS = ("/{code}/events", "/hall/events", "/events")
DATA = ("/{code}/now", "/board.json", "/openapi.json", "/healthz", "/robots.txt")
OTHERS = ("/0123456789ABCDEFG", "/nothing/here", "/static/none.css", "/favicon.ico", "/{small}", "/hall?windows=x")
POSTS = ("/find", "/take", "/{code}/cancel", "/{code}/postpone", "/{code}/rate", "/hall", "/board.json")
LINKS = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def filled(target: Target, path: str) -> str:
    """The path, with the code of a ticket."""
    code = target.code()
    return path.format(code=code, small=code.lower())


def sealed(answer: Answer | None) -> Answer:
    """The answer, which says all that it should."""
    assert answer
    assert faults(answer) == []
    assert directives(answer) == {part.strip() for part in POLICY.split(";")}
    assert "camera=()" in answer.headers["permissions-policy"]
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    return answer


@pytest.mark.parametrize("path", [*PAGES, *DATA, *OTHERS])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "DELETE"])
async def test_every_page_says_it(target: Target, path: str, method: str) -> None:
    answer = sealed(await ask(target.port, request(method, filled(target, path)), head=method == "HEAD"))
    if method == "DELETE":
        assert answer.status in (404, 405, 429)
    if path not in DATA and method != "OPTIONS":
        assert answer.headers.get("cache-control") == "no-store"


@pytest.mark.parametrize("path", STREAMS)
async def test_every_stream_says_it(target: Target, path: str) -> None:
    wire = await Wire.to(target.port)
    answer = sealed(await wire.ask(get(filled(target, path)), head=True))
    wire.close()
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("site", ["same-origin", "cross-site"])
async def test_every_answer_to_a_form_says_it(target: Target, path: str, site: str) -> None:
    sealed(await ask(target.port, request("POST", filled(target, path), b"overall=satisfied", Sec_Fetch_Site=site)))


async def test_every_file_says_it(target: Target) -> None:
    pages = [await ask(target.port, get(filled(target, path))) for path in PAGES]
    links = {link for page in pages if page for link in LINKS.findall(page.body.decode())}
    assert {link.rpartition(".")[2].partition("?")[0] for link in links} >= {"css", "js", "svg"}
    for link in links:
        answer = sealed(await ask(target.port, get(link)))
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", [*PAGES, "/nothing/here"])
async def test_the_only_cookie_remembers_a_language_that_was_asked_for(target: Target, path: str) -> None:
    silent = sealed(await ask(target.port, get(filled(target, path))))
    assert "set-cookie" not in silent.headers
    answer = sealed(await ask(target.port, get(f"{filled(target, path)}?language=ru")))
    value, *attributes = (part.strip() for part in answer.headers["set-cookie"].split(";"))
    assert value == "language=ru"
    assert {"SameSite=Lax", "HttpOnly", "Path=/"} <= set(attributes)
    assert not any(attribute.lower().startswith("domain") for attribute in attributes)
    unknown = sealed(await ask(target.port, get(f"{filled(target, path)}?language=xx%0d%0a")))
    assert "set-cookie" not in unknown.headers


@pytest.mark.parametrize("path", PAGES)
async def test_no_page_has_a_script_or_a_style_inside_or_asks_anybody_else(target: Target, path: str) -> None:
    answer = sealed(await ask(target.port, get(filled(target, path))))
    html = answer.body.decode()
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert not re.search(r'(?:href|src|action)="(?:https?:)?//', html)


def test_a_code_is_compared_in_constant_time(sqlite_store: Store) -> None:
    """What decides is `hmac.compare_digest`, and not how far a database or a dictionary came."""
    from data import visitor

    code = visitor.take(sqlite_store, service="id-card").code
    with sqlite_store.snapshot():
        assert tickets.by_code(sqlite_store, code)
        with patch.object(hmac, "compare_digest", lambda one, other: False), pytest.raises(Refused) as refused:
            tickets.by_code(sqlite_store, code)
    assert refused.value.code == "unknown-code"
