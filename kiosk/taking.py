"""Tickets asked of the store, each once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from data.views import Ticket
from kiosk.visit import Visit

if TYPE_CHECKING:
    from data.store import Store

Job = Callable[["Store"], object]
GIVE_BACK = "give back"


class Taking:
    """Asks for tickets by their request keys, and gives back one that comes when its visitor has been sent away."""

    def __init__(self, ask: Callable[[Job, str], None]) -> None:
        self._ask = ask
        self._open: set[str] = set()
        self._left: set[str] = set()

    def ask(self, visit: Visit) -> None:
        """Ask for the ticket of `visit`, unless it is being asked for."""
        if visit.key not in self._open:
            self._open.add(visit.key)
            self._ask(lambda store: None if visit.key in self._left else take(store, visit), visit.key)

    def leave(self, visit: Visit) -> None:
        """The visitor has been sent away."""
        if visit.key in self._open:
            self._left.add(visit.key)

    def came(self, key: str, ticket: Ticket | None) -> bool:
        """Whether the answer to `key` is for the visitor. A ticket that nobody knows of is cancelled."""
        gone = key in self._left
        self.ended(key)
        if gone and ticket:
            self._ask(lambda store: cancel(store, ticket.code), GIVE_BACK)
        return not gone

    def ended(self, key: str) -> None:
        """There is an answer to `key`, or there will be none."""
        self._open.discard(key)
        self._left.discard(key)


def take(store: "Store", visit: Visit) -> Ticket:
    """A ticket of the visitor's service."""
    from data import visitor  # not before the first paint

    return visitor.take(store, service=visit.service, language=visit.language, key=visit.key)


def cancel(store: "Store", code: str) -> None:
    """Cancel a ticket by its code."""
    from data import visitor

    visitor.cancel(store, code=code)
