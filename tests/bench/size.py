"""How large a store becomes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from data import visitor, window
from data.store import Store
from tests.bench.acts import SERVICE, WINDOW, new_store, serve
from tests.bench.figures import Figure


def figures(quick: bool) -> Iterator[Figure]:
    """Bytes of the file after a checkpoint, for each ticket of a full way through."""
    tickets = 2_000 if quick else 10_000
    with TemporaryDirectory() as folder:
        size = bytes_each(Path(folder) / "size.db", tickets)
    yield Figure("store per ticket with take, call, start, finish", size / 1000, "kB", 1.2, f"{tickets:,} tickets")


def bytes_each(path: Path, tickets: int) -> float:
    """Bytes for each ticket; the empty store is in it."""
    with Store.open(new_store(path), synchronous="OFF") as store:
        for _ in range(tickets):
            visitor.take(store, service=SERVICE)
            window.call(store, window=WINDOW)
            serve(store)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return os.path.getsize(path) / tickets
