"""Stores that are full from the start: written in one go, beside the acts, since a million acts would take an hour."""

import sqlite3
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.records import Ticket
from data.store import Store
from tests.bench.acts import SERVED_HERE, new_store

DAY = 86_400_000_000
A_DAY = 1_000
DIGITS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :most - 1)"
COLUMNS = ", ".join(name for name in Ticket._fields if name not in ("slot", "steps", "for_window"))
PAST = f"""{DIGITS} INSERT INTO ticket ({COLUMNS})
 SELECT :first + i, date(:today, '-' || (1 + i / {A_DAY}) || ' days'), 'A', 1 + i % {A_DAY},
  substr(hex(randomblob(9)), 1, 17), NULL, randomblob(32), 'id-card', 'id-card', 'normal', 'az', 'served', at, at,
  :first + i, at, 1 + i % 12, 1, at, at, :first + i, at, 0, NULL, 0
 FROM (SELECT i, :now - (1 + i / {A_DAY}) * {DAY} + i % {A_DAY} AS at FROM n)"""
WAITING = f"""{DIGITS} INSERT INTO ticket ({COLUMNS})
 SELECT :first + i, :today, 'A', 1 + i, substr(hex(randomblob(9)), 1, 17), NULL, randomblob(32), service, service,
  'normal', 'az', 'waiting', :now - :most + i, :now - :most + i, :first + i, :now - :most + i,
  NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 0
 FROM (SELECT i, CASE i % 2 WHEN 0 THEN '{SERVED_HERE[0]}' ELSE '{SERVED_HERE[1]}' END AS service FROM n)"""
EVENTS = """INSERT INTO event (revision, at, act, ticket_id, service_day, service, class_, place, digest)
 SELECT id, arrival, 'take', id, service_day, service, class_, place, randomblob(32) FROM ticket WHERE id >= :first"""
STAND = "UPDATE store SET revision = :last, at = :now, arrival = :now, service_day = :today"


def filled(path: Path, *, past: int, waiting: int) -> str:
    """A store with an open window, `past` served tickets of earlier days, `waiting` ones of today, and their takes."""
    new_store(path)
    with Store.open(str(path)) as store:
        zone: ZoneInfo = store.centre.zone
    now = time.time_ns() // 1000
    values = {"now": now, "today": datetime.fromtimestamp(now / 1e6, zone).date().isoformat(), "first": 1_000}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        connection.execute("BEGIN")
        if past:
            connection.execute(PAST, {**values, "most": past})
        connection.execute(WAITING, {**values, "first": 1_000 + past, "most": waiting})
        connection.execute(EVENTS, values)
        connection.execute(STAND, {**values, "last": 1_000 + past + waiting})
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return str(path)
