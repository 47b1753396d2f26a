"""The board as open data: what the hall shows, and nothing else."""

import json
from dataclasses import asdict

import httpx
import pytest

from data import board, log
from data.clock import moment
from data.zone import Zone
from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served, until


@pytest.fixture
def centre_of(sqlite_url: str, clock: MovableClock, served_sqlite: Served) -> Centre:
    acting = Centre(sqlite_url, clock)
    acting.open(1, 2, 3)
    return acting


def get(served: Served, path: str, **options: object) -> httpx.Response:
    return httpx.get(served.address + path, **options)  # pyright: ignore[reportArgumentType]


def revision(served: Served, at_least: int) -> None:
    until(lambda: get(served, "/board.json").json()["revision"] >= at_least)


def test_the_board_has_the_fields_of_the_command(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take(times=2, language="ru")
    called = centre_of.call(1)
    with centre_of.store() as store:
        whole, here = board.read(store), board.read(store, Zone(((2, 3),), ("tax",)))
    revision(served_sqlite, whole.revision)
    answer = get(served_sqlite, "/board.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["access-control-allow-origin"] == "*"
    expected = json.loads(json.dumps(asdict(whole), default=lambda at: at.isoformat(timespec="microseconds")))
    assert answer.json() == expected
    assert answer.json()["calls"][0]["ticket"] == called[0]
    assert get(served_sqlite, "/board.json?windows=2-3&services=tax").json()["waiting"] == [
        asdict(one) for one in here.waiting
    ]


def test_an_unchanged_board_is_not_sent_again(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take()
    revision(served_sqlite, 4)
    tag = get(served_sqlite, "/board.json").headers["etag"]
    same = get(served_sqlite, "/board.json", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", tag)
    centre_of.take()
    until(lambda: get(served_sqlite, "/board.json", headers={"If-None-Match": tag}).status_code == 200)


def test_a_zone_has_its_own_calls_and_queues(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take("id-card")
    centre_of.take("tax", times=2)
    here, there = centre_of.call(1), centre_of.call(2)
    until(lambda: len(get(served_sqlite, "/board.json").json()["calls"]) == 2)
    of_window = get(served_sqlite, "/board.json?windows=1").json()
    of_service = get(served_sqlite, "/board.json?services=tax,notary").json()
    assert [call["ticket"] for call in of_window["calls"]] == here
    assert [call["ticket"] for call in of_service["calls"]] == there
    assert [queue["service"] for queue in of_service["waiting"]] == ["tax", "notary"]


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("windows=x", 400, "bad-query"),
        ("windows=", 400, "bad-query"),
        ("windows=3-1", 400, "bad-query"),
        ("windows=1&windows=2", 400, "bad-query"),
        ("windows=%201", 400, "bad-query"),
        ("services=", 400, "bad-query"),
        ("services=%3Cscript%3E", 400, "bad-query"),
        ("other=1", 400, "bad-query"),
        ("windows=" + ",".join("1" for _ in range(33)), 400, "bad-query"),
        ("windows=77", 404, "unknown-window"),
        ("services=nothing-here", 404, "unknown-service"),
    ],
)
@pytest.mark.parametrize("path", ["/board.json", "/events"])
def test_what_is_not_as_described_is_refused(calm: Served, path: str, query: str, status: int, code: str) -> None:
    answer = get(calm, f"{path}?{query}")
    assert (answer.status_code, answer.json()["error"]) == (status, code)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert not [asked for asked in ("script", "nothing-here") if asked in answer.text]


def test_only_reading_is_possible(calm: Served) -> None:
    for path in ("/board.json", "/events", "/openapi.json"):
        assert httpx.head(calm.address + path).status_code == 200
        for method in ("POST", "PUT", "DELETE"):
            answer = httpx.request(method, calm.address + path)
            assert answer.status_code in (403, 405)


def test_no_code_is_in_it(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take(times=5)
    centre_of.call(1, times=3)
    with centre_of.store() as store:
        newest = board.read(store).revision
        assert len(log.calls(store, since=0)) == 3
    revision(served_sqlite, newest)
    pages = [get(served_sqlite, path).text for path in ("/board.json", "/hall", "/openapi.json")]
    assert len(centre_of.codes) == 5
    assert not [code for code in centre_of.codes for page in pages if code in page or code.lower() in page]


def test_times_are_in_utc(centre_of: Centre, served_sqlite: Served, clock: MovableClock) -> None:
    centre_of.take()
    centre_of.call(1)
    until(lambda: get(served_sqlite, "/board.json").json()["calls"])
    at = get(served_sqlite, "/board.json").json()["calls"][0]["at"]
    assert at == moment(int(clock.moment.timestamp() * 1_000_000)).isoformat(timespec="microseconds")
