"""Cases side by side: shuffled within each round, so that whatever the machine does meanwhile hits all of them."""

import random
import statistics
import time
from collections.abc import Callable, Mapping

Case = Callable[[], float]


def interleaved(cases: Mapping[str, Case], rounds: int, *, warm: bool = True) -> dict[str, list[float]]:
    """What each case measured in each round. A round before the first one warms them up, and is not counted."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    order = list(cases)
    for turn in range(-1 if warm else 0, rounds):
        random.shuffle(order)
        for name in order:
            measured = cases[name]()
            if turn >= 0:
                found[name].append(measured)
    return found


def ratio(above: list[float], below: list[float]) -> float:
    """The median of the ratios of each round."""
    return statistics.median(a / b for a, b in zip(above, below, strict=True))


def timed(job: Callable[[], object]) -> float:
    """Seconds that a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
