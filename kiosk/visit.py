"""One visitor's way from the first question to the ticket: what follows what, and after how long. Knows no screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from data.refused import Refused
from data.texts import mark
from data.views import Ticket
from kiosk.offered import Offered
from kiosk.question import BACK, Choice

Step = Literal["language", "agency", "service", "taking", "told", "ticket"]

SECOND = 1_000_000
REST = SECOND // 2
CHOOSING: tuple[Step, ...] = ("language", "agency", "service")
LIMITS: dict[Step, int] = {"language": 60, "agency": 60, "service": 60, "taking": 20, "told": 10, "ticket": 20}
SORRY = mark("We are sorry: your ticket could not be taken. Please ask at the reception desk.")


@dataclass(frozen=True, slots=True)
class Visit:
    """Where a visitor stands. Times are in microseconds since the epoch; `since` is when the step began or was touched.

    `key` is the request key: one for a visit and a service, whatever is tried again. `late` says that the store did not
    answer as it should. A `told` visitor reads `text` and goes on to the step `then`; without one to the beginning.
    """

    step: Step
    since: int
    began: int
    language: str = ""
    agency: str = ""
    service: str = ""
    key: str = ""
    late: bool = False
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    then: Step | None = None
    ticket: Ticket | None = None

    @property
    def choosing(self) -> bool:
        """Whether there is something to choose."""
        return self.step in CHOOSING

    @property
    def place(self) -> str:
        """Tells one question to one visitor from every other."""
        return f"{self.began} {self.step} {self.agency}"

    def left(self, now: int) -> int:
        """The whole seconds until this step ends by itself."""
        return max(0, LIMITS[self.step] - (now - self.since) // SECOND)

    def chosen(self, choice: Choice, offered: Offered, now: int, new_key: Callable[[], str]) -> "Visit":
        """After the visitor chose `choice`."""
        if choice.id == BACK:
            return self._back(offered, now)
        if choice.why:
            return self.told(choice.why, {}, now, self.step)
        if self.step == "language":
            return replace(self, language=choice.id, step=asked(offered)[1], since=now)
        if self.step == "service":
            return self._take(choice.id, now, new_key)
        there = replace(self, agency=choice.id, step="service", since=now)
        services = offered.services(choice.id)
        return there._take(services[0].id, now, new_key) if len(services) == 1 else there

    def touched(self, now: int) -> "Visit":
        """The visitor is there: a question stays."""
        return replace(self, since=now) if self.choosing else self

    def can_go_back(self, offered: Offered) -> bool:
        """Whether a question was asked before this one."""
        return self.step != asked(offered)[0]

    def told(self, text: str, values: Mapping[str, object], now: int, then: Step | None = None) -> "Visit":
        """A sentence is said to the visitor."""
        return replace(self, step="told", text=text, values=values, then=then, since=now)

    def refused(self, refused: Refused, offered: Offered, now: int) -> "Visit":
        """The store said no to this service; the visitor may choose another."""
        alone = len(offered.services(self.agency)) == 1 and "agency" in asked(offered)
        return self.told(refused.text, refused.values, now, "agency" if alone else "service")

    def delayed(self) -> "Visit":
        """The store does not answer as it should."""
        return replace(self, late=True) if self.step == "taking" else self

    def waits_for(self, key: str) -> bool:
        """Whether the visitor waits for the answer to `key`."""
        return self.step == "taking" and self.key == key

    def taken(self, ticket: Ticket, now: int) -> "Visit":
        """The ticket is safe in the store."""
        return replace(self, step="ticket", ticket=ticket, since=now)

    def dismissed(self, offered: Offered, now: int) -> "Visit":
        """The visitor has read it; not within half a second, so that a double tap does not hide what was never seen."""
        if self.step not in ("told", "ticket") or 0 <= now - self.since < REST:
            return self
        return self._on(offered, now)

    def later(self, offered: Offered, now: int) -> "Visit":
        """As time goes by."""
        if now < self.since:  # the clock was set back: nobody shall wait for it to catch up
            return replace(self, since=now)
        if self.left(now):
            return self
        return self.told(SORRY, {}, now) if self.step == "taking" else self._on(offered, now)

    def within(self, offered: Offered, now: int) -> "Visit":
        """The same; or the beginning when the centre has changed and no longer has what was asked about."""
        gone = self.step not in asked(offered) or (self.step == "service" and not offered.services(self.agency))
        return home(offered, now) if self.choosing and gone else self

    def _back(self, offered: Offered, now: int) -> "Visit":
        if not self.can_go_back(offered):
            return self
        steps = asked(offered)
        return replace(self, step=steps[steps.index(self.step) - 1], since=now)

    def _take(self, service: str, now: int, new_key: Callable[[], str]) -> "Visit":
        key = self.key if self.service == service and self.key else new_key()
        return replace(self, step="taking", service=service, key=key, late=False, since=now)

    def _on(self, offered: Offered, now: int) -> "Visit":
        if self.step == "told" and self.then:
            return replace(self, step=self.then, since=now)
        return home(offered, now)


def asked(offered: Offered) -> tuple[Step, ...]:
    """What this centre asks, in order. Never nothing: who takes a ticket is shown of which service."""
    language: tuple[Step, ...] = ("language",) if len(offered.centre.languages) > 1 else ()
    agency: tuple[Step, ...] = ("agency",) if len(offered.agencies) > 1 else ()
    return (*language, *agency, "service")


def home(offered: Offered, now: int) -> Visit:
    """The beginning: nothing of the last visitor remains."""
    languages, agencies = offered.centre.languages, offered.agencies
    return Visit(
        step=asked(offered)[0],
        since=now,
        began=now,
        language=languages[0] if len(languages) == 1 else "",
        agency=agencies[0].id if len(agencies) == 1 else "",
    )
