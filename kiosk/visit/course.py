"""Which visit is going on, and what does it wait for? One visitor after the other."""

import secrets
from collections.abc import Callable
from dataclasses import replace

from data.clock import SECOND
from data.refused import Refused
from kiosk.visit.offered import Offered
from kiosk.visit.presses import Presses
from kiosk.visit.question import Choice
from kiosk.visit.taking import FOLLOW, Taking
from kiosk.visit.visit import Visit, home

FRESH = 15 * SECOND


def request_key() -> str:
    """A request key that nobody else has."""
    return secrets.token_hex(16)


class Course:
    """Goes on with the visit, and has the store asked for what it waits for. `changed` shows how it stands then.

    `clock` gives microseconds. While the store is `lost` nothing can be chosen.
    """

    def __init__(self, taking: Taking, clock: Callable[[], int], new_key: Callable[[], str]) -> None:
        self.visit = Visit("language", since=0, began=0)
        self.offered: Offered | None = None
        self.lost = False
        self.changed: Callable[[], None] = lambda: None
        self._taking, self._presses = taking, Presses()
        self._clock, self._new_key = clock, new_key
        self._read_at = 0

    @property
    def can_choose(self) -> bool:
        """Whether what is chosen leads anywhere."""
        return self.visit.choosing and not self.lost and self.offered is not None

    @property
    def goes_unread(self) -> bool:
        """Whether sentences stand on the screen that nobody will press to read on."""
        if self.visit.choosing:
            return self.lost or self.offered is None or self.visit.warned(self._clock())
        return self.visit.waiting

    def offer(self, offered: Offered) -> None:
        """This has been read. What a visitor looks at stays in its order."""
        now = self._clock()
        if self.offered and self.visit.engaged:
            offered = offered.in_order_of(self.offered)
        self.visit = self.visit.within(offered, now) if self.offered else home(offered, now)
        self.offered, self._read_at = offered, now
        self._follow()
        self.changed()

    def found(self) -> None:
        """The store can be used again: what is waited for is asked for again."""
        self.lost = False
        if self.visit.waiting:
            self._taking.ask(self.visit)

    def lose(self) -> None:
        """The store cannot be used."""
        self.lost = True
        self.visit = self.visit.delayed()
        self.changed()

    def answered(self, job: str, value: object) -> None:
        """The store has done a job."""
        if not self._taking.came(job, value) or not self.offered:
            return
        if job.startswith(FOLLOW):
            self.go(self.visit.kept_up(value))
        elif self.visit.waits_for(job):
            self.go(self.visit.answered(value, self.offered, self._clock()))

    def declined(self, job: str, refused: Refused) -> None:
        """The store has not done a job. Where it cannot be used, the visitor goes on waiting."""
        self._taking.ended(job)
        if self.visit.waits_for(job) and not refused.of_store:
            self.go(self.visit.refused(refused, self._clock()))

    def scanned(self, code: str) -> None:
        """A code was read; "" is none of a ticket."""
        if self.offered and not self.lost:
            self.go(self.visit.scanned(code, self.offered, self._clock()))

    def woke(self, what: str) -> bool:
        """A key or a tap: the visitor is there. To one who was warned it says only that the question stays."""
        now = self._clock()
        warned = self.visit.warned(now)
        self.visit = self.visit.touched(now)
        if warned:
            self._presses.counts(what, now)
            self.changed()
        return warned

    def counts(self, what: str) -> bool:
        """Whether a press is meant as one of its own, and leads anywhere."""
        return self._presses.counts(what, self._clock()) and self.offered is not None and not self.visit.waiting

    def chosen(self, choice: Choice) -> None:
        """The visitor chose it. How to see what is said can always be chosen."""
        open_to_all = not self.visit.choosing or self.visit.comfort.after(choice.id) is not None
        if self.offered and (self.can_choose or open_to_all):
            self.go(self.visit.chosen(choice, self.offered, self._clock(), self._new_key))

    def read_on(self, more: bool) -> None:
        """The visitor pressed anything where there is nothing to choose: to read `more`, or since all has been read."""
        if self.offered and not self.visit.choosing:
            now = self._clock()
            self.go(self.visit.stays(now) if more else self.visit.dismissed(self.offered, now))

    def later(self, speaking: bool) -> bool:
        """As time goes by; whether what is offered should be read again. What is being said is not cut off."""
        now = self._clock()
        if self.offered:
            heard = speaking and not self.visit.warned(now)
            self.go(self.visit.stays(now) if heard else self.visit.later(self.offered, now))
        stale = not self.lost and not 0 <= now - self._read_at < FRESH
        self._read_at = now if stale else self._read_at
        return stale

    def begin(self) -> None:
        """From the beginning, for the next visitor."""
        if self.offered:
            self.go(home(self.offered, self._clock()))

    def go(self, visit: Visit) -> None:
        """The visit is like this now."""
        before, self.visit = self.visit, visit
        if before.waiting and not visit.waits_for(before.job):
            self._taking.leave(before)
        if visit.waiting and not before.waits_for(visit.job):
            self._taking.ask(visit)
        if not before.follows:
            self._follow()
        if visit != replace(before, since=visit.since):
            self.changed()

    def _follow(self) -> None:
        """Have the ticket read again whose state is shown, if any."""
        if self.visit.follows and self.visit.ticket:
            self._taking.follow(self.visit.ticket.code)
