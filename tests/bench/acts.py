"""Take and call, against the same reads and writes by hand."""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data import setup, visitor, window
from data.store import Store
from tests.bench.figures import Figure
from tests.bench.hand import Hand, no_digest
from tests.bench.rounds import interleaved, ratio

AT_MOST = {"NORMAL": 2.0, "FULL": 1.4}
ACTS = 100
WINDOW, SERVICE, SERIES = 1, "id-card", "A"
SERVED_HERE = ["id-card", "passport"]
BY_HAND = "by hand: held sqlite3 connection, `?` and tuples, JSON and SHA-256 inline with a held encoder"


def figures(quick: bool) -> Iterator[Figure]:
    """The ratios at NORMAL and FULL, with the digest by hand and without it."""
    for synchronous, most in AT_MOST.items():
        with TemporaryDirectory() as folder:
            measured = measure(Path(folder), synchronous, rounds=5 if quick else 25)
        for act, found in measured.items():
            micros = {case: statistics.median(values) * 1e6 for case, values in found.items()}
            times = ", ".join(f"{case} {value:.1f} µs" for case, value in micros.items())
            name = f"{act} against the same by hand, synchronous={synchronous}"
            yield Figure(name, ratio(found["novbe"], found["hand"]), "times", most, f"{times}; {BY_HAND}")
            bare = ratio(found["novbe"], found["bare"])
            yield Figure("… where the hand makes no digest", bare, "times")


def measure(folder: Path, synchronous: str, rounds: int) -> dict[str, dict[str, list[float]]]:
    """Seconds of a take and of a call (the median of each round), for the house, by hand, and there without digest."""
    stores = {case: new_store(folder / f"{case}.db") for case in ("novbe", "hand", "bare")}
    store = Store.open(stores["novbe"], synchronous=synchronous)
    hand = Hand(stores["hand"], synchronous)
    bare = Hand(stores["bare"], synchronous, no_digest)
    take = {
        "novbe": lambda: each(lambda: visitor.take(store, service=SERVICE)),
        "hand": lambda: each(lambda: hand.take(SERVICE, SERIES)),
        "bare": lambda: each(lambda: bare.take(SERVICE, SERIES)),
    }
    call = {
        "novbe": lambda: each(lambda: window.call(store, window=WINDOW), lambda: serve(store)),
        "hand": lambda: each(lambda: hand.call(WINDOW, SERVED_HERE), lambda: serve_by_hand(hand)),
        "bare": lambda: each(lambda: bare.call(WINDOW, SERVED_HERE), lambda: serve_by_hand(bare)),
    }
    found: dict[str, dict[str, list[float]]] = {"take": {}, "call": {}}
    for _ in range(rounds):
        for act, cases in (("take", take), ("call", call)):
            for case, values in interleaved(cases, 1, warm=False).items():
                found[act].setdefault(case, []).extend(values)
    return found


def each(act: Callable[[], object], afterwards: Callable[[], object] = lambda: None) -> float:
    """The median of the seconds that an act takes; what comes afterwards is not timed."""
    times = []
    for _ in range(ACTS):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
        afterwards()
    return statistics.median(times)


def new_store(path: Path) -> str:
    """The path of a new store of the default centre, with the window open."""
    setup.init(str(path))
    with Store.open(str(path)) as store:
        window.open(store, window=WINDOW)
    return str(path)


def serve(store: Store) -> None:
    """Empty the window's hand."""
    window.start(store, window=WINDOW)
    window.finish(store, window=WINDOW)


def serve_by_hand(hand: Hand) -> None:
    """Empty the window's hand."""
    hand.move("start", WINDOW, "serving")
    hand.move("finish", WINDOW, "served")
