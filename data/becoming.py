"""What becomes of a ticket by an event? The same functions write the store and replay the log."""

from data.lifecycle import MOVES, Act, State
from data.records import Event, Ticket, number_of

FIRST = {Act.TAKE: State.WAITING, Act.BOOK: State.BOOKED, Act.WALK_IN: State.SERVING}
"""The state that a ticket begins in, by its first event."""


def taken(event: Event, *, code: str | None, key: str | None, language: str) -> Ticket:
    """The ticket that its first event makes; a booking has no number yet, and a walk-in is being served already."""
    series, number = number_of(event.ticket)
    walked_in = event.act == Act.WALK_IN
    return Ticket(
        id=event.revision,
        service_day=event.service_day or "",
        series=series,
        number=number,
        code=code,
        request_key=key,
        seal=event.seal or b"",
        first_service=event.service or "",
        service=event.service or "",
        class_=event.class_ or "",
        language=language,
        state=FIRST[Act(event.act)],
        arrival=event.at if event.arrival is None else event.arrival,
        place=event.place or 0,
        revision=event.revision,
        acted_at=event.at,
        window=event.window,
        started_at=event.at if walked_in else None,
        slot=event.slot,
        steps=event.steps,
    )


def after(ticket: Ticket, event: Event) -> Ticket:
    """The ticket after an event other than its first and undo."""
    act = Act(event.act)
    ticket = ticket._replace(state=MOVES[act].leads(ticket.state), revision=event.revision, acted_at=event.at)
    match act:
        case Act.CHECK_IN:
            series, number = number_of(event.ticket)
            arrival = event.at if event.arrival is None else event.arrival
            return ticket._replace(series=series, number=number, arrival=arrival, place=event.place or 0)
        case Act.CALL | Act.RESUME:
            return ticket._replace(
                window=event.window,
                calls=1,
                first_called_at=event.at,
                called_at=event.at,
                call_revision=event.revision,
                started_at=None,
                requeued_at=None,
                for_window=None,
            )
        case Act.RECALL:
            return ticket._replace(calls=ticket.calls + 1, called_at=event.at, call_revision=event.revision)
        case Act.START:
            return ticket._replace(started_at=event.at)
        case Act.REQUEUE:
            off_board = _waiting_again(ticket)._replace(window=None, called_at=None, call_revision=None)
            return off_board._replace(requeues=ticket.requeues + 1, requeued_at=event.at)
        case Act.FINISH:
            return _finished(ticket, event)
        case Act.TRANSFER:
            return _transferred(ticket, event)
        case Act.FRONT:
            return ticket._replace(class_=event.class_ or "", place=event.place or 0, requeued_at=None)
        case Act.POSTPONE:
            return ticket._replace(place=event.place or 0, postpones=ticket.postpones + 1)
        case Act.REVIVE:
            return _waiting_again(ticket)
    return ticket


def _finished(ticket: Ticket, event: Event) -> Ticket:
    """The event is about the service that is done; its steps are those still to come, the next one first."""
    if not event.steps:
        return ticket._replace(steps=None)
    service, _, rest = event.steps.partition(",")
    return _waiting_again(ticket)._replace(state=State.WAITING, service=service, steps=rest or None)


def _transferred(ticket: Ticket, event: Event) -> Ticket:
    """What it is transferred to is done in place of what it was for, and is no longer among the steps to come.

    What is sent back has again the steps that it had there: the event says them.
    """
    others = [step for step in (ticket.steps or "").split(",") if step != event.service]
    steps = event.steps if event.for_window else ",".join(others) or None
    return _waiting_again(ticket)._replace(service=event.service or "", steps=steps, for_window=event.for_window)


def _waiting_again(ticket: Ticket) -> Ticket:
    """Its calls are counted anew; the last one stays on the board, as that of a ticket that was served does."""
    return ticket._replace(calls=0, first_called_at=None, started_at=None)
