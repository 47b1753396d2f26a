"""What the log says that a ticket is."""

from collections.abc import Iterable

from data import becoming
from data.lifecycle import Act
from data.records import Event, Ticket


def replay(events: Iterable[Event], like: Ticket) -> Ticket | None:
    """The ticket after its events, oldest first; None without any.

    The log does not say the code, the request key and the language: these are taken from `like`.
    """
    before, ticket = None, None
    for event in events:
        before, ticket = ticket, _after(before, ticket, event, like)
    return ticket


def in_force(events: Iterable[Event]) -> list[Event]:
    """The events of one ticket, oldest first, without those that were taken back, and without the undoing."""
    found: list[Event] = []
    for event in events:
        if event.act == Act.UNDO:
            del found[-1:]
        else:
            found.append(event)
    return found


def _after(before: Ticket | None, ticket: Ticket | None, event: Event, like: Ticket) -> Ticket:
    if ticket is None:
        return becoming.taken(event, code=like.code, key=like.request_key, language=like.language)
    if event.act == Act.UNDO and before is not None:
        return before._replace(revision=event.revision, acted_at=event.at)
    return becoming.after(ticket, event)
