"""The model of the queue at its service windows, and what the hall shows of it."""

from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

from tests.guards.appointments import Appointments
from tests.guards.model import MINUTE, SERIES, SERVES, UNDOABLE, Answer, Event, No, Ticket, act

AGAIN = {"calls": 0, "first_call": None}
UNCALLED = AGAIN | {"window": None, "last_call": None, "board": None}
SECOND = timedelta(seconds=1)


class Model(Appointments):
    """The whole queue of the test centre, as it should be. A ticket is given by its id, and by its name at a window."""

    def open(self, window: int) -> Answer:
        return self._open(window, True)

    def close(self, window: int) -> Answer:
        return self._open(window, False)

    @act
    def _open(self, window: int, state: bool) -> Answer:
        if state and self._is_open(window):
            raise No("not-allowed")
        if not state:
            self._free(window)
        self.is_open[window] = state
        self.log.append(Event(self.at, "open" if state else "close", window=window, services=SERVES[window]))
        self.last[window] = len(self.log)
        answer = {"window": window, "state": "open" if state else "closed", "services": SERVES[window]}
        return answer | {"at": self.at, "revision": len(self.log)}

    @act
    def call(self, window: int, ticket: str | None = None, reason: str | None = None) -> Answer | None:
        self._free(window)
        if ticket is None:
            return self._call_next(window)
        self._needed(reason)
        return self._call(window, self._served_here(window, ticket), "call", "waiting", out_of_turn=True)

    @act
    def finish_and_call(self, window: int) -> Answer:
        self._opened(window)
        held = self.held(window)
        if held and held.state == "called":
            raise No("not-started")
        if held:
            self.move("finish", held, "serving", to="served", at_window=window)
        return {"called": self._call_next(window), "finished": held and held.name}

    @act
    def recall(self, window: int) -> Answer:
        held = self._in_hand(window)
        self.allow("recall", held, "called")
        if not self._passed(held.last_call, 15 * SECOND):
            raise No("too-soon")
        changes = {"calls": held.calls + 1, "last_call": self.at, "board": len(self.log) + 1}
        return self._done("recall", window, held, "called", to="called", **changes)

    @act
    def start(self, window: int) -> Answer:
        return self._done("start", window, self._in_hand(window), "called", to="serving")

    @act
    def finish(self, window: int) -> Answer:
        return self._done("finish", window, self._in_hand(window), "serving", to="served")

    @act
    def no_show(self, window: int) -> Answer:
        held = self._in_hand(window)
        self.allow("no-show", held, "called")
        if held.calls < 2 or not self._passed(held.first_call, MINUTE):
            raise No("too-soon")
        return self._done("no-show", window, held, "called", to="no-show")

    @act
    def requeue(self, window: int) -> Answer:
        held = self._in_hand(window)
        self.allow("requeue", held, "called")
        if held.requeues >= 2:
            raise No("too-often")
        counted = {"requeues": held.requeues + 1, "requeued": self.at}
        return self._done("requeue", window, held, "called", to="waiting", **UNCALLED, **counted)

    def hold(self, window: int, reason: str | None) -> Answer:
        self._needed(reason)
        return self._hold(window)

    @act
    def _hold(self, window: int) -> Answer:
        return self._done("hold", window, self._in_hand(window), "called", "serving", to="on-hold")

    @act
    def resume(self, window: int, ticket: str) -> Answer:
        self._free(window)
        return self._call(window, self._served_here(window, ticket), "resume", "on-hold")

    @act
    def transfer(self, window: int, service: str) -> Answer:
        held = self._in_hand(window)
        if service not in SERIES:
            raise No("unknown-service")
        if service == held.service:
            raise No("not-allowed")
        changes = AGAIN | {"service": service}
        return self._done("transfer", window, held, "called", "serving", to="waiting", **changes)

    @act
    def revive(self, window: int, ticket: str) -> Answer:
        self._opened(window)
        found = self._named(ticket, window)
        if found.state == "no-show" and self.at > found.at + 30 * MINUTE:
            raise No("not-allowed")
        return self._done("revive", window, found, "no-show", to="waiting", **AGAIN)

    @act
    def undo(self, window: int) -> Answer:
        self._is_open(window)
        last = self.last.get(window, 0)
        undone = next((t for t in self.tickets.values() if t.revision == last), None)
        if undone is None or self.log[last - 1].act not in UNDOABLE or self.at > undone.at + 10 * SECOND:
            raise No("not-allowed")
        before = undone.before
        if before is None or (before.state == "waiting" and before.day < self.day):
            raise No("not-allowed")
        return self.answer(self.write("undo", before, at_window=window), window)

    def remove(self, ticket: str, reason: str | None) -> Answer:
        self._needed(reason)
        return self._remove(ticket)

    @act
    def _remove(self, name: str) -> Answer:
        found = self._named(name)
        window = found.window if found.state == "called" else None
        removed = self.move("remove", found, "waiting", "on-hold", "called", to="removed", at_window=window)
        return self.answer(removed)

    def allows(self, verb: str, window: int) -> bool:
        """Whether an act that needs nothing but its window would be done now."""
        trial = deepcopy(self)
        try:
            getattr(trial, verb)(window)
        except No:
            return False
        return True

    def board(self) -> dict[str, Any]:
        """Calls newest first, and for each service how many wait and for how long."""
        self.settle()
        shown = [t for t in self.tickets.values() if t.board and (t.day == self.day or t.in_hand)]
        return {
            "calls": [(t.name, t.window, t.last_call, t.board) for t in sorted(shown, key=lambda t: -(t.board or 0))],
            "waiting": [self._queue(service) for service in SERIES],
        }

    def _queue(self, service: str) -> tuple[str, int, int | None]:
        waiting = self.waiting(service)
        oldest = min((t.arrival for t in waiting if t.arrival), default=None)
        return service, len(waiting), oldest and max(0, (self.at - oldest) // SECOND)

    def held(self, window: int) -> Ticket | None:
        """The ticket in hand at a window."""
        return next((t for t in self.tickets.values() if t.in_hand and t.window == window), None)

    def following(self, window: int) -> Ticket | None:
        """Who is next: the smallest place, but not who was put back less than five minutes ago."""
        ready = (t for t in self.waiting(*SERVES[window]) if self._passed(t.requeued, 5 * MINUTE))
        return next(ready, None)

    def _call_next(self, window: int) -> Answer | None:
        ticket = self.following(window)
        return ticket and self._call(window, ticket, "call", "waiting", out_of_turn=False)

    def _call(self, window: int, ticket: Ticket, act: str, source: str, out_of_turn: bool | None = None) -> Answer:
        called = {"window": window, "calls": 1, "first_call": self.at, "last_call": self.at, "requeued": None}
        called |= {"board": len(self.log) + 1, "out_of_turn": out_of_turn}
        return self.answer(self.move(act, ticket, source, to="called", at_window=window, **called))

    def _done(self, act: str, window: int, ticket: Ticket, /, *sources: str, to: str, **changes: Any) -> Answer:
        return self.answer(self.move(act, ticket, *sources, to=to, at_window=window, **changes), window)

    def _named(self, name: str, window: int | None = None) -> Ticket:
        """The ticket of this day with the number, else the one in hand there."""
        same = [t for t in self.tickets.values() if t.number and t.name == name]
        today = [t for t in same if t.day == self.day]
        in_hand = [t for t in reversed(same) if t.in_hand and window in (None, t.window)]
        for found in today or in_hand:
            return found
        raise No("unknown-ticket")

    def _served_here(self, window: int, name: str) -> Ticket:
        found = self._named(name, window)
        if found.service not in SERVES[window]:
            raise No("not-served-here")
        return found

    def _is_open(self, window: int) -> bool:
        if window not in SERVES:
            raise No("unknown-window")
        return self.is_open[window]

    def _opened(self, window: int) -> None:
        if not self._is_open(window):
            raise No("window-closed")

    def _free(self, window: int) -> None:
        self._opened(window)
        if self.held(window):
            raise No("ticket-in-hand")

    def _in_hand(self, window: int) -> Ticket:
        self._is_open(window)
        held = self.held(window)
        if held is None:
            raise No("nothing-in-hand")
        return held

    def _passed(self, since: datetime | None, wait: timedelta) -> bool:
        """Whether a wait is over; it is where the clock has been set back to before it began."""
        return since is None or since > self.at or since + wait <= self.at

    def _needed(self, reason: str | None) -> None:
        if not (reason or "").strip():
            raise No("reason-missing")
