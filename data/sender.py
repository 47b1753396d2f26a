"""Who sent the ticket in hand here, and at which window is that operator now?"""

from typing import NamedTuple

from sqlalchemy import select

from data.lifecycle import Act
from data.log.events import history
from data.log.replay import in_force, replay
from data.records import Event, Ticket
from data.store import Statement, Store
from data.tables import WINDOW, given
from data.tickets import steps

SEND_BACK = "send-back"
"""The act, as a screen and the command line name it; in the log it is a transfer for one window."""
SEAT = Statement(select(WINDOW.c.number).where(WINDOW.c.person == given("person")).order_by(WINDOW.c.number).limit(1))


class Sender(NamedTuple):
    """The window of the operator who sent a ticket, the service that it had there, and the steps still to come then."""

    window: int
    service: str
    steps: tuple[str, ...]


def sender(store: Store, ticket: Ticket, window: int) -> Sender | None:
    """Who transferred the ticket in hand at `window` from another one; inside a snapshot or a transaction.

    At the window where that operator is signed on now, else at the one that it was sent from. A step that was finished
    since has ended it: what goes on by its steps was sent by nobody.
    """
    events = in_force(history(store, ticket.id))
    sent = next((n for n in reversed(range(len(events))) if events[n].act in (Act.TRANSFER, Act.FINISH)), None)
    if sent is None or events[sent].act == Act.FINISH:
        return None
    before, came_from = replay(events[:sent], like=ticket), _seat(store, events[sent])
    if before is None or came_from in (None, window):
        return None
    return Sender(came_from, before.service, steps(before))


def _seat(store: Store, sent: Event) -> int | None:
    row = None if sent.person is None else store.one(SEAT, {"person": sent.person})
    return row[0] if row else sent.window
