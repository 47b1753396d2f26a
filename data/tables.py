"""The tables as statements name them.

Only names: what a column holds and what guards it is said once, in `data.models`. Statements do without SQLModel and
the ORM, which would cost each screen 10 MB and each command a tenth of a second; a test holds the two together.
"""

from typing import Any

from sqlalchemy import BindParameter, TableClause, bindparam, column, literal_column, table

from data.lifecycle import IN_HAND, OVER, State
from data.records import Event, Ticket


def _table(name: str, *columns: str) -> TableClause:
    return table(name, *map(column, columns))


STORE = _table("store", "id", "shape", "revision", "head", "at", "arrival", "service_day", "centre_revision")
CENTRE = _table("centre", "id", "document")
SERVICE = _table("service", "id")
WINDOW = _table("window", "number", "state", "revision", "person", "since", "session", "pause", "pause_since")
WINDOW_SERVICE = _table("window_service", "window", "service")
TICKET = _table("ticket", *Ticket._fields)
EVENT = _table("event", *Event._fields)
NOTE = _table("note", "revision", "salt", "text")
PRINTING = _table("printing", "id", "ticket_id", "printer", "copy_", "state", "asked_at", "state_at", "problem")
ALERT = _table("alert", "source", "problem", "since")
MAINTENANCE = _table("maintenance", "id", "salt", "hash", "wrong", "wrong_at")
PERSON = _table("person", "id", "name", "role", "pin", "active", "disabled_at")
ATTEMPT = _table("attempt", "name", "window", "wrong", "wrong_at")
PRESENCE = _table("presence", "source", "at")
MESSAGE = _table("message", "id", "window", "person", "text", "at", "read_at")
RATING = _table("rating", "service_day", "service", "question", "answer", "count")
RATED = _table("rated", "ticket_id")

WAITING = f"state = '{State.WAITING}'"
BOOKED = f"state = '{State.BOOKED}'"
ON_HOLD = f"state = '{State.ON_HOLD}'"
UNPURGED = "code IS NOT NULL AND state IN ({})".format(", ".join(f"'{state}'" for state in sorted(OVER)))
UNPRINTED = "state IN ('sending', 'waiting')"
HELD = "state IN ({})".format(", ".join(f"'{state}'" for state in sorted(IN_HAND)))

# Literals, not bound parameters: only so does the planner use the partial indexes.
IS_WAITING = literal_column(f"ticket.{WAITING}")
IS_BOOKED = literal_column(f"ticket.{BOOKED}")
IS_ON_HOLD = literal_column(f"ticket.{ON_HOLD}")
IS_IN_HAND = literal_column(f"ticket.{HELD}")
IS_UNPURGED = literal_column(f"ticket.{UNPURGED}".replace(" AND ", " AND ticket."))
IS_UNPRINTED = literal_column(f"printing.{UNPRINTED}")


def given(name: str) -> BindParameter[Any]:
    """A parameter whose value comes with each run."""
    return bindparam(name, None, required=False)
