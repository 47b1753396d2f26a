"""What becomes of a ticket by an event? The same functions write the store and replay the log."""

from data.lifecycle import MOVES, Act, State
from data.records import Event, Ticket, number_of


def taken(event: Event, *, code: str | None, key: str | None, language: str) -> Ticket:
    """The ticket that a take or a booking makes; a booking has no number yet."""
    series, number = number_of(event.ticket)
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
        state=State.BOOKED if event.act == Act.BOOK else State.WAITING,
        arrival=event.at if event.arrival is None else event.arrival,
        place=event.place or 0,
        revision=event.revision,
        acted_at=event.at,
        slot=event.slot,
    )


def after(ticket: Ticket, event: Event) -> Ticket:
    """The ticket after an event other than take, book and undo."""
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
            )
        case Act.RECALL:
            return ticket._replace(calls=ticket.calls + 1, called_at=event.at, call_revision=event.revision)
        case Act.START:
            return ticket._replace(started_at=event.at)
        case Act.REQUEUE:
            off_board = _waiting_again(ticket)._replace(window=None, called_at=None, call_revision=None)
            return off_board._replace(requeues=ticket.requeues + 1, requeued_at=event.at)
        case Act.TRANSFER:
            return _waiting_again(ticket)._replace(service=event.service or ticket.service)
        case Act.REVIVE:
            return _waiting_again(ticket)
    return ticket


def _waiting_again(ticket: Ticket) -> Ticket:
    """Its calls are counted anew; the last one stays on the board, as that of a ticket that was served does."""
    return ticket._replace(calls=0, first_called_at=None, started_at=None)
