"""A plain model of the queue, written from the design alone: what each act answers, or the code it is refused with."""

import functools
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from tests.guards.records import (
    CLOSED_HOUR,
    HEAD_START,
    LEFT_OVER,
    MINUTE,
    QUOTA,
    SERIES,
    SERVES,
    STEPS,
    ZONE,
    Answer,
    Event,
    No,
    Ticket,
)

STATE = ("tickets", "is_open", "last", "log", "serves", "stopped", "paused")


def act(method: Callable[..., Any]) -> Callable[..., Any]:
    """One act: given its time, after what was left over has expired; where it is refused, nothing has changed."""

    @functools.wraps(method)
    def whole(queue: "Queue", *args: Any, **given: Any) -> Any:
        saved = {name: copy(getattr(queue, name)) for name in STATE}
        try:
            queue.begin()
            return method(queue, *args, **given)
        except No:
            vars(queue).update(saved)
            raise

    return whole


class Queue:
    """The queue as visitors know it. Tickets go by the revision of their take."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock
        self.at = clock()
        self.tickets: dict[int, Ticket] = {}
        self.is_open = dict.fromkeys(SERVES, False)
        self.serves = dict(SERVES)
        self.paused: set[int] = set()
        self.stopped: dict[str, date] = {}
        self.last: dict[int, int] = {}  # the last event of each window
        self.log = [Event(self.at, "init")]

    @property
    def day(self) -> date:
        """The service day of `at`."""
        return self.at.astimezone(ZONE).date()

    def settle(self) -> None:
        """Time never goes back, unless the clock was set back by more than an hour."""
        now, last = self.clock(), self.log[-1].at
        self.at = now if now >= last or last - now > timedelta(hours=1) else last

    def begin(self) -> None:
        self.settle()
        self.expire(self.day)
        old = [ticket for ticket in self.tickets.values() if ticket.old(self.day) and not ticket.purged]
        if old:
            self.log.append(Event(self.at, "purge"))
            self.tickets |= {ticket.id: replace(ticket, purged=True, key=None) for ticket in old}

    def expire(self, day: date) -> list[Ticket]:
        """What is left over of the days before `day`."""
        left = [t for t in self.tickets.values() if t.day < day and t.state in LEFT_OVER]
        return [self.write("expire", ticket, state=LEFT_OVER[ticket.state]) for ticket in left]

    def take(self, service: str, class_: str, language: str | None, key: str | None, reason: str | None) -> Answer:
        known = self.known(key)
        if known is None:
            return self._take(service, class_, language, key, reason)
        return self._again(known, (known.first_service, known.class_, known.slot) == (service, class_, None))

    def known(self, key: str | None) -> Ticket | None:
        """The ticket that was taken with a key, unless it is purged by now."""
        self.settle()
        return next((t for t in self.tickets.values() if key and t.key == key and not t.old(self.day)), None)

    def coded(self, ticket: int) -> Ticket:
        """The ticket whose code somebody holds."""
        if self.tickets[ticket].purged:
            raise No("unknown-code")
        return self.tickets[ticket]

    def _again(self, known: Ticket, same: bool) -> Answer:
        if not same:
            raise No("key-reused")
        return self.ticket(known.id) | {"at": self.log[known.id - 1].at, "revision": known.id}

    @act
    def _take(self, service: str, class_: str, language: str | None, key: str | None, reason: str | None) -> Answer:
        if service not in SERIES:
            raise No("unknown-service")
        if class_ not in HEAD_START:
            raise No("unknown-class")
        if class_ == "immediate" and not (reason or "").strip():
            raise No("reason-missing")
        if self.at.astimezone(ZONE).hour == CLOSED_HOUR or self.stopped.get(service) == self.day:
            raise No("service-closed")
        self._quota(service, self.day)
        return self._new(self._number(service, self.day), service, class_, language or "az", key)

    def _quota(self, service: str, day: date) -> None:
        """A day's quota counts the tickets with a number and the bookings that are still to come."""
        counted = [t for t in self.tickets.values() if t.day == day and (t.number or t.state == "booked")]
        if service in QUOTA and sum(t.first_service == service for t in counted) >= QUOTA[service]:
            raise No("quota-full")

    def _number(self, service: str, day: date) -> int:
        same = [t for t in self.tickets.values() if t.day == day and SERIES[t.first_service] == SERIES[service]]
        return max([0, *(t.number for t in same if t.number)]) + 1

    def _arrival(self) -> datetime:
        """Now, but never before one who has come and waits; who waits for a slot counts as come at another time."""
        here = [t for t in self.tickets.values() if t.state == "waiting" and t.arrival]
        return max([self.at, *(t.arrival for t in here if t.arrival and (t.slot is None or t.arrival > t.slot))])

    def _new(self, number: int, service: str, class_: str, language: str, key: str | None) -> Answer:
        ticket = self._issue(number, service, class_, language, key)
        self._log_first("take", ticket)
        return self.answer(ticket)

    def _issue(self, number: int, service: str, class_: str, language: str, key: str | None) -> Ticket:
        arrival, id_ = self._arrival(), len(self.log) + 1
        place, steps = arrival - HEAD_START[class_], STEPS.get(service, ())
        ticket = Ticket(
            *(id_, self.day, number, service, service, class_, language, key, arrival, place, id_, self.at), steps=steps
        )
        self.tickets[id_] = ticket
        return ticket

    def _log_first(self, act: str, ticket: Ticket, window: int | None = None) -> None:
        about = (self.at, act, ticket.name or None, ticket.service, ticket.class_, window)
        self.log.append(Event(*about, place=ticket.place, slot=ticket.slot, steps=ticket.steps))

    @act
    def cancel(self, ticket: int) -> Answer:
        return self.answer(self.move("cancel", self.coded(ticket), "waiting", "on-hold", "booked", to="cancelled"))

    @act
    def postpone(self, ticket: int) -> Answer:
        found = self.coded(ticket)
        self.allow("postpone", found, "waiting")
        if found.postpones == 3:
            raise No("too-often")
        assert found.place, "nobody waits without a place"
        later = {"place": found.place + 10 * MINUTE, "postpones": found.postpones + 1}
        moved = self.move("postpone", found, "waiting", to="waiting", **later)
        self.log[-1] = self.log[-1]._replace(place=moved.place)
        return self.answer(moved)

    def ticket(self, ticket: int) -> Answer:
        """As it is now: what was left over of an earlier day has expired, written or not."""
        self.settle()
        found = self.coded(ticket)
        over = found.day < self.day and found.state in LEFT_OVER
        return self.answer(replace(found, state=LEFT_OVER[found.state]) if over else found)

    def move(self, act: str, ticket: Ticket, *sources: str, to: str, **changes: Any) -> Ticket:
        """Bring a ticket from one of the `sources` to another state; a day that is over has no more waiting."""
        self.allow(act, ticket, *sources)
        if to in ("waiting", "on-hold") and ticket.day < self.day:
            raise No("not-allowed")
        return self.write(act, ticket, state=to, **changes)

    def allow(self, act: str, ticket: Ticket, *sources: str) -> None:
        if ticket.state not in sources:
            raise No("not-started" if (act, ticket.state) == ("finish", "called") else "not-allowed")

    def write(
        self, act: str, ticket: Ticket, at_window: int | None = None, out_of_turn: bool | None = None, **changes: Any
    ) -> Ticket:
        """Write an event, at a window or not, and the ticket after it."""
        changed = replace(
            ticket, revision=len(self.log) + 1, at=self.at, before=replace(ticket, before=None), **changes
        )
        services = self.serves[at_window] if at_window and act in ("call", "resume") else ()
        self.log.append(
            Event(
                self.at,
                act,
                changed.name or None,
                changed.service,
                changed.class_,
                at_window,
                services,
                out_of_turn=out_of_turn,
            )
        )
        self.tickets[ticket.id] = changed
        if at_window:
            self.last[at_window] = changed.revision
        return changed

    def waiting(self, *services: str) -> list[Ticket]:
        """Those of this service day who wait for one of the services, by their place."""
        found = [t for t in self.tickets.values() if t.state == "waiting" and t.day == self.day]
        return sorted((t for t in found if t.service in services), key=lambda t: t.turn)

    def answer(self, ticket: Ticket, window: int | None = None) -> Answer:
        """What an act says of a ticket."""
        queue = [t for t in self.tickets.values() if t.state == "waiting"] if ticket.state == "waiting" else []
        ahead = sum((t.service, t.day) == (ticket.service, ticket.day) and t.turn < ticket.turn for t in queue)
        fields = ("service", "class_", "language", "state", "at", "revision", "slot", "steps")
        return {name: getattr(ticket, name) for name in fields} | {
            "ticket": ticket.name,
            "ahead": ahead if ticket.state == "waiting" else None,
            "service_day": ticket.day,
            "window": window or (None if ticket.state == "waiting" else ticket.window),
        }
