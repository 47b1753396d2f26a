"""Take, call, start and finish as a person would write them on sqlite3: no house around, the same reads and writes.

Statements with `?` and tuples, which bind fastest; the digest inline, with an encoder that is made once. `verify` holds
for a store that was written so (tests/test_speed.py), so nothing has been left out.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Baku")
PAUSE = 300_000_000
NOTHING_YET = (None, None, None, None, 0, None, None, None, None, 0)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode

NEXT_REVISION = (
    "UPDATE store SET revision = revision + 1 RETURNING revision, head, at, arrival, service_day, centre_revision"
)
DONE = "UPDATE store SET revision = ?, head = ?, at = ?, arrival = ?, service_day = ?, centre_revision = ?"
LAST_NUMBER = "SELECT max(number) FROM ticket WHERE service_day = ? AND series = ?"
ADD_TICKET = f"INSERT INTO ticket VALUES ({', '.join('?' * 28)})"
ADD_EVENT = f"INSERT INTO event VALUES ({', '.join('?' * 21)})"
AHEAD = (
    "SELECT count(*) FROM ticket WHERE state = 'waiting' AND service = ? AND service_day = ? AND (place, id) < (?, ?)"
)
WINDOW = "SELECT state, revision FROM window WHERE number = ?"
TOUCH_WINDOW = "UPDATE window SET revision = ? WHERE number = ?"
IN_HAND = "SELECT * FROM ticket WHERE state IN ('called', 'serving') AND window = ?"
NEXT_TICKET = (
    "SELECT ticket.* FROM window_service JOIN ticket ON ticket.id = ("
    " SELECT candidate.id FROM ticket AS candidate WHERE candidate.state = 'waiting'"
    " AND candidate.service = window_service.service AND candidate.service_day = ?"
    " AND (candidate.requeued_at IS NULL OR candidate.requeued_at <= ?)"
    " ORDER BY candidate.place, candidate.id LIMIT 1)"
    " WHERE window_service.window = ? ORDER BY ticket.place, ticket.id LIMIT 1"
)
CHANGE_TICKET = (
    "UPDATE ticket SET service = ?, state = ?, place = ?, revision = ?, acted_at = ?, window = ?, calls = ?,"
    " first_called_at = ?, called_at = ?, call_revision = ?, started_at = ?, requeues = ?, requeued_at = ? WHERE id = ?"
)


def digest(head: str, event: dict[str, Any]) -> bytes:
    """SHA-256 of the head, a line feed and the event as JSON."""
    return hashlib.sha256(f"{head}\n{encode(event)}".encode()).digest()


def no_digest(head: str, event: dict[str, Any]) -> bytes:
    """What is written where the work of the digest is left out."""
    return b"00000000000000000000000000000000"


def clock() -> tuple[str, int, str]:
    """Now as text, in microseconds, and the service day."""
    now = datetime.now(UTC)
    day = now.astimezone(ZONE).date().isoformat()
    return now.isoformat(timespec="microseconds"), round(now.timestamp() * 1_000_000), day


def new_code() -> str:
    """The visitor's secret."""
    bits = int.from_bytes(secrets.token_bytes(11), "big")
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(0, 85, 5))


class Hand:
    """One held connection."""

    def __init__(self, path: str, synchronous: str, digest: Callable[[str, dict[str, Any]], bytes] = digest) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", f"synchronous = {synchronous}", "foreign_keys = ON"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.digest = digest

    def take(self, service: str, series: str) -> tuple[str, str, int]:
        """Number, code and how many are ahead."""
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        revision, head, _, arrival, _, centre = run(NEXT_REVISION).fetchone()
        now, at, day = clock()
        number = (run(LAST_NUMBER, (day, series)).fetchone()[0] or 0) + 1
        name = f"{series}{number:03d}"
        code = new_code()
        seal = hashlib.sha256(f"{code}\naz\n".encode()).digest()
        event: dict[str, Any] = {"revision": revision, "at": now, "act": "take", "ticket": name}
        event |= {"taken": revision, "service_day": day, "service": service, "class": "normal"}
        event |= {"place": at, "seal": seal.hex()}
        made = self.digest(head, event)
        ticket = (revision, day, series, number, code, None, seal, service, service, "normal", "az", "waiting")
        run(ADD_TICKET, (*ticket, at, at, revision, at, None, 0, *NOTHING_YET))
        log = (revision, at, "take", revision, name, day, service, "normal", None, None, at, None, None, None)
        run(ADD_EVENT, (*log, seal, None, None, None, None, None, made))
        ahead = run(AHEAD, (service, day, at, revision)).fetchone()[0]
        run(DONE, (revision, made.hex(), at, max(arrival, at), day, centre))
        run("COMMIT")
        return name, code, ahead

    def call(self, window: int, services: list[str]) -> tuple[Any, ...] | None:
        """The row of the ticket as it was before the call."""
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        row = run(NEXT_REVISION).fetchone()
        now, at, day = clock()
        if run(WINDOW, (window,)).fetchone()[0] != "open" or run(IN_HAND, (window,)).fetchone():
            run("ROLLBACK")
            return None
        ticket = run(NEXT_TICKET, (day, at - PAUSE, window)).fetchone()
        if ticket is None:
            run("ROLLBACK")
            return None
        more = {"services": services, "out_of_turn": False}
        made = self._event(row, now, at, "call", ticket, window, more)
        changed = (ticket[8], "called", ticket[13], row[0], at, window, 1, at, at, row[0], None, *ticket[22:24])
        run(CHANGE_TICKET, (*changed, ticket[0]))
        run(DONE, (row[0], made.hex(), at, row[3], day, row[5]))
        run("COMMIT")
        return ticket

    def move(self, act: str, window: int, state: str) -> None:
        """Start or finish the ticket in hand, so that the next one can be called."""
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        row = run(NEXT_REVISION).fetchone()
        now, at, _ = clock()
        ticket = run(IN_HAND, (window,)).fetchone()
        made = self._event(row, now, at, act, ticket, window, {})
        started = at if act == "start" else ticket[21]
        changed = (ticket[8], state, ticket[13], row[0], at, *ticket[16:21], started, *ticket[22:24])
        run(CHANGE_TICKET, (*changed, ticket[0]))
        run(DONE, (row[0], made.hex(), at, row[3], row[4], row[5]))
        run("COMMIT")

    def _event(
        self, row: tuple[Any, ...], now: str, at: int, act: str, ticket: Any, window: int, more: dict[str, Any]
    ) -> bytes:
        run = self.connection.execute
        revision, name = row[0], f"{ticket[2]}{ticket[3]:03d}"
        event = {"revision": revision, "at": now, "act": act, "ticket": name}
        event |= {"taken": ticket[0], "service_day": ticket[1], "service": ticket[8], "class": ticket[9]}
        event |= {"window": window, **more}
        made = self.digest(row[1], event)
        services, turn = ",".join(more.get("services", ())) or None, more.get("out_of_turn")
        log = (revision, at, act, ticket[0], name, ticket[1], ticket[8], ticket[9], window, services)
        run(ADD_EVENT, (*log, None, None, turn, None, None, None, None, None, None, None, made))
        run(TOUCH_WINDOW, (revision, window))
        return made
