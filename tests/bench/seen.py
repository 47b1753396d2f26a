"""From the commit of a call until another process has read its event."""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from data import visitor, window
from data.store import Store
from tests.bench.acts import SERVICE, WINDOW, new_store, serve
from tests.bench.figures import Figure
from tests.bench.rounds import percentile, timed


def figures(quick: bool) -> Iterator[Figure]:
    """At synchronous=FULL, as the store is used."""
    with TemporaryDirectory() as folder:
        url = new_store(Path(folder) / "seen.db")
        with watcher(url) as process:
            idle = idle_share(process.pid, 10 if quick else 30)
            acts, seen = delays(url, process, 60 if quick else 300)
    how = f"{len(seen)} calls at random moments, from the answer of `call`; p50 {percentile(seen, 0.5) * 1e3:.1f} ms"
    yield Figure("commit of a call to the event seen elsewhere, p99", percentile(seen, 0.99) * 1e3, "ms", 30, how)
    yield Figure("… where a lone act takes", statistics.median(acts) * 1e3, "ms", None, "p50; meant for under 1 ms")
    yield Figure("… and the watcher, while idle, of a core", idle * 100, "%", 1, "changes.wait in a loop")


@contextmanager
def watcher(url: str) -> Iterator["subprocess.Popen[str]"]:
    """A process that waits for changes, ready."""
    command = [sys.executable, "-m", "tests.bench.watching", url]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def idle_share(pid: int, seconds: float) -> float:
    """The share of a core that a process uses while nothing happens."""
    process = psutil.Process(pid)
    before, start = process.cpu_times(), time.monotonic()
    time.sleep(seconds)
    after, end = process.cpu_times(), time.monotonic()
    return (after.user + after.system - before.user - before.system) / (end - start)


def delays(url: str, process: "subprocess.Popen[str]", calls: int) -> tuple[list[float], list[float]]:
    """Seconds of each call, and from its end until the other process had read its event."""
    acts, seen = [], []
    with Store.open(url) as store:
        for _ in range(calls):
            visitor.take(store, service=SERVICE)
            time.sleep(random.uniform(0.03, 0.07))  # at another moment between two looks each time
            acts.append(timed(lambda: window.call(store, window=WINDOW)))
            committed = time.monotonic_ns()
            assert process.stdout
            seen.append((int(process.stdout.readline().split()[1]) - committed) / 1e9)
            serve(store)
    return acts, seen
