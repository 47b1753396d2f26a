"""The stream of the open data: each call once and in order, whatever happens between."""

import json
from collections.abc import Iterator

import httpx
import pytest

from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served
from tests.display.web.streamed import Listening, listening

BURST = 30


@pytest.fixture
def centre_of(sqlite_url: str, clock: MovableClock, served_sqlite: Served) -> Centre:
    return acting(sqlite_url, clock)


def acting(url: str, clock: MovableClock) -> Centre:
    centre = Centre(url, clock)
    centre.open(1, 2, 3)
    centre.take(times=2 * BURST)
    return centre


def tickets(stream: Listening, many: int) -> Iterator[str]:
    return (json.loads(stream.next("call").data)["ticket"] for _ in range(many))


def test_the_board_comes_first_and_past_calls_do_not(centre_of: Centre, served_sqlite: Served) -> None:
    past = centre_of.call(1)
    with listening(f"{served_sqlite.address}/events") as stream:
        first = stream.next()
        assert (first.event, [call["ticket"] for call in json.loads(first.data)["calls"]]) == ("board", past)
        later = centre_of.call(2)
        call, after = stream.next(), stream.next()
        assert (call.event, json.loads(call.data)["ticket"], json.loads(call.data)["window"]) == ("call", later[0], 2)
        assert (after.event, after.id) == ("board", call.id)
        assert json.loads(after.data)["calls"][0]["ticket"] == later[0]


def test_a_burst_comes_call_by_call_in_order(centre_of: Centre, served_sqlite: Served) -> None:
    with listening(f"{served_sqlite.address}/events") as stream:
        stream.next("board")
        called = centre_of.call(1, times=BURST)
        assert list(tickets(stream, BURST)) == called


def test_whoever_comes_back_gets_what_was_missed_once(url: str, clock: MovableClock, served: Served) -> None:
    centre_of = acting(url, clock)
    with listening(f"{served.address}/events") as stream:
        stream.next("board")
        seen = [json.loads(stream.next("call").data)["ticket"] for _ in centre_of.call(1, times=3)]
        last = stream.next("board").id
    missed = centre_of.call(2, times=4)
    with listening(f"{served.address}/events", headers={"Last-Event-ID": last}) as stream:
        assert list(tickets(stream, 4)) == missed
        stream.next("board")
        later = centre_of.call(3)
        assert list(tickets(stream, 1)) == later
    assert not set(seen) & set(missed)


def test_a_recall_is_a_call_and_an_undone_one_leaves_the_board(
    centre_of: Centre, served_sqlite: Served, clock: MovableClock
) -> None:
    from data import window

    with listening(f"{served_sqlite.address}/events") as stream:
        stream.next("board")
        called = centre_of.call(1)
        first = stream.next("call")
        clock.advance(20)
        with centre_of.store() as store:
            window.recall(store, window=1)
        again = stream.next("call")
        assert json.loads(again.data)["ticket"] == called[0] == json.loads(first.data)["ticket"]
        assert int(again.id) > int(first.id)
        stream.next("board")
        undone = centre_of.call(2)
        assert list(tickets(stream, 1)) == undone
        with centre_of.store() as store:
            window.undo(store, window=2)
        boards = (json.loads(stream.next("board").data) for _ in range(3))
        assert any(undone[0] not in [call["ticket"] for call in board["calls"]] for board in boards)


def test_a_zone_hears_its_own_calls_only(centre_of: Centre, served_sqlite: Served) -> None:
    with listening(f"{served_sqlite.address}/events?windows=2") as stream:
        stream.next("board")
        centre_of.call(1, times=2)
        here = centre_of.call(2)
        assert list(tickets(stream, 1)) == here


def test_an_id_of_a_newer_store_brings_no_call(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.call(1)
    with listening(f"{served_sqlite.address}/events", headers={"Last-Event-ID": "999999"}) as stream:
        assert stream.next().event == "board"
        later = centre_of.call(2)
        assert list(tickets(stream, 1)) == later


@pytest.mark.parametrize("value", ["x", "-1", "1.5", "1" * 19, ""])
def test_an_id_that_is_none_is_refused(calm: Served, value: str) -> None:
    answer = httpx.get(f"{calm.address}/events", headers={"Last-Event-ID": value})
    assert (answer.status_code, answer.json()["error"]) == (400, "bad-query")


def test_no_code_goes_over_the_wire(centre_of: Centre, served_sqlite: Served) -> None:
    with listening(f"{served_sqlite.address}/events", headers={"Last-Event-ID": "0"}) as stream:
        centre_of.call(1, times=5)
        heard = "".join(stream.next("call").data for _ in range(5)) + stream.next("board").data
    assert not [code for code in centre_of.codes if code in heard.upper()]
