"""What does the operator of one window see, and what may be done there?"""

from collections.abc import Iterator

from sqlalchemy import literal_column, select

from data import lifecycle, messages, occupancy, tickets, turn, views
from data.board import queues
from data.clock import moment
from data.lifecycle import Act, State
from data.now import Now, now
from data.occupancy import OPEN, standing
from data.records import Ticket
from data.refused import Refused
from data.scan import scanned
from data.sender import SEND_BACK, Sender, sender
from data.store import Statement, Store
from data.tables import EVENT, IS_ON_HOLD, NOTE, TICKET, given
from data.undo import undoable

__all__ = ["read", "scanned"]

ON_HOLD = Statement(
    select(TICKET).where(IS_ON_HOLD, TICKET.c.service_day == given("day")).order_by(TICKET.c.place, TICKET.c.id)
)
# A booking's note is the name of whose it is: only who takes a ticket, and who puts one in front, gives a reason.
REASON = Statement(
    select(NOTE.c.text)
    .select_from(EVENT)
    .join(NOTE, NOTE.c.revision == EVENT.c.revision, isouter=True)
    .where(EVENT.c.ticket_id == given("ticket_id"), EVENT.c.act.in_((Act.TAKE, Act.FRONT)))
    .order_by(literal_column("event.revision + 0").desc())  # plainly by revision, SQLite goes through all events
    .limit(1)
)
WITH_HAND = (Act.RECALL, Act.START, Act.FINISH, Act.NO_SHOW, Act.REQUEUE, Act.HOLD, Act.TRANSFER)


def read(store: Store, *, window: int) -> views.Desk:
    """The desk of a window, in one snapshot. Raises Refused `unknown-window`."""
    with store.snapshot():
        current = now(store)
        state, last_event = standing(store, window)
        shift = occupancy.shift(store, window)
        services = turn.services(store, window)
        held = tickets.in_hand(store, window)
        sent = held and sender(store, held, window)
        following = turn.next_ticket(store, window, current.day, current.at)
        on_hold = tuple(t for t in _on_hold(store, current.day) if t.service in services)
        possible = _possible(store, current, state == OPEN, shift, held, sent, bool(on_hold))
        return views.Desk(
            window=window,
            state=state,
            services=services,
            revision=current.revision,
            at=moment(current.at),
            in_hand=held and _in_hand(held, _reason(store, held), sent),
            next=following and _waiting(following),
            on_hold=tuple(map(_waiting, on_hold)),
            queues=tuple(queue for queue in queues(store, current) if queue.service in services),
            acts=possible + _undo(store, current.day, last_event),
            person=shift.name or "",
            since=None if shift.since is None else moment(shift.since),
            session=shift.session or "",
            pause=shift.pause or "",
            pause_since=None if shift.pause_since is None else moment(shift.pause_since),
            messages=messages.unread(store, window, current.day),
        )


def _on_hold(store: Store, day: str) -> list[Ticket]:
    return [Ticket._make(row) for row in store.all(ON_HOLD, {"day": day})]


def _possible(
    store: Store,
    current: Now,
    is_open: bool,
    shift: occupancy.Shift,
    held: Ticket | None,
    sent: Sender | None,
    on_hold: bool,
) -> tuple[views.Possible, ...]:
    if held and is_open:
        acts = (*_with_hand(store, current, held, sent), views.Possible(Act.REVIVE))
    elif not is_open:
        acts = (views.Possible(Act.OPEN),)
    elif shift.pause is not None:
        acts = tuple(map(views.Possible, (Act.BACK, Act.REVIVE, Act.CLOSE)))
    else:
        free = (Act.CALL, Act.NEXT, Act.WALK_IN, Act.REVIVE, Act.CLOSE)
        more = ((Act.RESUME,) if on_hold else ()) + ((Act.BREAK,) if store.centre.breaks else ())
        acts = tuple(map(views.Possible, free + more))
    return acts if shift.person is None else (*acts, views.Possible(Act.SIGN_OFF))


def _with_hand(store: Store, current: Now, held: Ticket, sent: Sender | None) -> Iterator[views.Possible]:
    in_time = [act for act in WITH_HAND if not lifecycle.too_late(act, held, current.day)]
    for act in in_time:
        span = lifecycle.span(act, held, current.at, store.centre.rules)
        if span:
            yield _act(act, *span)
    if sent and Act.TRANSFER in in_time:
        yield views.Possible(SEND_BACK)
    if held.state == State.SERVING:
        yield views.Possible(Act.NEXT)


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
    """Why it has its class, as it was given when it got it; nothing where that was purged."""
    row = None if ticket.class_ == "normal" else store.one(REASON, {"ticket_id": ticket.id})
    return row[0] or "" if row else ""


def _in_hand(ticket: Ticket, reason: str, sent: Sender | None) -> views.InHand:
    return views.InHand(
        ticket=ticket.name,
        service=ticket.service,
        class_=ticket.class_,
        language=ticket.language,
        state=ticket.state,
        calls=ticket.calls,
        arrival=moment(ticket.arrival),
        called_at=moment(ticket.called_at or ticket.started_at or ticket.acted_at),
        started_at=None if ticket.started_at is None else moment(ticket.started_at),
        reason=reason,
        steps=tickets.steps(ticket),
        from_window=sent and sent.window,
    )


def _waiting(ticket: Ticket) -> views.Waiting:
    return views.Waiting(
        ticket=ticket.name,
        service=ticket.service,
        class_=ticket.class_,
        arrival=moment(ticket.arrival),
        steps=tickets.steps(ticket),
    )
