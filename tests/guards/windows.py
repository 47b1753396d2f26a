"""The model of what is done at the service windows."""

from copy import deepcopy
from typing import Any

from tests.guards.model import act
from tests.guards.records import MINUTE, SERIES, UNDOABLE, Answer, Event, No, Ticket
from tests.guards.seats import SECOND, Seats

AGAIN = {"calls": 0, "first_call": None}
UNCALLED = AGAIN | {"window": None, "last_call": None, "board": None}


class Model(Seats):
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
            self._empty(window)
            self._end_break(window)
        self._turn(window, state)
        answer = {"window": window, "state": "open" if state else "closed", "services": self.serves[window]}
        return answer | {"at": self.at, "revision": len(self.log)}

    def _turn(self, window: int, state: bool) -> None:
        self.is_open[window] = state
        self.log.append(Event(self.at, "open" if state else "close", window=window, services=self.serves[window]))
        self.last[window] = len(self.log)

    @act
    def call(self, window: int, ticket: str | None = None, reason: str | None = None) -> Answer | None:
        self._free(window)
        if ticket is None:
            return self._call_next(window)
        self._needed(reason)
        return self._call(window, self._served_here(window, ticket), "call", "waiting", out_of_turn=True)

    @act
    def finish_and_call(self, window: int) -> Answer:
        self._working(window)
        held = self.held(window)
        if held and held.state == "called":
            raise No("not-started")
        if held:
            self._finish(window, held)
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
        return self.answer(self._finish(window, self._in_hand(window)), window)

    def _finish(self, window: int, held: Ticket) -> Ticket:
        """It goes on to its next step, but not on a day that is over."""
        steps, changes = held.steps if held.day >= self.day else (), {}
        if steps:
            changes = AGAIN | {"service": steps[0], "sent": None}
        to = "waiting" if steps else "served"
        finished = self.move("finish", held, "serving", to=to, at_window=window, steps=steps[1:], **changes)
        self.log[-1] = self.log[-1]._replace(service=held.service, steps=steps)
        return finished

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
        return self._transfer(window, held, service)

    def _transfer(
        self, window: int, held: Ticket, service: str, for_window: int | None = None, back: tuple[str, ...] = ()
    ) -> Answer:
        changes = AGAIN | {"service": service, "for_window": for_window, "sent": (window, held.service, held.steps)}
        changes["steps"] = back if for_window else tuple(step for step in held.steps if step != service)
        answer = self._done("transfer", window, held, "called", "serving", to="waiting", **changes)
        self.log[-1] = self.log[-1]._replace(for_window=for_window, steps=back)
        return answer

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
        kept = {"purged": undone.purged, "key": undone.key}
        return self.answer(self.write("undo", before, at_window=window, **kept), window)

    def remove(self, ticket: str, reason: str | None) -> Answer:
        self._needed(reason)
        return self._remove(ticket)

    @act
    def _remove(self, name: str) -> Answer:
        found = self._named(name)
        window = found.window if found.state == "called" else None
        removed = self.move("remove", found, "waiting", "on-hold", "called", to="removed", at_window=window)
        return self.answer(removed)

    def allows(self, verb: str, window: int, **given: Any) -> bool:
        """Whether an act would be done now."""
        trial = deepcopy(self)
        try:
            getattr(trial, verb)(window, **given)
        except No:
            return False
        return True

    def _call_next(self, window: int) -> Answer | None:
        ticket = self.following(window)
        return ticket and self._call(window, ticket, "call", "waiting", out_of_turn=False)

    def _call(self, window: int, ticket: Ticket, act: str, source: str, out_of_turn: bool | None = None) -> Answer:
        called = {"window": window, "calls": 1, "first_call": self.at, "last_call": self.at, "requeued": None}
        called["for_window"] = None
        called |= {"board": len(self.log) + 1, "out_of_turn": out_of_turn}
        return self.answer(self.move(act, ticket, source, to="called", at_window=window, **called))

    def _done(self, act: str, window: int, ticket: Ticket, /, *sources: str, to: str, **changes: Any) -> Answer:
        return self.answer(self.move(act, ticket, *sources, to=to, at_window=window, **changes), window)
