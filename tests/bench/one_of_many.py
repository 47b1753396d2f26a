"""One of many: `python -m tests.bench.one_of_many STORE ROLE NUMBER SECONDS` acts 20 times a second.

It prints a line when it is ready, and begins when it is told at which second of the monotonic clock.

The times of its acts are fixed beforehand (a Poisson process), and an act that comes late because the one before it
took long counts from the time it should have begun. Prints the latencies in seconds and the errors, as JSON.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from itertools import cycle

from data import visitor, window
from data.refused import Refused
from data.store import Store

A_SECOND = 20


def visitors(store: Store, number: int) -> Callable[[], object]:
    """A kiosk: it takes tickets for all services without a quota in turn."""
    services = cycle(service.id for service in store.centre.services if service.quota is None)
    return lambda: visitor.take(store, service=next(services))


def at_window(store: Store, number: int) -> Callable[[], object]:
    """A window: call, start, finish; call again where nobody waits."""
    window.open(store, window=number)
    acts = cycle((window.call, window.start, window.finish))

    def act() -> None:
        if next(acts)(store, window=number) is None:
            next(acts)
            next(acts)

    return act


def main(url: str, role: str, number: str, seconds: str) -> None:
    """Act for so many `seconds`."""
    chance = random.Random(number + role)
    latencies, errors = [], []
    with Store.open(url) as store:
        act = {"visitor": visitors, "window": at_window}[role](store, int(number))
        for _ in range(3):
            act()  # the first second of a process is not what is measured: it imports and compiles
        print("ready", flush=True)
        due = float(input())
        end = due + float(seconds)
        while (due := due + chance.expovariate(A_SECOND)) < end:
            time.sleep(max(0.0, due - time.monotonic()))
            try:
                act()
            except Refused as refused:
                errors.append(refused.code)
            latencies.append(time.monotonic() - due)
    print(json.dumps([latencies, errors]))


if __name__ == "__main__":
    main(*sys.argv[1:])
