"""What a visitor wants of the store, asked once."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.visit.steps import Errand
from kiosk.visit.visit import Visit

if TYPE_CHECKING:
    from data.store import Store
    from data.views import Ticket
    from kiosk.visit.looked import Looked

Job = Callable[["Store"], object]
GIVE_BACK, FOLLOW = "give-back", "follow"
MADE_BY: frozenset[Errand] = frozenset({"take", "book"})
"""What makes a ticket, which nobody knows of where its visitor has been sent away."""


class Taking:
    """Asks by the names of the jobs, and gives back a ticket that comes when its visitor has been sent away.

    `printer` is the URL of the printer, where there is one.
    """

    def __init__(self, ask: Callable[[Job, str], None], printer: str | None = None) -> None:
        self._ask = ask
        self._printer = printer
        self._open: dict[str, Errand] = {}
        self._left: set[str] = set()

    def ask(self, visit: Visit) -> None:
        """Ask for what `visit` waits for, unless it is being asked for."""
        job = visit.job
        if job not in self._open:
            self._open[job] = visit.errand
            self._ask(lambda store: None if job in self._left else done(store, visit, self._printer), job)

    def follow(self, code: str) -> None:
        """Ask how a ticket stands now, unless that is being asked."""
        job = f"{FOLLOW} {code}"
        if job not in self._open:
            self._open[job] = ""
            self._ask(lambda store: followed(store, code), job)

    def leave(self, visit: Visit) -> None:
        """The visitor has been sent away."""
        if visit.job in self._open:
            self._left.add(visit.job)

    def came(self, job: str, value: object) -> bool:
        """Whether the answer to `job` is for the visitor. A ticket that nobody knows of is cancelled."""
        from data.views import Ticket  # not before the first paint

        gone, errand = job in self._left, self._open.get(job)
        self.ended(job)
        if gone and errand in MADE_BY and isinstance(value, Ticket) and value.state != "cancelled":
            self._ask(lambda store: cancel(store, value.code), GIVE_BACK)
        return not gone

    def ended(self, job: str) -> None:
        """There is an answer to `job`, or there will be none."""
        self._open.pop(job, None)
        self._left.discard(job)


def done(store: "Store", visit: Visit, printer: str | None = None) -> "Ticket | Looked | datetime | None":
    """Do what the visitor waits for; what came of it. Raises Refused as the acts of data.visitor do."""
    if visit.errand == "take":
        return take(store, visit, printer)
    if visit.errand == "book":
        return book(store, visit, printer)
    if visit.errand == "slot":
        return slot(store, visit)
    from kiosk.visit.looked import look  # not before the first paint

    code = visit.ticket.code if visit.ticket else visit.code
    if visit.errand == "cancel":
        return cancel(store, code)
    if visit.errand == "print" and printer:
        return print_again(store, code, printer=printer)
    return look(store, visit.code, printer)


def take(store: "Store", visit: Visit, printer: str | None = None) -> "Ticket":
    """A ticket of the visitor's service."""
    from data import visitor  # not before the first paint

    class_ = "priority" if visit.reason else "normal"
    wanted = {"class_": class_, "reason": visit.reason or None, "language": visit.own or None}
    return visitor.take(store, service=visit.service, key=visit.key, printer=printer, **wanted)


def book(store: "Store", visit: Visit, printer: str | None = None) -> "Ticket":
    """A booking of the time that the visitor was shown."""
    from data import visitor

    if visit.slot is None:
        raise ValueError("a booking without its time")
    language = visit.own or None
    return visitor.book(store, service=visit.service, at=visit.slot, language=language, key=visit.key, printer=printer)


def slot(store: "Store", visit: Visit) -> datetime | None:
    """The first time that is free for the visitor's service, which is on a later service day where today is full."""
    from data import slots
    from data.clock import moment

    return slots.first_free(store, service=visit.service, after=moment(store.micros()))


def cancel(store: "Store", code: str) -> "Ticket":
    """Cancel a ticket by its code."""
    from data import visitor

    return visitor.cancel(store, code=code)


def followed(store: "Store", code: str) -> "Ticket":
    """A ticket as it is now."""
    from data import visitor

    return visitor.ticket(store, code=code)


def print_again(store: "Store", code: str, *, printer: str) -> "Ticket":
    """Have a ticket printed once more; the paper says that it is a copy."""
    from data import outbox

    return outbox.again(store, code=code, printer=printer)
