"""An event as JSON, and the digest that chains it to the one before."""

import hashlib
import json
from typing import Any

from data.clock import moment
from data.records import Event

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
GENESIS = ""
"""What stands for the digest before the first event."""


def iso(at: int) -> str:
    """Microseconds since the epoch as `2026-11-25T06:20:00.123456+00:00`."""
    return moment(at).isoformat(timespec="microseconds")


def body(event: Event) -> dict[str, Any]:
    """What the digest covers: everything but itself, nulls left out; bytes in hex."""
    everything = {
        "revision": event.revision,
        "at": iso(event.at),
        "act": event.act,
        "ticket": event.ticket,
        "taken": event.ticket_id,
        "service_day": event.service_day,
        "service": event.service,
        "class": event.class_,
        "window": event.window,
        "services": event.services.split(",") if event.services else None,
        "place": event.place,
        "arrival": None if event.arrival is None else iso(event.arrival),
        "out_of_turn": None if event.out_of_turn is None else bool(event.out_of_turn),
        "clock_set_back": None if event.clock_set_back is None else bool(event.clock_set_back),
        "seal": event.seal and event.seal.hex(),
        "slot": None if event.slot is None else iso(event.slot),
        "by": event.person,
        "steps": event.steps.split(",") if event.steps else None,
        "for_window": event.for_window,
        "salted": event.salted and event.salted.hex(),
    }
    return {key: value for key, value in everything.items() if value is not None}


def digest(previous: str, event: Event) -> bytes:
    """SHA-256 of the previous digest in hex, a line feed, and the event as JSON (UTF-8, sorted keys, no spaces)."""
    return hashlib.sha256(f"{previous}\n{_encode(body(event))}".encode()).digest()


def seal(code: str, language: str, key: str | None) -> bytes:
    """SHA-256 over what the log does not say of a ticket, so that an edit of it shows; the code is its salt."""
    return hashlib.sha256("\n".join((code, language, key or "")).encode()).digest()


def centre_seal(document: str) -> bytes:
    """SHA-256 of how the centre is set up, so that an edit of it shows."""
    return hashlib.sha256(document.encode()).digest()


def salted(salt: bytes, text: str) -> bytes:
    """SHA-256 of a random salt and the UTF-8 text: the log keeps this, a side table the two."""
    return hashlib.sha256(salt + text.encode()).digest()
