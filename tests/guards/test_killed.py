"""A process that is killed while it takes tickets: what it acknowledged is there, once, and the log is whole."""

import random
import time
from datetime import timedelta

import pytest

from data import log, setup, visitor
from data.centre import Centre
from data.store import Store
from tests.guards import workers

LONGEST_S = 0.25


@pytest.mark.parametrize("rounds", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_at_a_random_moment(url: str, centre: Centre, rounds: int) -> None:
    seed = random.randrange(2**32)
    print(f"the moments come from random.Random({seed})")
    moments, offset, tickets = random.Random(seed), workers.since_morning(), 0
    setup.init(url, centre, clock=workers.going(offset))
    for number in range(1, rounds + 1):
        known = _acknowledged(url, offset, number, moments.uniform(0, LONGEST_S))
        with Store.open(url, clock=workers.going(offset)) as store:
            assert [_again(store, number, n) for n in range(len(known))] == known
            _again(store, number, len(known))  # the one that it had in hand: written or not, now it is there
            tickets += len(known) + 1
            if number % 10 == 0:
                assert sum(event.act == "take" for event in log.events(store)) == tickets
                assert log.verify(store).ok
    assert tickets > 2 * rounds, "killed before it could do anything"


def _acknowledged(url: str, offset: timedelta, number: int, moment: float) -> list[tuple[str, str, int]]:
    """What a process acknowledged until it was killed, `moment` s after its start or (in even rounds) first answer."""
    process, answers = workers.started_with(workers.take_until_killed, url, offset, f"round {number}, ")
    if number % 2 == 0:
        answers.poll(workers.PATIENCE_S)
    time.sleep(moment)
    process.kill()
    process.join()
    known = []
    try:
        while True:
            known.append(answers.recv())
    except (EOFError, OSError):
        return known


def _again(store: Store, number: int, n: int) -> tuple[str, str, int]:
    """The same request once more."""
    taken = visitor.take(store, service=workers.SERVICES[n % 4], key=f"round {number}, {n}")
    return taken.ticket, taken.code, taken.revision
