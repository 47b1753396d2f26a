"""Call, and the board, after years of use."""

import os
import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from data import board, window
from data.store import Store
from tests.bench.acts import WINDOW, each, serve
from tests.bench.figures import Figure
from tests.bench.filled import filled
from tests.bench.rounds import interleaved, ratio, timed

PAST, WAITING = 1_000_000, 10_000


def figures(quick: bool) -> Iterator[Figure]:
    """A million past tickets even in a quick run: they are what is measured."""
    with TemporaryDirectory() as folder:
        yield from compared(Path(folder), past=PAST, waiting=WAITING, rounds=5 if quick else 15)


def compared(folder: Path, *, past: int, waiting: int, rounds: int) -> Iterator[Figure]:
    """Call with and without `past`, and the board with both."""
    paths = {"past": filled(folder / "past.db", past=past, waiting=waiting)}
    paths["none"] = filled(folder / "none.db", past=0, waiting=waiting)
    os.sync()  # what was written to build them must not be flushed into the rounds
    stores = {name: Store.open(path, synchronous="NORMAL") for name, path in paths.items()}
    found = interleaved({name: partial(called, store) for name, store in stores.items()}, rounds)
    micros = {name: statistics.median(values) * 1e6 for name, values in found.items()}
    how = f"{micros['past']:.1f} µs against {micros['none']:.1f} µs; synchronous=NORMAL"
    name = f"call, {waiting:,} waiting: {past:,} past tickets against none"
    yield Figure(name, ratio(found["past"], found["none"]), "times", 1.15, how)
    for name, store in stores.items():
        millis = statistics.median(timed(lambda store=store: board.read(store)) for _ in range(31)) * 1e3
        yield Figure(f"board with {waiting:,} waiting, {past if name == 'past' else 0:,} past", millis, "ms", 5)


def called(store: Store) -> float:
    """Seconds of a call."""
    return each(lambda: window.call(store, window=WINDOW), lambda: serve(store))
