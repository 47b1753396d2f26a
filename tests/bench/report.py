"""A report on a million tickets: how long it takes, and how much memory all its processes take together."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import psutil

from data import setup
from data.clock import micros
from data.records import Event
from tests.bench.figures import Figure

DAYS, A_DAY, WINDOWS = 250, 4_000, 12
MONDAY = datetime(2025, 1, 6, 5, tzinfo=UTC)
"""09:00 at the centre."""
HOURS = 8
SERVICES = ("id-card", "passport")
INSERT = f"INSERT INTO event ({', '.join(Event._fields)}) VALUES ({', '.join('?' * len(Event._fields))})"
STAND = "UPDATE store SET revision = :revision, at = :at, arrival = :at, service_day = :day"
SECONDS, MEGABYTES = 10, 200


class Taken(NamedTuple):
    """What a report took."""

    seconds: float
    megabytes: float


def figures(quick: bool) -> Iterator[Figure]:
    """A million tickets even in a quick run: they are what is measured."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.db"
        events = filled(path)
        os.sync()  # what was written to build it must not be flushed meanwhile
        for by in ("service", "hour") if quick else ("service", "hour", "operator", "language"):
            taken = min(report(path, by) for _ in range(1 if quick else 3))
            how = f"{events:,} events of {DAYS} days; the command, with its start"
            yield Figure(f"report on a million tickets by {by}", taken.seconds, "s", SECONDS, how)
            yield Figure("… memory of its processes", taken.megabytes, "MB", MEGABYTES, "PSS together, at most")


def report(path: Path, by: str) -> Taken:
    """Seconds of the command, and the most memory that it and its helper had together, seen every 50 ms."""
    command = [sys.executable, "-m", "novbe", "report", "--from", "2025-01-01", "--by", by, "--format", "csv"]
    environment = os.environ | {"NOVBE_STORE": str(path)}
    started, most = time.perf_counter(), 0
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, memory(process.pid))
            time.sleep(0.05)
        seconds = time.perf_counter() - started
    assert process.returncode == 0
    return Taken(seconds, most / 1e6)


def memory(pid: int) -> int:
    """Bytes that a process and its children have, what they share counted once."""
    with suppress(psutil.Error):
        parent = psutil.Process(pid)
        return sum(each.memory_full_info().pss for each in (parent, *parent.children(recursive=True)))
    return 0


def filled(path: Path) -> int:
    """A store with a million tickets, each taken, called, started and finished; how many events that are."""
    setup.init(str(path))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        revision = 1
        for day in range(DAYS):
            begins = MONDAY + timedelta(days=day)
            rows = list(of_day(begins, revision))
            connection.executemany(INSERT, rows)
            revision += len(rows)
            values = {"revision": revision, "at": rows[-1][1], "day": begins.date().isoformat()}
            connection.execute(STAND, values)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return revision


def of_day(begins: datetime, revision: int) -> Iterator[Event]:
    """The events of a day: windows that open, and tickets that are called in turn as soon as a window is free."""
    opening, step = micros(begins), HOURS * 3_600_000_000 // A_DAY
    free = [(opening, window) for window in range(1, WINDOWS + 1)]
    acts = [(opening, "open", -1, window) for _, window in free]
    for number in range(A_DAY):
        arrived = opening + number * step
        since, window = heappop(free)
        called = max(arrived, since) + 1_000_000
        started = called + random.randrange(5_000_000, 20_000_000)
        finished = started + random.randrange(20_000_000, 100_000_000)
        heappush(free, (finished, window))
        acts += [(arrived, "take", number, window), (called, "call", number, window)]
        acts += [(started, "start", number, window), (finished, "finish", number, window)]
    ids: dict[int, int] = {}
    for at, act, number, window in sorted(acts):
        revision += 1
        event = Event(revision, at, act, window=window, services=",".join(SERVICES), digest=bytes(32))
        if number >= 0:
            ticket_id = ids.setdefault(number, revision)
            event = event._replace(
                ticket_id=ticket_id,
                ticket=f"A{number + 1:03d}",
                service_day=begins.date().isoformat(),
                service=SERVICES[number % 2],
                class_="normal",
                window=None if act == "take" else window,
                services=event.services if act == "call" else None,
                place=at if act == "take" else None,
                out_of_turn=False if act == "call" else None,
            )
        yield event
