"""What every answer has in common."""

from typing import Any
from unittest.mock import patch

import httpx
import pytest

from data import visitor
from data.store import Store
from display.web.guard.headers import ALWAYS
from display.web.live import Live
from tests.clocks import MovableClock
from tests.display.web.served import Served, until
from tests.display.web.wires import asked, get

BROWSER = {"Accept": "text/html"}
PATHS = ("/", "/robots.txt", "/healthz", "/static/none", "/no/such/page", "/0123456789ABCDEFG", "/board.json")
SECRET = "0123456789ABCDEFG"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "DELETE"])
def test_every_answer_guards_the_browser(calm: Served, method: str, path: str) -> None:
    answer = httpx.request(method, calm.address + path)
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert "server" not in answer.headers
    assert "strict-transport-security" not in answer.headers
    assert answer.status_code in (200, 204, 404, 405)
    if method == "HEAD":
        assert answer.content == b""


def test_a_page_that_is_not_there_is_said_in_the_language_of_the_visitor_without_its_name(
    calm: Served,
) -> None:
    for language in ("az", "en", "ru"):
        headers = BROWSER | {"Accept-Language": language}
        answer = httpx.get(f"{calm.address}/no/such/Zq7?Zq8=Zq9", headers=headers)
        assert answer.status_code == 404
        assert f'lang="{language}"' in answer.text
        assert "Zq" not in answer.text


def test_a_path_that_is_no_code_is_never_too_many(calm: Served) -> None:
    paths = ("/favicon.ico", "/A007", "/nothing/now", "/wp-admin")
    statuses = [httpx.get(calm.address + path).status_code for path in paths * 8]
    assert statuses == [404] * 32
    assert httpx.get(f"{calm.address}/{SECRET}").status_code == 404


def test_what_a_path_takes_may_be_asked(calm: Served) -> None:
    asked_for = httpx.options(f"{calm.address}/robots.txt")
    assert (asked_for.status_code, set(asked_for.headers["allow"].split(", "))) == (204, {"GET", "HEAD"})
    refused = httpx.post(f"{calm.address}/robots.txt", headers={"Accept": "application/json"})
    assert (refused.status_code, refused.json()["error"]) == (405, "wrong-method")
    assert set(refused.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_wrong_codes_are_limited_and_right_ones_never(served: Served, url: str, clock: MovableClock) -> None:
    with Store.open(url, clock=clock) as store:
        code = visitor.take(store, service="id-card").code
    with httpx.Client(base_url=served.address, headers={"Accept": "application/json"}) as hall:
        wrong = [hall.get(f"/{number:017}") for number in range(25)]
        assert [one.status_code for one in wrong] == [404] * 20 + [429] * 5
        assert wrong[-1].headers["retry-after"] == "30"
        assert wrong[-1].json()["error"] == "too-many"
        assert hall.get(f"/{code}").status_code == 200
        clock.advance(minutes=10)
        assert hall.get("/" + "0" * 17).status_code == 404


def test_a_fault_of_ours_is_told_to_nobody_and_noted_without_its_object(
    served_sqlite: Served, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(live: Live, code: str) -> Any:
        raise LookupError(f"nothing at {code}")

    with patch.object(Live, "find", broken), caplog.at_level(1):
        answer = asked(served_sqlite, get(f"/{SECRET}", "Accept: text/html", "Connection: close")).decode()
    assert answer.startswith("HTTP/1.1 500 ")
    assert "</html>" in answer
    assert SECRET not in answer
    assert "LookupError" not in answer
    assert "LookupError at " in caplog.text
    assert SECRET not in caplog.text


def test_the_log_has_no_codes_whatever_is_asked(
    served_sqlite: Served, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    heads = (f"Cookie: language={SECRET}", f"Referer: http://q.example/{SECRET}", "Connection: close")
    upgrade = ("Connection: Upgrade, close", "Upgrade: websocket", f"Sec-WebSocket-Key: {SECRET}")
    for logger in (None, "uvicorn.error", "asyncio"):
        caplog.set_level(1, logger)
    for request in (
        get(f"/{SECRET}", *heads),
        get(f"/{SECRET}/events?code={SECRET}", *heads),
        get(f"/{SECRET}", *upgrade),
        get(f"/{SECRET}\x01", *heads),
        get(f"/{SECRET}", f"X: {SECRET}\0"),
        f"{SECRET} /{SECRET} HTTP/1.1\r\n\r\n".encode(),
        f"POST /{SECRET}/cancel HTTP/1.1\r\nContent-Length: 99\r\n\r\ncode={SECRET}".encode() + b"a" * 200,
    ):
        asked(served_sqlite, request)
    told = "".join(f"{record.getMessage()}{record.args}{record.exc_text}" for record in caplog.records)
    assert SECRET not in told
    assert SECRET not in "".join(capfd.readouterr())


def test_while_the_store_is_away_programs_and_people_are_told_and_not_where_it_lies(
    served_sqlite: Served, tmp_path: Any
) -> None:
    (tmp_path / "novbe.db").rename(tmp_path / "away.db")
    until(lambda: served_sqlite.web.live.refused)
    for accept in ("application/json", "text/html"):
        answer = httpx.get(f"{served_sqlite.address}/{SECRET}", headers={"Accept": accept})
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert "novbe.db" not in answer.text
    assert httpx.get(f"{served_sqlite.address}/healthz").status_code == 503
    (tmp_path / "away.db").rename(tmp_path / "novbe.db")
    until(lambda: httpx.get(f"{served_sqlite.address}/healthz").status_code == 200)


def test_a_file_is_kept_for_a_year_where_its_version_is_asked_for(calm: Served) -> None:
    page = httpx.get(f"{calm.address}/", headers=BROWSER).text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    file = httpx.get(calm.address + address)
    assert file.status_code == 200
    assert file.headers["content-type"] == "text/css; charset=utf-8"
    assert file.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert httpx.get(calm.address + address.partition("?")[0]).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["..%2fapp.py", "%2e%2e/app.py", "none.css", "..%5capp.py", "style.css%00", ""])
def test_only_files_of_the_pages_are_sent(calm: Served, name: str) -> None:
    assert httpx.get(f"{calm.address}/static/{name}").status_code == 404


def test_an_act_is_done_after_the_database_lost_its_connections(served: Served, url: str, clock: MovableClock) -> None:
    with Store.open(url, clock=clock) as store:
        code = visitor.take(store, service="id-card").code
    web = served.web
    served.wait(web.acting.ask(lambda store: visitor.ticket(store, code=code)))

    def cut(store: Store) -> None:
        store._connection.close()
        if store.backend.kind == "sqlite":
            store._connection = None

    served.wait(web.acting.ask(cut))
    assert served.wait(web.acting.ask(lambda store: visitor.cancel(store, code=code))).state == "cancelled"
