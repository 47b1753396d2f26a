"""What became of a ticket whose code stands before the scanner? A booking is checked in by that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.refused import Refused
from data.texts import mark

if TYPE_CHECKING:
    from data.store import Store
    from data.views import Ticket

LATE = mark("You come after the time of your appointment. So this is a normal ticket now: please wait for your turn.")


@dataclass(frozen=True, slots=True)
class Looked:
    """The ticket as it is now. `checked_in`: just now. `text` says what is wrong with a booking's time, if anything."""

    ticket: "Ticket"
    checked_in: bool = False
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def look(store: "Store", code: str, printer: str | None = None) -> Looked:
    """Look a ticket up, and check it in where it is a booking. Raises Refused: unknown-code."""
    from data import bookings, visitor  # not before the first paint

    found = visitor.ticket(store, code=code)
    if found.state != "booked":
        return Looked(found)
    try:
        ticket = visitor.check_in(store, code=code, printer=printer)
    except Refused as refused:
        if refused.of_store:
            raise
        return Looked(found, text=refused.text, values=refused.values)
    return Looked(ticket, checked_in=True, text=LATE if bookings.came_late(store.centre, ticket) else "")
