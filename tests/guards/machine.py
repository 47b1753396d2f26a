"""A machine that does every act on a store and on the plain model alike, in any order."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from data import board, desk, log, shifts, visitor
from data import window as windows
from data.store import Store
from tests.clocks import MovableClock
from tests.guards.both import both, written
from tests.guards.chances import (
    BOOKED,
    CLASSES,
    COMES,
    JUMPS,
    KEYS,
    MIDNIGHT,
    OFF,
    PAUSES,
    REASONS,
    REGRETS,
    SERVICES,
    SLOTS,
)
from tests.guards.records import MINUTE, SERIES, SERVES, SLOT
from tests.guards.supervision import Hall

Urls = Callable[[], AbstractContextManager[str]]
BY_NAME = {"waiting": "call", "on-hold": "resume", "no-show": "revive"}
BREAKS = ("take_break", "come_back")
CALLED, IN_HAND = ("called",), ("called", "serving")
WITH_HAND = {
    "start": CALLED,
    "finish": ("serving",),
    "finish_and_call": ("serving",),
    "recall": CALLED,
    "no_show": CALLED,
    "requeue": CALLED,
    "hold": IN_HAND,
    "transfer": IN_HAND,
    "send_back": IN_HAND,
}
PLAIN = {"open": "open", "close": "close", "call": "call", "next": "finish_and_call", "recall": "recall"}
PLAIN |= {"walk-in": "walk_in", "break": "take_break", "back": "come_back", "send-back": "send_back"}
PLAIN |= {"start": "start", "finish": "finish", "no-show": "no_show", "requeue": "requeue", "undo": "undo"}


class Acts(RuleBasedStateMachine):
    """Each rule acts on the store and on the model alike."""

    def __init__(self, urls: Urls) -> None:
        super().__init__()
        self.clock = MovableClock()
        self.model = Hall(self.clock)
        self.codes: dict[int, str] = {}
        self.place = urls()
        self.store = Store.open(self.place.__enter__(), clock=self.clock, synchronous="NORMAL")

    def teardown(self) -> None:
        try:
            with self.store:
                assert log.verify(self.store).ok
                assert [written(event) for event in log.events(self.store)] == self.model.log
        finally:
            self.place.__exit__(None, None, None)

    @invariant()
    def same_board(self) -> None:
        seen, expected = board.read(self.store), self.model.board()
        assert seen.revision == len(self.model.log)
        assert [(c.ticket, c.window, c.at, c.revision) for c in seen.calls] == expected["calls"]
        assert [(q.service, q.waiting, q.oldest_wait_s) for q in seen.waiting] == expected["waiting"]

    @initialize(data=st.data())
    def morning(self, data: st.DataObject) -> None:
        """All windows are open; one is on hold, one has not come, one is being served; some wait, some booked."""
        for window in SERVES:
            self._act("open", window)
        for service in [*SERIES, *SERIES]:
            self.take(service, data.draw(CLASSES), None, "it is so", 1)
        for slot in (1, 1, 2):
            self.book("id-card", slot, 0, None)
        for verb, pause in (("call", 5), ("start", 30), ("call", 5), ("recall", 20), ("no_show", 60), ("call", 5)):
            self.clock.advance(pause)
            self._act(verb, 3)
            if verb == "start":
                self._act("hold", 3, reason="a photo is missing")
        self._act("start", 3)

    @rule(jump=JUMPS)
    def time_goes(self, jump: dict[str, float]) -> None:
        self.clock.advance(**jump)

    @rule(service=SERVICES, class_=CLASSES, key=KEYS, reason=REASONS, pause=PAUSES)
    def take(self, service: str, class_: str, key: str | None, reason: str | None, pause: int) -> None:
        self.clock.advance(pause)
        given = {"service": service, "class_": class_, "language": None, "key": key, "reason": reason}
        taken = both(lambda: visitor.take(self.store, **given), lambda: self.model.take(**given))
        if taken:
            assert self.codes.setdefault(taken.revision, taken.code) == taken.code

    @rule(service=BOOKED, slot=SLOTS, off=OFF, key=KEYS)
    def book(self, service: str, slot: int, off: float, key: str | None) -> None:
        """A slot counted from the one that is now, and seldom a time beside it."""
        length = SLOT.get(service, MINUTE)
        begin = self.clock.moment - (self.clock.moment - MIDNIGHT) % length
        at = begin + slot * length + timedelta(seconds=off)
        given = {"service": service, "at": at, "language": None, "key": key, "name": "Əli"}
        made = both(lambda: visitor.book(self.store, **given), lambda: self.model.book(**given))
        if made:
            assert self.codes.setdefault(made.revision, made.code) == made.code

    @precondition(lambda self: any(ticket.slot for ticket in self.model.tickets.values()))
    @rule(data=st.data(), minutes=COMES)
    def comes(self, data: st.DataObject, minutes: float) -> None:
        """Somebody with a booking comes so long before or after the slot, or now where that is past."""
        ids = [ticket.id for ticket in self.model.tickets.values() if ticket.slot]
        still = [i for i in ids if self.model.tickets[i].state == "booked"]
        ticket = data.draw(st.sampled_from(still * 4 + ids))
        moment = (self.model.tickets[ticket].slot or self.clock.moment) + minutes * MINUTE
        if self.clock.moment < moment < self.clock.moment + timedelta(days=1):
            self.clock.set(moment)
        code = self.codes[ticket]
        both(lambda: visitor.check_in(self.store, code=code), lambda: self.model.check_in(ticket))

    @precondition(lambda self: any(ticket.key for ticket in self.model.tickets.values()))
    @rule(data=st.data())
    def take_again(self, data: st.DataObject) -> None:
        known = self.model.tickets[data.draw(st.sampled_from([t.id for t in self.model.tickets.values() if t.key]))]
        if known.slot:
            given = {"service": known.first_service, "at": known.slot, "language": None, "key": known.key, "name": None}
            both(lambda: visitor.book(self.store, **given), lambda: self.model.book(**given))
        else:
            self.take(known.first_service, known.class_, known.key, None, 0)

    @rule(data=st.data(), verb=st.sampled_from(["ticket", "ticket", "postpone", "postpone", "postpone", "cancel"]))
    def holder_acts(self, data: st.DataObject, verb: str) -> None:
        still = () if verb == "postpone" else ("on-hold", "booked")
        ticket = self._ticket(data, "waiting", *still)
        act: Callable[..., Any] = getattr(visitor, verb)
        said: Callable[..., Any] = getattr(self.model, verb)
        both(lambda: act(self.store, code=self.codes[ticket]), lambda: said(ticket))

    @rule(data=st.data(), pause=PAUSES, regret=REGRETS)
    def at_window(self, data: st.DataObject, pause: int, regret: int | None) -> None:
        """Something at a window, which may be undone some seconds later."""
        self.clock.advance(pause)
        works = [self._call, *[self._serve] * 3, self._nobody_comes] if self._some(*IN_HAND) else [self._call]
        window = data.draw(st.sampled_from(works))(data)
        if regret is not None:
            self.clock.advance(regret)
            self._act("undo", window)

    @rule(data=st.data(), pause=PAUSES, regret=REGRETS)
    def at_another_window(self, data: st.DataObject, pause: int, regret: int | None) -> None:
        """The same: hypothesis leaves out some of the rules in each run, and this is the one that matters."""
        self.at_window(data, pause, regret)

    @rule(data=st.data(), verb=st.sampled_from(["open", "open", "close", "undo", "remove"]))
    def around(self, data: st.DataObject, verb: str) -> None:
        if verb == "remove":
            given = {"ticket": self._name(data, "waiting", "on-hold", "called"), "reason": data.draw(REASONS)}
            both(lambda: windows.remove(self.store, **given), lambda: self.model.remove(**given))
        else:
            self._act(verb, self._window(data, lambda window: self.model.is_open[window] != (verb == "open"), 9))

    def _call(self, data: st.DataObject) -> int:
        """In turn; or by name one who waits, is on hold or has not come."""
        window = self._window(data, lambda window: self.model.is_open[window] and not self._held(window))
        source = data.draw(st.sampled_from([None, None, *filter(self._some, BY_NAME)]))
        if source:
            reason = {"reason": data.draw(REASONS)} if source == "waiting" else {}
            self._act(BY_NAME[source], window, ticket=self._name(data, source), **reason)
        else:
            self._act(data.draw(st.sampled_from(["call", "call", "finish_and_call"])), window)
        return window

    def _serve(self, data: st.DataObject) -> int:
        window = self._window(data, self._held)
        allowed = [verb for verb, states in WITH_HAND.items() if self._held(window) in states]
        verb = data.draw(st.sampled_from(allowed * 4 + [*WITH_HAND]))
        given = {"hold": {"reason": REASONS}, "transfer": {"service": SERVICES}}.get(verb, {})
        self._act(verb, window, **{name: data.draw(values) for name, values in given.items()})
        return window

    def _nobody_comes(self, data: st.DataObject) -> int:
        window = self._window(data, lambda window: self._held(window) == "called")
        for verb in ("recall", "no_show"):
            self.clock.advance(data.draw(PAUSES))
            self._act(verb, window)
        return window

    @rule(window=st.sampled_from([*SERVES]))
    def look_at_desk(self, window: int) -> None:
        seen = desk.read(self.store, window=window)
        self.model.settle()
        held, following = self.model.held(window), self.model.following(window)
        assert (seen.in_hand and seen.in_hand.ticket) == (held and held.name)
        assert (seen.next and seen.next.ticket) == (following and following.name)
        assert (seen.in_hand and seen.in_hand.steps) == (held and held.steps)
        assert (seen.services, seen.pause) == (self.model.serves[window], "lunch" * (window in self.model.paused))
        possible = {p.act for p in seen.acts if (p.since or seen.at) <= seen.at <= (p.until or seen.at)}
        for act, verb in PLAIN.items():
            assert (act in possible) == self.model.allows(verb, window, **self._what(verb, window)), act

    def _what(self, verb: str, window: int) -> dict[str, Any]:
        """What an act at a window needs besides."""
        given = {"walk_in": {"service": self.model.serves[window][0]}, "take_break": {"reason": "lunch"}}
        return given.get(verb, {})

    def _act(self, verb: str, window: int, **given: Any) -> Any:
        act: Callable[..., Any] = getattr(shifts if verb in BREAKS else windows, verb)
        said: Callable[..., Any] = getattr(self.model, verb)
        return both(lambda: act(self.store, window=window, **given), lambda: said(window, **given))

    def _some(self, *states: str) -> bool:
        return any(ticket.state in states for ticket in self.model.tickets.values())

    def _held(self, window: int) -> str | None:
        held = self.model.held(window)
        return held and held.state

    def _free(self, window: int) -> bool:
        return self.model.is_open[window] and self._held(window) is None

    def _window(self, data: st.DataObject, fits: Callable[[int], object], *others: int) -> int:
        """A window, and most often one that fits."""
        return data.draw(st.sampled_from([window for window in SERVES if fits(window)] * 4 + [*SERVES, *others]))

    def _ticket(self, data: st.DataObject, *states: str) -> int:
        """A ticket, and most often the newest ones in one of the states."""
        ids = sorted(self.model.tickets, reverse=True)
        return data.draw(st.sampled_from([i for i in ids if self.model.tickets[i].state in states][:4] * 3 + ids[:4]))

    def _name(self, data: st.DataObject, *states: str) -> str:
        return self.model.tickets[self._ticket(data, *states)].name
