"""What happened to one ticket? Its log as a story, in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from sqlalchemy import select

from data import tickets
from data.centre.settings import Centre
from data.clock import moment
from data.lifecycle import Act, settled
from data.log.events import history
from data.now import now
from data.overview.views import Chapter, Story
from data.records import Event, Ticket
from data.store import Statement, Store
from data.tables import EVENT, NOTE, PERSON, given
from data.texts import Words, mark, name, words

NAMES = Statement(select(PERSON.c.id, PERSON.c.name))
REASONS = Statement(
    select(NOTE.c.revision, NOTE.c.text)
    .join(EVENT, EVENT.c.revision == NOTE.c.revision)
    .where(EVENT.c.ticket_id == given("ticket_id"))
)
NOBODY_CAME = mark("Nobody came for the appointment in time.")
OUT_OF_TURN = mark("Called out of turn to window {window}.")
GOES_ON = mark("Served at window {window}, and goes on to: {service}.")
SENT_BACK = mark("Sent by window {window} to window {for_window}: {service}.")
UNNAMED = mark("Person {n}")
ACTS: Mapping[str, str] = {
    Act.TAKE: mark("Ticket taken for: {service}."),
    Act.BOOK: mark("Appointment made for {slot}: {service}."),
    Act.CHECK_IN: mark("Came to the appointment, and got number {ticket}."),
    Act.WALK_IN: mark("Came to window {window} without a ticket: {service}."),
    Act.CALL: mark("Called to window {window}."),
    Act.RECALL: mark("Called once more to window {window}."),
    Act.START: mark("Began to be served at window {window}."),
    Act.FINISH: mark("Served at window {window}."),
    Act.NO_SHOW: mark("Did not come to window {window}."),
    Act.REQUEUE: mark("Put back to its place by window {window}."),
    Act.REVIVE: mark("Came late, and waits again: window {window}."),
    Act.HOLD: mark("Put on hold at window {window}."),
    Act.RESUME: mark("Called back from hold to window {window}."),
    Act.TRANSFER: mark("Sent by window {window} to: {service}."),
    Act.FRONT: mark("Put in front of the others."),
    Act.POSTPONE: mark("Let others go first."),
    Act.CANCEL: mark("Given up by its holder."),
    Act.REMOVE: mark("Taken out by the staff."),
    Act.EXPIRE: mark("Expired: the service day was over."),
    Act.UNDO: mark("What was done at {time} was taken back."),
}
CLASSES: Mapping[str, str] = {
    "priority": mark("Ticket taken with priority for: {service}."),
    "immediate": mark("Ticket taken to be served at once for: {service}."),
}


def read(store: Store, *, ticket: str, language: str, day: date | None = None) -> Story:
    """The story of a ticket by its number on service `day` (None: the current one), or by its code on any.

    In `language`; times are for the screen to say. Raises Refused: unknown-ticket, unknown-code.
    """
    with store.snapshot():
        current = now(store)
        on = current.day if day is None else day.isoformat()
        found = tickets.by_code(store, ticket) if tickets.plain(ticket) else tickets.by_name(store, ticket, on)
        events = history(store, found.id)
        people = dict(store.all(NAMES))
        reasons = dict(store.all(REASONS, {"ticket_id": found.id}))
        return Story(
            ticket=found.name,
            service=found.service,
            state=settled(found, current.day),
            service_day=date.fromisoformat(found.service_day),
            chapters=tuple(_chapters(events, found, store.centre, people, reasons, words(language))),
        )


def _chapters(
    events: list[Event],
    ticket: Ticket,
    centre: Centre,
    people: Mapping[int, str],
    reasons: Mapping[int, str],
    say: Words,
) -> Iterator[Chapter]:
    undone = {before.revision for before, event in pairwise(events) if event.act == Act.UNDO}
    named = {reason.id: name(reason.name, say.language) for reason in centre.reasons}
    for before, event in zip((None, *events), events, strict=False):
        person = event.person
        reason = reasons.get(event.revision, "")
        yield Chapter(
            at=moment(event.at),
            revision=event.revision,
            act=event.act,
            text=_text(event, before, ticket, centre, say),
            by="" if person is None else people.get(person) or say(UNNAMED, n=person),
            reason=named.get(reason, reason),
            undone=event.revision in undone,
        )


def _text(event: Event, before: Event | None, ticket: Ticket, centre: Centre, say: Words) -> str:
    service = event.steps.split(",")[0] if event.act == Act.FINISH and event.steps else event.service
    return say(
        _sentence(event),
        window=event.window,
        for_window=event.for_window,
        ticket=event.ticket or "",
        service=_service(centre, service or "", say),
        slot="" if event.slot is None else centre.wall(event.slot),
        time="" if before is None else f"{centre.wall(before.at):%H:%M:%S}",
    )


def _sentence(event: Event) -> str:
    match event:
        case Event(act=Act.EXPIRE, ticket=None):
            return NOBODY_CAME
        case Event(act=Act.CALL, out_of_turn=out_of_turn) if out_of_turn:
            return OUT_OF_TURN
        case Event(act=Act.FINISH, steps=steps) if steps:
            return GOES_ON
        case Event(act=Act.TRANSFER, for_window=int()):
            return SENT_BACK
        case Event(act=Act.TAKE, class_=str(class_)) if class_ in CLASSES:
            return CLASSES[class_]
    return ACTS.get(event.act, event.act)


def _service(centre: Centre, service: str, say: Words) -> str:
    found = {one.id: one.name for one in centre.services}.get(service)
    return " ".join(name(found, say.language).split()) if found else service
