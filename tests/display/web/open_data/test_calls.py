"""Whoever has missed calls gets them from what was read once."""

import json
from unittest.mock import Mock, patch

import pytest

from data import log
from data.zone import WHOLE, Zone
from display.web.open_data import boards
from display.web.open_data.calls import Calls
from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served, until


@pytest.fixture
def acting(sqlite_url: str, clock: MovableClock, served_sqlite: Served) -> Centre:
    acting = Centre(sqlite_url, clock)
    acting.open(1, 2)
    acting.take(times=8)
    return acting


def missed(served: Served, calls: Calls, seen: int, zone: Zone = WHOLE) -> list[str]:
    """The tickets of the calls after the revision that was `seen`."""
    _, told = served.wait(boards.since(served.web.live, calls, zone, seen))
    lines = [line for one in told for line in one.decode().splitlines()]
    return [json.loads(line.removeprefix("data: "))["ticket"] for line in lines if line.startswith("data: ")]


def test_whatever_was_seen_is_answered_by_one_read(acting: Centre, served_sqlite: Served) -> None:
    called, calls = acting.call(1, times=4), Calls()
    until(lambda: missed(served_sqlite, calls, 0) == called)
    with acting.store() as store:
        last = store.revision()
    reads = Mock(side_effect=log.calls)
    with patch.object(log, "calls", reads):
        heard = [missed(served_sqlite, calls, seen) for seen in range(last + 2)]
        assert reads.call_count == 0
        (newest,) = acting.call(2)
        until(lambda: missed(served_sqlite, calls, 0) == [*called, newest])
        assert [one.kwargs["since"] for one in reads.call_args_list] == [last]
    assert heard == sorted(heard, key=len, reverse=True)
    assert all(one == called[len(called) - len(one) :] for one in heard)
    assert (heard[0], heard[-1]) == (called, [])
    assert missed(served_sqlite, calls, 0, Zone(((2, 2),))) == [newest]


def test_those_of_long_ago_are_not_given_again(acting: Centre, served_sqlite: Served) -> None:
    with patch("display.web.open_data.calls.FARTHEST", 7):  # a call has two events after it before the next one
        calls, called = Calls(), acting.call(1, times=4)
        until(lambda: missed(served_sqlite, calls, 0) == called[-3:])
        called += acting.call(2)
        until(lambda: missed(served_sqlite, calls, 0) == called[-3:])


def test_those_of_another_store_are_not_given(acting: Centre, served_sqlite: Served) -> None:
    calls, called = Calls(), acting.call(1, times=2)
    with acting.store() as one, acting.store() as other:
        assert [heard.call.ticket for heard in calls.read(one, one.revision())] == called
        with patch.object(log, "calls", return_value=()):  # as if that one had none
            assert calls.read(other, other.revision()) == ()
        until_first = calls.read(other, other.revision() - 1)
    assert [heard.call.ticket for heard in until_first] == called[:1]
