"""One act: it takes the next revision, is given its time, and leaves its events in the log, all in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypedDict, Unpack

from sqlalchemy import insert, select, update

from data import becoming, lifecycle, purge, rights, tickets
from data.centre import Centre
from data.clock import HOUR, settle
from data.lifecycle import Act
from data.log import chain
from data.records import Event, Ticket
from data.refused import Refused
from data.store import Statement, Store
from data.tables import EVENT, IS_BOOKED, IS_ON_HOLD, IS_WAITING, NOTE, STORE, TICKET, WINDOW, given
from data.views import Signed

NEXT = Statement(
    update(STORE)
    .values(revision=STORE.c.revision + 1)
    .returning(
        *(STORE.c.revision, STORE.c.head, STORE.c.at, STORE.c.arrival, STORE.c.service_day, STORE.c.centre_revision),
        purge.OLDEST,
    )
)
DONE = Statement(update(STORE), ["revision", "head", "at", "arrival", "service_day", "centre_revision"])
WRITE_EVENT = Statement(insert(EVENT))
WRITE_NOTE = Statement(insert(NOTE))
TOUCH_WINDOW = Statement(update(WINDOW).where(WINDOW.c.number == given("window")), ["revision"])
# Three, so that each goes through its partial index, whatever the history: asked in one, SQLite reads all tickets.
LEFT_OVER = (
    Statement(select(TICKET).where(IS_WAITING, TICKET.c.service_day != given("day"))),
    Statement(select(TICKET).where(IS_ON_HOLD, TICKET.c.service_day < given("day"))),
    Statement(select(TICKET).where(IS_BOOKED, TICKET.c.service_day < given("day"))),
)


class About(TypedDict, total=False):
    """What an event says besides its act and its ticket."""

    window: int | None
    service: str | None
    services: tuple[str, ...]
    steps: tuple[str, ...]
    class_: str | None
    place: int | None
    out_of_turn: bool | None
    for_window: int | None
    reason: str | None


class Going:
    """An act that is going on, in a transaction: its time `at` and service day, the centre, and what it has written.

    Without `keep` it is given up at its end, and with it what expired at its beginning.
    """

    def __init__(self, store: Store) -> None:
        row = store.one(NEXT)
        if row is None:
            raise RuntimeError("a store without its row")
        revision, self._head, last, self.arrival, self._day, self.centre_revision, self._oldest = row
        store.keep_up(self.centre_revision)
        self.store = store
        self.by: Signed | None = None
        self.centre = store.centre
        now = store.micros()
        self.at = settle(now, last)
        self.clock_set_back = last - self.at > HOUR
        self.day = self.centre.service_day(self.at)
        self.revision = revision - 1
        self._first = revision
        self.keep = True

    def use(self, centre: Centre, revision: int) -> None:
        """Go on with the centre as it was set up by the event `revision`."""
        self.centre, self.centre_revision = centre, revision
        self.store.keep_up(revision)
        self.day = centre.service_day(self.at)

    @property
    def wrote(self) -> bool:
        """Whether there is any event."""
        return self.revision >= self._first

    def turn_day(self) -> None:
        """On the first act of a new service day, let what is left over of earlier days expire and forget who has rated.

        Then purge what has been kept for as many days as the centre set, in more than one act where it is much.
        """
        expired = []
        if self.day > self._day:
            expired = self.expire(self.day)
            purge.forget_raters(self.store, lifecycle.rateable_since(self.day))
        oldest = min((day for day in (self._oldest, *(each.service_day for each in expired)) if day), default=None)
        until = purge.due(self.store, oldest, self.day, self.centre.about.retention)
        if until is not None:
            purge.purge(self.store, until, self.at)
            self.write(Event(revision=self.revision + 1, at=self.at, act=Act.PURGE, service_day=until))

    def expire(self, day: str) -> list[Ticket]:
        """Let what is left over of the service days before `day` expire; the tickets as they are then."""
        rows = [row for statement in LEFT_OVER for row in self.store.all(statement, {"day": day})]
        left = [ticket for ticket in sorted(map(Ticket._make, rows)) if ticket.service_day < day]
        return [self.move(Act.EXPIRE, ticket) for ticket in left]

    def record(self, act: Act, ticket: Ticket | None = None, **about: Unpack[About]) -> Event:
        """Write an event of this act, about `ticket` where there is one; of a reason only its salted hash."""
        event = Event(
            revision=self.revision + 1,
            at=self.at,
            act=act,
            ticket_id=ticket and ticket.id,
            ticket=(ticket and ticket.name) or None,
            service_day=ticket and ticket.service_day,
            service=about.get("service") or (ticket and ticket.service),
            class_=about.get("class_") or (ticket and ticket.class_),
            window=about.get("window"),
            services=",".join(about.get("services", ())) or None,
            place=about.get("place"),
            out_of_turn=about.get("out_of_turn"),
            steps=",".join(about.get("steps", ())) or None,
            for_window=about.get("for_window"),
        )
        return self.write(event, about.get("reason"))

    def write(self, event: Event, reason: str | None = None) -> Event:
        """Chain an event to the one before, and write it, with who did it; the reason aside."""
        if self.by:
            event = event._replace(person=self.by.person)
        if reason or self.clock_set_back:
            salted = self._note(reason) if reason else None
            event = event._replace(clock_set_back=self.clock_set_back or None, salted=salted)
        event = event._replace(digest=chain.digest(self._head, event))
        self.store.run(WRITE_EVENT, tuple(event))
        if event.window is not None:
            self.store.run(TOUCH_WINDOW, {"revision": event.revision, "window": event.window})
        self.revision, self._head = event.revision, event.digest.hex()
        self.clock_set_back = False
        return event

    def move(self, act: Act, ticket: Ticket, **about: Unpack[About]) -> Ticket:
        """Do `act` to a ticket, where the lifecycle allows it; raises the lifecycle's Refused."""
        lifecycle.check(act, ticket, self.at, self.centre.rules)
        self._same_day(act, ticket)
        moved = becoming.after(ticket, self.record(act, ticket, **about))
        tickets.put(self.store, moved)
        return moved

    def _same_day(self, act: Act, ticket: Ticket) -> None:
        """A ticket of a day that is over can be finished, but would never be called again."""
        if lifecycle.too_late(act, ticket, self.day):
            raise Refused(
                "not-allowed", "The service day of {ticket} is over: finish it, or note a no-show.", ticket=ticket.name
            )

    def _note(self, reason: str) -> bytes:
        salt = self.store.random_bytes(16)
        self.store.run(WRITE_NOTE, {"revision": self.revision + 1, "salt": salt, "text": reason})
        return chain.salted(salt, reason)

    def finish(self) -> None:
        """Leave the store's row as the next act finds it."""
        self.store.run(
            DONE,
            {
                "revision": self.revision,
                "head": self._head,
                "at": self.at,
                "arrival": self.arrival,
                "service_day": self.day,
                "centre_revision": self.centre_revision,
            },
        )


@contextmanager
def begin(store: Store, what: str, *, window: int | None = None, by: Signed | None = None) -> Iterator[Going]:
    """An act from its beginning to its commit, where `by` may do `what` (at a `window`).

    A refusal takes no revision, and so does an act that writes nothing. Raises Refused: unknown-window, and as
    `rights.allow` does.
    """
    with store.transaction() as transaction:
        going = Going(store)
        going.turn_day()
        if window is not None:
            going.centre.window(window)
        rights.allow(store, going.centre, what, window, by)
        going.by = by
        yield going
        transaction.keep = going.wrote and going.keep
        going.finish()
