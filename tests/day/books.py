"""What the script has done and when, by its own account: plain lists, from which the figures are counted."""

from dataclasses import dataclass, field
from typing import Any

from tests.day.centre import WINDOWS

SECOND = 1_000_000
ON_BOARD = 20
TURN_S = 120
"""By when a call has had its turn in the hall."""
Deed = dict[str, Any]
KEPT = ("service", "steps", "class_", "place", "state", "put_back", "kept_for", "sent_by", "requeues")


@dataclass(eq=False)
class Guest:
    """A visitor. Moments in microseconds since the epoch; `deeds` are those with this ticket that were not undone."""

    service: str
    class_: str = "normal"
    language: str = "az"
    code: str = ""
    number: str = ""
    id: int = 0
    arrival: int = 0
    place: int = 0
    state: str = "coming"
    steps: tuple[str, ...] = ()
    put_back: int | None = None
    kept_for: int | None = None
    sent_by: tuple[str, str, tuple[str, ...]] | None = None
    """Who transferred it here, and the service that it had there."""
    slot: int | None = None
    requeues: int = 0
    fetched: int = 0
    """When somebody on hold is back with what was missing."""
    deeds: list[Deed] = field(default_factory=list)

    def waits_from(self, arrival: int, head_start: float) -> None:
        """Take a place."""
        self.arrival, self.place = arrival, arrival - round(head_start * SECOND)


class Books:
    """All guests, what was done at the windows, and each call that went to the hall."""

    def __init__(self) -> None:
        self.guests: list[Guest] = []
        self.shifts: list[Deed] = []
        self.calls: list[Deed] = []
        self.last: dict[int, Deed] = {}
        self.serves = dict(WINDOWS)
        self.open: dict[int, bool] = {}
        self.at: dict[int, str] = {}
        """Who is at which window."""
        self._there: set[Guest] = set()

    def note(self, guest: Guest, at: int, act: str, **more: Any) -> Deed:
        """Something was done with a ticket; what it changes of the guest is among `more` too."""
        deed = {"at": at, "act": act, "service": guest.service, "before": {name: getattr(guest, name) for name in KEPT}}
        for name, value in more.items():
            if name in KEPT:
                setattr(guest, name, value)
            else:
                deed[name] = value
        guest.deeds.append(deed)
        self._stands(guest)
        if deed.get("window"):
            self.last[deed["window"]] = deed
        return deed

    def undo(self, guest: Guest, window: int) -> None:
        """The last deed with a ticket has not happened."""
        undone = guest.deeds.pop()
        for name, value in undone["before"].items():
            setattr(guest, name, value)
        self._stands(guest)
        self.last[window] = {"act": "undo"}

    def shift(self, at: int, act: str, window: int, name: str) -> None:
        """Somebody came, left, opened, closed, had a break, came back."""
        self.last[window] = {"at": at, "act": act, "window": window, "name": name}
        self.shifts.append(self.last[window])

    def heard(self, guest: Guest, window: int, at: int, revision: int) -> None:
        """A call that the hall is to show and to say; one to another window just before no longer stands."""
        self.taken_back(guest, at, other_than=window)
        self.calls.append({"guest": guest, "at": at, "call": (guest.number, window, revision), "taken_back": False})

    def taken_back(self, guest: Guest, at: int, other_than: int = 0) -> None:
        """What was called just before may not be said any more, if it has not been."""
        for call in reversed(self.calls):
            if at - call["at"] > TURN_S * SECOND:
                break
            if call["guest"] is guest and call["call"][1] != other_than:
                call["taken_back"] = True

    def board(self) -> list[tuple[str, int, int]]:
        """The calls that are to be on the board now: the last one of each ticket that was not put back since."""
        found = []
        for guest in self.guests:
            acts = [deed["act"] for deed in guest.deeds]
            since = len(acts) - acts[::-1].index("requeue") if "requeue" in acts else 0
            calls = [deed for deed in guest.deeds[since:] if "revision" in deed]
            found += [(guest.number, deed["window"], deed["revision"]) for deed in calls[-1:]]
        return sorted(found, key=lambda call: -call[2])[:ON_BOARD]

    def standing(self, state: str, *services: str) -> list[Guest]:
        """Who waits, or is held, for these services; in the order in which they came."""
        found = [guest for guest in self._there if guest.state == state and guest.service in services]
        return sorted(found, key=lambda guest: guest.id)

    def _stands(self, guest: Guest) -> None:
        (self._there.add if guest.state in ("waiting", "held") else self._there.discard)(guest)

    def callable(self, window: int, at: int) -> list[Guest]:
        """Whom a window could call now, the next one first."""
        found = [guest for guest in self.standing("waiting", *self.serves[window]) if self._may_call(guest, window, at)]
        return sorted(found, key=lambda guest: (guest.place, guest.id))

    def _may_call(self, guest: Guest, window: int, at: int) -> bool:
        if guest.put_back is not None and at - guest.put_back < 5 * 60 * SECOND:
            return False
        keeper = guest.kept_for
        kept = keeper and self.open.get(keeper) and guest.service in self.serves[keeper]
        return not kept or keeper == window

    def overtakes(self, guest: Guest, window: int, at: int) -> int:
        """How many who wait for the same came earlier, and could be called by the window instead."""
        others = (other for other in self.callable(window, at) if other.service == guest.service)
        return sum((other.arrival, other.id) < (guest.arrival, guest.id) for other in others)
