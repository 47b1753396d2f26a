"""What was a ticket before the window's last act?"""

from data import tickets
from data.act import Going
from data.lifecycle import UNDOABLE, Act, State
from data.log.events import history, one
from data.log.replay import replay
from data.records import Event, Ticket
from data.refused import Refused
from data.store import Store


def restore(going: Going, window: int, last_revision: int) -> Ticket:
    """Bring back state, place and counts from before the window's event `last_revision`.

    Raises Refused `not-allowed` where that event cannot be undone: another kind of act, too long ago, or not the
    last of its ticket.
    """
    event, before = undoable(going.store, last_revision, going.day)
    within = going.centre.rules.undo_within
    if within and going.at > event.at + within:
        raise _too_late()
    undone = going.record(Act.UNDO, before, window=window)
    restored = before._replace(revision=undone.revision, acted_at=undone.at)
    tickets.put(going.store, restored)
    return restored


def undoable(store: Store, last_revision: int, day: str) -> tuple[Event, Ticket]:
    """A window's last event, and its ticket as it was before; inside a snapshot or a transaction.

    Raises Refused `not-allowed` where the event cannot be undone, however soon: another kind of act, not the last of
    its ticket, or one without which the ticket would wait on a day that is over by `day`.
    """
    event = one(store, last_revision)
    if event is None or event.act not in UNDOABLE or event.ticket_id is None:
        raise Refused("not-allowed", "There is nothing to undo here.")
    ticket = tickets.by_id(store, event.ticket_id)
    if ticket is None or ticket.revision != event.revision:
        raise Refused("not-allowed", "{ticket} has gone on since: it cannot be undone.", ticket=event.ticket or "")
    before = replay(history(store, ticket.id)[:-1], like=ticket)
    if before is None or (before.service_day < day and before.state == State.WAITING):
        raise _too_late()
    return event, before


def _too_late() -> Refused:
    return Refused("not-allowed", "It is too late to undo.")
