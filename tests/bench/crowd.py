"""Sixteen processes that act on one store, each twenty times a second."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data import setup, visitor
from data.log.verify import verify
from data.store import Store
from tests.bench.figures import Figure
from tests.bench.rounds import percentile

EACH = 8


def figures(quick: bool) -> Iterator[Figure]:
    """Eight take, eight call, start and finish; open loop; synchronous=FULL."""
    seconds = 10 if quick else 60
    with TemporaryDirectory() as folder:
        url = str(Path(folder) / "crowd.db")
        setup.init(url)
        with Store.open(url) as store:
            for service in store.centre.services * EACH:
                visitor.take(store, service=service.id)
        latencies, errors = crowd(url, seconds)
        with Store.open(url) as store:
            verdict = verify(store)
    wrong = [*errors, *([] if verdict.ok else [verdict.error])]
    p50, p99, most = (percentile(latencies, share) * 1e3 for share in (0.5, 0.99, 1))
    how = f"{len(latencies)} acts in {seconds} s; p50 {p50:.1f} ms, p99 {p99:.1f} ms, most {most:.0f} ms"
    yield Figure(
        "16 processes at 20 acts a second each: errors", len(wrong), "acts", 0, f"{wrong[:3] or 'verify holds'}"
    )
    yield Figure("… p99.9, from when each was due", percentile(latencies, 0.999) * 1e3, "ms", 250, how)


def crowd(url: str, seconds: float) -> tuple[list[float], list[str]]:
    """The latencies and the errors of all sixteen."""
    processes = [one(url, role, number, seconds) for role in ("visitor", "window") for number in range(1, EACH + 1)]
    for process in processes:
        assert process.stdout
        process.stdout.readline()
    start = str(time.monotonic() + 1)
    for process in processes:
        assert process.stdin
        process.stdin.write(f"{start}\n")
        process.stdin.flush()
    answers = [process.communicate()[0] for process in processes]
    broken = [f"exit code {process.returncode}" for process in processes if process.returncode]
    found = [json.loads(answer) for answer in answers if answer]
    return [one for latencies, _ in found for one in latencies], broken + [one for _, errors in found for one in errors]


def one(url: str, role: str, number: int, seconds: float) -> "subprocess.Popen[str]":
    """One of them, started."""
    command = [sys.executable, "-m", "tests.bench.one_of_many", url, role, str(number), str(seconds)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
