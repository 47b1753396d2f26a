"""Many processes at one store: nothing is lost, doubled or out of order, and nobody is shown an error."""

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from data import log, setup
from data.centre import Centre, read
from data.records import Event
from data.store import Store
from tests.conftest import CENTRE
from tests.guards import workers

EIGHT = 8
SERVED = (["id-card", "passport"], ["passport", "tax"], ["id-card", "passport", "tax", "notary"], ["notary", "tax"])
ROOT = Path(__file__).parents[2]


@pytest.fixture
def centre() -> Centre:
    """Eight windows, of which each service has several."""
    windows = "".join(
        f"\n[[windows]]\nnumber = {n}\nservices = {json.dumps(SERVED[n % 4])}\n" for n in range(1, EIGHT + 1)
    )
    return read(CENTRE[: CENTRE.index("\n[[windows]]")] + windows, "centre.toml")


@pytest.mark.parametrize("each", [10, pytest.param(150, marks=pytest.mark.slow)])
def test_eight_take_while_eight_call(url: str, centre: Centre, each: int) -> None:
    offset = workers.since_morning()
    setup.init(url, centre, clock=workers.going(offset))
    answers = workers.together(
        *[(workers.take, url, offset, worker, each) for worker in range(EIGHT)],
        *[(workers.serve, url, offset, number, EIGHT * each) for number in range(1, EIGHT + 1)],
    )
    taken, served = (sorted(chain.from_iterable(part)) for part in (answers[:EIGHT], answers[EIGHT:]))
    assert taken == served
    assert _gaps(taken) == []
    with Store.open(url) as store:
        assert log.verify(store).ok
        _check_order(log.events(store))
        assert any(event.act == "postpone" for event in log.events(store))


@pytest.mark.parametrize("slots", [3, pytest.param(20, marks=pytest.mark.slow)])
def test_eight_book_the_last_places(url: str, centre: Centre, slots: int) -> None:
    """Four windows serve the notary; they serve taxes as well, and so do two more."""
    offset = workers.since_morning()
    setup.init(url, bookable(centre), clock=workers.going(offset))
    got = Counter(chain.from_iterable(workers.together(*[(workers.book, url, offset, n, slots) for n in range(EIGHT)])))
    for at in {at for _, at in got}:
        notary, tax = got["notary", at], got["tax", at]
        assert (notary <= 4, tax <= 6, notary + tax) == (True, True, 6), got
    assert len(got) >= slots
    with Store.open(url, clock=workers.going(offset)) as store:
        assert log.verify(store).ok
        assert sum(event.act == "book" for event in log.events(store)) == got.total() == 6 * slots


def bookable(centre: Centre) -> Centre:
    """The same, with slots of 20 minutes."""
    slots = {"duration": 20 * 60_000_000}
    return centre.model_copy(update={"services": tuple(s.model_copy(update=slots) for s in centre.services)})


def _gaps(names: list[str]) -> list[str]:
    """The numbers that are missing or there twice, of numbers that begin at 1 in each series."""
    series = defaultdict(list)
    for name in names:
        series[name[0]].append(int(name[1:]))
    return [
        f"{letter}{numbers}" for letter, numbers in series.items() if sorted(numbers) != [*range(1, len(numbers) + 1)]
    ]


def _check_order(events: Iterable[Event]) -> None:
    """Each call was of the smallest place among those who waited for the window's services at that revision."""
    waiting: dict[int, tuple[int, int, str]] = {}
    in_hand: dict[int, int] = {}
    for event in events:
        ticket, window = event.ticket_id or 0, event.window or 0
        if event.act in ("take", "postpone"):
            waiting[ticket] = (event.place or 0, ticket, event.service or "")
        elif event.act == "call":
            served = (event.services or "").split(",")
            assert min(entry for entry in waiting.values() if entry[2] in served)[1] == ticket, event
            assert window not in in_hand, event
            del waiting[ticket]
            in_hand[window] = ticket
        elif event.act == "finish":
            assert in_hand.pop(window) == ticket, event
    assert (waiting, in_hand) == ({}, {})


def test_eight_create_the_store_at_once(url: str, centre: Centre) -> None:
    offset = workers.since_morning()
    made = workers.together(*[(workers.create, url, centre, offset)] * EIGHT)
    assert {(setup.centre, setup.revision) for setup in made} == {("test", 1)}
    with Store.open(url) as store:
        assert [event.act for event in log.events(store)] == ["init"]


@pytest.mark.slow
def test_eight_commands_create_the_store_at_once(url: str) -> None:
    command = [sys.executable, "-m", "novbe", "init", "--json"]
    environment = {**os.environ, "NOVBE_STORE": url}
    started = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(EIGHT)
    ]
    answers = [process.communicate(timeout=workers.PATIENCE_S) for process in started]
    assert [process.returncode for process in started] == [0] * EIGHT, answers
    assert {json.loads(out)["revision"] for out, _ in answers} == {1}
    assert {errors for _, errors in answers} == {""}
