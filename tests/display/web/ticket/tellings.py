"""Tickets as their holders follow them, for tests of what their pages tell."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from data import centre
from data.centre import Centre
from data.views import Followed, Ticket

CODE = "0123456789ABCDEFG"
NOON = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
LANGUAGES = ("az", "en", "ru", "fr", "es", "ar")
STATES = ("waiting", "called", "serving", "served", "on-hold", "no-show", "cancelled", "removed", "expired")
UNNUMBERED = ("booked", "cancelled", "no-show")
FILE = """
[centre]
id = "test"
trust = "local"
name = { en = "Centre & Sons", ar = "المركز" }
timezone = "Asia/Baku"
languages = ["en", "az", "ru", "fr", "es", "ar"]

[[agencies]]
id = "interior"
name = { en = "Interior" }

[[services]]
id = "id-card"
agency = "interior"
series = "A"
duration = "10m"
name = { en = "Cards <b>", ar = "بطاقة" }
where = { en = "Hall 2" }

[[services]]
id = "passport"
agency = "interior"
series = "A"
name = { en = "Passport" }

[[windows]]
number = 3
services = ["id-card", "passport"]
"""
TICKET = Ticket("A007", CODE, "", "id-card", "normal", "en", "waiting", 4, date(2026, 11, 25), NOON, 7)


def place() -> Centre:
    """A centre of six languages, most names of which are in one."""
    return centre.read(FILE, "centre.toml")


def followed(
    state: str = "waiting",
    *,
    calls: int = 0,
    postpones: int = 0,
    may: frozenset[str] = frozenset(),
    **ticket: Any,
) -> Followed:
    """A ticket in this state; with the window that goes with it where none is given."""
    about: dict[str, Any] = {"state": state, "ahead": 4 if state == "waiting" else None}
    about["window"] = 3 if state in ("called", "serving", "served", "no-show") else None
    return Followed(replace(TICKET, **(about | ticket)), calls, postpones, may)


def appointment(state: str = "booked", **ticket: Any) -> Followed:
    """A booking that has no number: for noon."""
    slot = NOON.astimezone(place().zone)
    return followed(state, ticket="", slot=slot, window=None, may=frozenset({"cancel"}), **ticket)
