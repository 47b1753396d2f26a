"""What does the server do with a request that no browser would send?"""

import pytest

from tests.display.web.attack.conftest import Target
from tests.display.web.attack.judged import MARKER, faults
from tests.display.web.attack.wire import END, Wire, ask, get, request

HOST = b"Host: 127.0.0.1\r\n"
NOBODY = "0123456789ABCDEFG"
ODD = {
    "a large header": get("/", X_One=MARKER + "a" * 20_000),
    "many large headers": get("/", **{f"X_{number}": MARKER * 500 for number in range(60)}),
    "many headers": get("/", **{f"X_{number}": MARKER for number in range(1_000)}),
    "a long path": get("/" + MARKER * 5_000),
    "a long query": get("/?language=" + MARKER * 5_000),
    "a long cookie": get("/", Cookie=f"language={MARKER * 1_500}"),
    "a large body": request("POST", "/find", f"code={MARKER}".encode() * 10_000),
    "a body that is said to be large": request("POST", "/find", b"code=A", Content_Length="99999999999"),
    "an unknown method": request(MARKER.upper(), "/"),
    "no known path": get(f"/{MARKER}/{MARKER}?{MARKER}={MARKER}"),
    "a path up": get(f"/static/../../{MARKER}"),
    "a coded path up": get(f"/static/..%2f..%2f{MARKER}"),
    "a coded back slash": get(f"/static/..%5c{MARKER}"),
    "a path of a disk": get(f"/static/%2fetc%2fpasswd%00{MARKER}"),
    "a NUL": get(f"/{MARKER}%00"),
    "a line feed": get(f"/{MARKER}%0d%0aSet-Cookie:%20{MARKER}=1"),
    "a percent sign alone": get(f"/{MARKER}%"),
    "bad percent encoding": get(f"/{MARKER}%zz%F"),
    "bad UTF-8": get(f"/%c3%28{MARKER}%ff"),
    "overlong UTF-8": get(f"/%c0%af%c0%ae{MARKER}"),
    "half a surrogate": get(f"/%ed%a0%80{MARKER}"),
    "bytes over 127": get(f"/{MARKER}\xe9\xff"),
    "a tab in the target": get(f"/{MARKER}\tb"),
    "an absolute target": get(f"http://{MARKER}.example/hall"),
    "an absolute target without a path": get(f"http://{MARKER}.example"),
    "another scheme": get(f"gopher://{MARKER}/"),
    "an asterisk": request("OPTIONS", "*"),
    "CONNECT": request("CONNECT", f"{MARKER}.example:80"),
    "CONNECT with a path": request("CONNECT", f"/{MARKER}"),
    "TRACE": request("TRACE", f"/{MARKER}", X_One=MARKER),
    "no target": b"GET  HTTP/1.1\r\n" + HOST + b"\r\n",
    "no version": f"GET /{MARKER}\r\n\r\n".encode(),
    "an old version": f"GET /{MARKER} HTTP/0.9\r\n\r\n".encode(),
    "a version to come": f"GET /{MARKER} HTTP/9.9\r\n".encode() + HOST + b"\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "a TLS hello": bytes.fromhex("16030100c8010000c40303") + MARKER.encode() * 30,
    "not HTTP": MARKER.encode() * 20 + END,
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + HOST + f"Host: {MARKER}\r\n\r\n".encode(),
    "a host that is none": get("/hall", Host=f"{MARKER}<script>"),
    "an upgrade": get("/", Connection="Upgrade", Upgrade="websocket", Sec_WebSocket_Key=MARKER),
    "an upgrade to HTTP/2": get("/", Connection="Upgrade, HTTP2-Settings", Upgrade="h2c", HTTP2_Settings=MARKER),
    "a folded header": b"GET / HTTP/1.1\r\n" + HOST + f"X: a\r\n {MARKER}\r\n\r\n".encode(),
    "a header without a colon": b"GET / HTTP/1.1\r\n" + HOST + f"{MARKER}\r\n\r\n".encode(),
    "a space before the colon": b"GET / HTTP/1.1\r\n" + HOST + f"X{MARKER} : a\r\n\r\n".encode(),
    "a NUL in a header": get("/", X=f"a\0{MARKER}"),
    "odd bytes in headers": get("/", Cookie="language=\xff\xfe", Accept_Language=f"\xe9{MARKER}", Origin="\xff"),
    "two lengths": b"POST /find HTTP/1.1\r\n" + HOST + b"Content-Length: 6\r\n" * 2 + b"\r\ncode=A",
    "two other lengths": b"POST /find HTTP/1.1\r\n" + HOST + b"Content-Length: 6\r\nContent-Length: 7\r\n\r\ncode=AA",
    "a negative length": request("POST", "/find", b"code=A", Content_Length="-6"),
    "a length in words": request("POST", "/find", b"code=A", Content_Length=MARKER),
    "a length with a sign": request("POST", "/find", b"code=A", Content_Length="+6"),
    "a length of two parts": request("POST", "/find", b"code=A", Content_Length="6, 6"),
    "a length beyond counting": request("POST", "/find", b"code=A", Content_Length="9" * 40),
    "length and chunks": request("POST", "/find", b"0\r\n\r\n", Transfer_Encoding="chunked"),
    "unknown coding": request("POST", "/find", b"code=A", Transfer_Encoding=f"x{MARKER}"),
    "chunks twice": request("POST", "/find", b"0\r\n\r\n", Content_Length="5", Transfer_Encoding="chunked, chunked"),
    "chunks that are not last": request("POST", "/find", b"0\r\n\r\n", Transfer_Encoding="chunked, identity"),
    "a chunk of no size": b"POST /find HTTP/1.1\r\n"
    + HOST
    + f"Transfer-Encoding: chunked\r\n\r\n{MARKER}\r\n\r\n".encode(),
    "a chunk that is endless": b"POST /find HTTP/1.1\r\n"
    + HOST
    + b"Transfer-Encoding: chunked\r\n\r\n"
    + b"f" * 17
    + b"\r\n",
    "large chunks": b"POST /find HTTP/1.1\r\n"
    + HOST
    + b"Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    + (b"8000\r\n" + b"a" * 0x8000 + b"\r\n") * 20
    + b"0\r\n\r\n",
    "JSON instead of a form": request(
        "POST", "/find", f'{{"code": "{MARKER}"}}'.encode(), Content_Type="application/json"
    ),
    "a file instead of a form": request(
        "POST",
        "/find",
        f'--b\r\nContent-Disposition: form-data; name="code"; filename="{MARKER}"\r\n\r\na\r\n--b--\r\n'.encode(),
        Content_Type="multipart/form-data; boundary=b",
    ),
    "a type without its boundary": request("POST", "/find", b"x", Content_Type="multipart/form-data"),
    "a type that is none": request("POST", "/find", b"code=A", Content_Type=f"{MARKER};;;="),
    "no type": b"POST /find HTTP/1.1\r\n" + HOST + b"Content-Length: 6\r\n\r\ncode=A",
    "a form of bad UTF-8": request("POST", "/find", b"code=%ff%fe%00" + MARKER.encode()),
    "many fields": request("POST", "/find", "&".join(f"{MARKER}{n}=1" for n in range(400)).encode()),
    "a code that is none": request("POST", "/find", f"code={MARKER}".encode()),
    "a rating of nothing": request("POST", f"/{NOBODY}/rate", f"overall={MARKER}".encode()),
    "a ticket of no service": request("POST", "/take", f"service={MARKER}&key={MARKER}".encode()),
}
TOO_MUCH = {
    "a large header",
    "many large headers",
    "many headers",
    "a long path",
    "a long query",
    "a large body",
    "a body that is said to be large",
    "large chunks",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
async def test_it_is_answered_shortly_and_tells_nothing(target: Target, odd: bytes) -> None:
    revision = target.store.revision()
    if answer := await ask(target.port, odd):
        assert faults(answer) == []
        assert len(answer.raw) < 20_000
    after = await ask(target.port, get("/hall"))
    assert after
    assert after.status == 200
    assert target.store.revision() == revision


@pytest.mark.parametrize("odd", [ODD[name] for name in sorted(TOO_MUCH)], ids=sorted(TOO_MUCH))
async def test_too_much_is_refused(target: Target, odd: bytes) -> None:
    answer = await ask(target.port, odd)
    assert answer is None or answer.status in (400, 413, 414, 431)


async def test_nothing_that_was_sent_is_in_what_the_server_noted(target: Target) -> None:
    code = target.code()
    for path in (f"/{code}", f"/{code}/now", f"/{code}/cancel", f"/{code}/{MARKER}", f"/{MARKER}", f"/{code}%"):
        await ask(target.port, get(path, Referer=f"http://127.0.0.1/{code}", User_Agent=MARKER))
        await ask(target.port, request("POST", path, f"code={code}".encode(), Origin="http://evil.example"))
    await ask(target.port, request("POST", "/find", f"code={code}".encode()))
    await ask(target.port, f"GET /{code} HTTP/1.1\r\nbroken {MARKER}\r\n\r\n".encode())
    noted = target.served.notes.read_text().upper()
    assert code not in noted
    assert MARKER.upper() not in noted
    assert "TRACEBACK" not in noted


async def test_a_second_request_hides_in_none(target: Target) -> None:
    """A body that two servers may measure in different ways must not become a request of its own."""
    code = target.code()
    hidden = request("POST", f"/{code}/cancel", Content_Length="0")
    for odd in (
        request("POST", "/find", b"0\r\n\r\n" + hidden, Transfer_Encoding="chunked"),
        request("POST", "/find", b"0\r\n\r\n" + hidden, Transfer_Encoding="xchunked"),
        request("POST", "/find", b"0\r\n\r\n" + hidden, Transfer_Encoding="chunked, identity"),
        b"POST /find HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n" + hidden,
        b"POST /find HTTP/1.1\r\n" + HOST + b"Content-Length : 0\r\n\r\n" + hidden,
    ):
        wire = await Wire.to(target.port)
        await wire.ask(odd)
        wire.close()
    page = await ask(target.port, get(f"/{code}/now"))
    assert page
    assert b'"waiting"' in page.body


async def test_a_code_in_small_letters_leads_on_without_what_else_was_asked(target: Target) -> None:
    answer = await ask(target.port, get(f"/{target.code().lower()}?language=az&{MARKER}={MARKER}&x=%0d%0aSet-Cookie:b"))
    assert answer
    assert answer.status == 308
    assert faults(answer) == []
