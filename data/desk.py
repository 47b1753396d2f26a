"""What does the operator of one window see, and what may be done there?"""

from sqlalchemy import select

from data import lifecycle, tickets, turn, views
from data.board import queues
from data.clock import moment
from data.lifecycle import Act, State
from data.now import Now, now
from data.occupancy import OPEN, standing
from data.records import Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.tables import IS_ON_HOLD, NOTE, TICKET, given
from data.undo import undoable

ON_HOLD = Statement(
    select(TICKET).where(IS_ON_HOLD, TICKET.c.service_day == given("day")).order_by(TICKET.c.place, TICKET.c.id)
)
REASON = Statement(select(NOTE.c.text).where(NOTE.c.revision == given("revision")))
WITH_HAND = (Act.RECALL, Act.START, Act.FINISH, Act.NO_SHOW, Act.REQUEUE, Act.HOLD, Act.TRANSFER)


def read(store: Store, *, window: int) -> views.Desk:
    """The desk of a window, in one snapshot. Raises Refused `unknown-window`."""
    with store.snapshot():
        current = now(store)
        state, last_event = standing(store, window)
        services = turn.services(store, window)
        held = tickets.in_hand(store, window)
        following = turn.next_ticket(store, window, current.day, current.at)
        on_hold = tuple(t for t in _on_hold(store, current.day) if t.service in services)
        possible = _possible(store, current, state == OPEN, held, bool(on_hold))
        return views.Desk(
            window=window,
            state=state,
            services=services,
            revision=current.revision,
            at=moment(current.at),
            in_hand=held and _in_hand(held, _reason(store, held)),
            next=following and _waiting(following),
            on_hold=tuple(map(_waiting, on_hold)),
            queues=tuple(queue for queue in queues(store, current) if queue.service in services),
            acts=possible + _undo(store, current.day, last_event),
        )


def _on_hold(store: Store, day: str) -> list[Ticket]:
    return [Ticket._make(row) for row in store.all(ON_HOLD, {"day": day})]


def _possible(
    store: Store, current: Now, is_open: bool, held: Ticket | None, on_hold: bool
) -> tuple[views.Possible, ...]:
    if not is_open:
        return (views.Possible(Act.OPEN),)
    if held:
        rules = store.centre.rules
        in_time = [act for act in WITH_HAND if not lifecycle.too_late(act, held, current.day)]
        spans = [(act, lifecycle.span(act, held, current.at, rules)) for act in in_time]
        acts = [_act(act, *span) for act, span in spans if span]
        return (*acts, views.Possible(Act.REVIVE), *([views.Possible(Act.NEXT)] if held.state == State.SERVING else []))
    free = (Act.CALL, Act.NEXT, Act.REVIVE, Act.CLOSE) + ((Act.RESUME,) if on_hold else ())
    return tuple(map(views.Possible, free))


def _act(act: Act, opens: int, closes: int | None) -> views.Possible:
    return views.Possible(act, moment(opens), None if closes is None else moment(closes))


def _undo(store: Store, day: str, last_event: int) -> tuple[views.Possible, ...]:
    try:
        event, _ = undoable(store, last_event, day)
    except Refused:
        return ()
    within = store.centre.rules.undo_within
    return (views.Possible(Act.UNDO, None, moment(event.at + within) if within else None),)


def _reason(store: Store, ticket: Ticket) -> str:
    """Why it has its class, as it was given with its first event; nothing where that was purged."""
    row = None if ticket.class_ == "normal" else store.one(REASON, {"revision": ticket.id})
    return row[0] if row else ""


def _in_hand(ticket: Ticket, reason: str) -> views.InHand:
    return views.InHand(
        ticket=ticket.name,
        service=ticket.service,
        class_=ticket.class_,
        language=ticket.language,
        state=ticket.state,
        calls=ticket.calls,
        arrival=moment(ticket.arrival),
        called_at=moment(ticket.called_at or ticket.acted_at),
        started_at=None if ticket.started_at is None else moment(ticket.started_at),
        reason=reason,
    )


def _waiting(ticket: Ticket) -> views.Waiting:
    return views.Waiting(ticket.name, ticket.service, ticket.class_, moment(ticket.arrival))
