"""Whatever is asked, the answer is one of ours, and nothing of the question is in it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.types import ASGIApp

from data import setup, visitor
from data.centre import read
from data.store import Store
from display.web.app import build
from display.web.web import opened
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.display.web.attack.inside import Header, answered
from tests.display.web.attack.judged import MARKER, faults

EXAMPLES = 300
WEB = "\n[web]\nremote = true\n"
MARK = MARKER.encode()
SAFE = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@"
LEAVES = (
    "",
    "now",
    "events",
    "cancel",
    "postpone",
    "rate",
    "hall",
    "take",
    "static",
    "find",
    "board.json",
    "openapi.json",
)
KNOWN = (
    *("accept", "accept-language", "accept-encoding", "cookie", "content-type", "content-length", "origin", "referer"),
    *("host", "sec-fetch-site", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded", "range"),
    *("if-none-match", "if-modified-since", "last-event-id", "user-agent", "transfer-encoding", "expect", "upgrade"),
)
VALUES = (
    *(b"", b"*/*", b"text/event-stream", b"application/json", b"az", b"ar;q=0.5, *;q=zz", b"language=az", b"language="),
    *(
        b"null",
        b"http://127.0.0.1:8080",
        b"same-origin",
        b"cross-site",
        b"127.0.0.1",
        b"[::1]:x, ,",
        b"bytes=9-1,-",
        b"0",
    ),
    *(
        b"application/x-www-form-urlencoded; charset=utf-16",
        b"multipart/form-data; boundary=a",
        b"https",
        b'"; \\"',
        b"=;=;",
    ),
)


def coded(data: bytes) -> bytes:
    """As a browser would write it in a path: so uvicorn lets it through."""
    return b"".join(bytes([byte]) if byte in SAFE else b"%%%02X" % byte for byte in data)


def parts(codes: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Parts of a path, of which some are known."""
    known = st.sampled_from([*LEAVES, *codes, *(code.lower() for code in codes)]).map(str.encode)
    odd = st.sampled_from(
        [b"..", b".", b"%", b"%zz", b"%00", b"%c0%af", b"%ff", b"%0d%0a", b"//", b"\\", MARK, MARK * 900]
    )
    return st.one_of(known, odd, st.text(max_size=30).map(lambda text: coded(text.encode("utf-8", "surrogatepass"))))


def targets(codes: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Paths, some with a query."""
    paths = st.lists(parts(codes), max_size=4).map(lambda found: b"/" + b"/".join(found))
    field = st.sampled_from([b"language", b"windows", b"services", b"v", b"key", b"service", b"since"])
    value = st.one_of(
        st.sampled_from([b"az", b"1-6", b"1-", MARK, b"%ff", b"&&=", b"9" * 400]), st.binary(max_size=12).map(coded)
    )
    queries = st.lists(st.tuples(field, value).map(b"=".join), max_size=3).map(b"&".join)
    return st.tuples(paths, queries).map(lambda both: b"?".join(both) if both[1] else both[0])


NAMES = st.one_of(st.sampled_from(KNOWN).map(str.encode), st.from_regex(r"\A[a-z-]{1,12}\Z").map(str.encode))
BYTES = st.binary(max_size=40).map(lambda data: bytes(byte for byte in data if byte == 9 or 31 < byte != 127))
HEADERS = st.lists(st.tuples(NAMES, st.one_of(st.sampled_from(VALUES), BYTES, st.just(MARK))), max_size=6)
METHODS = st.sampled_from(["GET", "GET", "GET", "HEAD", "POST", "POST", "OPTIONS", "PUT", "DELETE", "TRACE", "BREW"])
BODIES = st.one_of(
    st.binary(max_size=60),
    st.sampled_from([b"", b"code=" + MARK, b"language=az", b"overall=" + MARK, b"a=" + b"9" * 5_000, b"&" * 100]),
)


class Inside:
    """The app in a loop of its own, with the codes of tickets in different states."""

    def __init__(self, folder: Path) -> None:
        clock = MovableClock()
        url = f"sqlite:///{folder / 'novbe.db'}"
        setup.init(url, read(CENTRE + WEB, "centre.toml"), clock=clock)
        self.store = Store.open(url, clock=clock)
        self.codes = tuple(visitor.take(self.store, service="id-card").code for _ in range(3))
        visitor.cancel(self.store, code=self.codes[0])
        self.runner = asyncio.Runner()
        self.web = opened(lambda: Store.open(url, clock=clock), clock)
        self.app: ASGIApp = build(self.web)
        self.runner.run(self._start())

    async def _start(self) -> None:
        self.web.start()

    async def _close(self) -> None:
        self.web.close()

    def close(self) -> None:
        """End all of it."""
        self.runner.run(self._close())
        self.runner.close()
        self.store.close()


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inside]:
    """A centre of its own, for all examples."""
    made = Inside(tmp_path_factory.mktemp("inside"))
    yield made
    made.close()


def test_no_question_is_told_anything_else(inside: Inside) -> None:
    left = inside.codes[1:]

    @settings(derandomize=True, max_examples=EXAMPLES, deadline=None, database=None)
    @given(method=METHODS, target=targets(inside.codes), headers=HEADERS, body=BODIES)
    def answers(method: str, target: bytes, headers: list[Header], body: bytes) -> None:
        before = inside.store.revision()
        asking = answered(inside.app, method, target, headers, body if method == "POST" else b"")
        answer = inside.runner.run(asyncio.wait_for(asking, 20))
        assert faults(answer) == []
        if method != "POST" or not any(code.encode() in target.upper() for code in left):
            assert inside.store.revision() == before

    answers()


@pytest.mark.parametrize("act", ["cancel", "postpone", "rate"])
def test_looking_is_no_act(inside: Inside, act: str) -> None:
    before = inside.store.revision()
    for method in ("GET", "HEAD"):
        for query in (b"", b"?confirm=1", b"?overall=satisfied", b"?_method=POST"):
            target = f"/{inside.codes[1]}/{act}".encode() + query
            answer = inside.runner.run(answered(inside.app, method, target, [(b"x-http-method-override", b"POST")]))
            assert answer.status in (404, 405)
    assert inside.store.revision() == before
