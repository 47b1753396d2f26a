"""A machine that does every act on a store and on the plain model alike, in any order."""

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from data import board, desk, log, views, visitor
from data import window as windows
from data.clock import moment
from data.records import Event
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.guards.model import SERIES, SERVES, No
from tests.guards.model import Event as Line
from tests.guards.windows import Model

Urls = Callable[[], AbstractContextManager[str]]
PAUSES = st.sampled_from([0, 0, 1, 5, 10, 15, 45, 60])
JUMPS = st.sampled_from(
    [
        *({"seconds": 11}, {"minutes": 2}, {"minutes": 5}, {"minutes": 31}, {"hours": 3}, {"hours": 14}, {"days": 1}),
        *({"days": 3}, {"minutes": -5}, {"minutes": -60}, {"minutes": -61}, {"hours": -5}, {"hours": -25}),
    ]
)
REGRETS = st.sampled_from([None, None, 0, 10, 11])
SERVICES = st.sampled_from([*[*SERIES] * 3, "moon"])
CLASSES = st.sampled_from([*["normal", "priority"] * 4, "immediate", "royal"])
REASONS = st.sampled_from([*["it is so"] * 6, " ", None])
KEYS = st.sampled_from([None, None, None, None, "one", "two"])
BY_NAME = {"waiting": "call", "on-hold": "resume", "no-show": "revive"}
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
}
PLAIN = {"open": "open", "close": "close", "call": "call", "next": "finish_and_call", "recall": "recall"}
PLAIN |= {"start": "start", "finish": "finish", "no-show": "no_show", "requeue": "requeue", "undo": "undo"}


class Acts(RuleBasedStateMachine):
    """Each rule acts on the store and on the model alike."""

    def __init__(self, urls: Urls) -> None:
        super().__init__()
        self.clock = MovableClock()
        self.model = Model(self.clock)
        self.codes: dict[int, str] = {}
        self.place = urls()
        self.store = Store.open(self.place.__enter__(), clock=self.clock, synchronous="NORMAL")

    def teardown(self) -> None:
        try:
            with self.store:
                assert log.verify(self.store).ok
                assert [_written(event) for event in log.events(self.store)] == self.model.log
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
        """All windows are open; one ticket is on hold, one has not come, one is being served, and some wait."""
        for window in SERVES:
            self._act("open", window)
        for service in [*SERIES, *SERIES]:
            self.take(service, data.draw(CLASSES), None, "it is so", 1)
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
        taken = _both(lambda: visitor.take(self.store, **given), lambda: self.model.take(**given))
        if taken:
            assert self.codes.setdefault(taken.revision, taken.code) == taken.code

    @precondition(lambda self: any(ticket.key for ticket in self.model.tickets.values()))
    @rule(data=st.data())
    def take_again(self, data: st.DataObject) -> None:
        known = self.model.tickets[data.draw(st.sampled_from([t.id for t in self.model.tickets.values() if t.key]))]
        self.take(known.first_service, known.class_, known.key, None, 0)

    @rule(data=st.data(), verb=st.sampled_from(["ticket", "ticket", "cancel"]))
    def holder_acts(self, data: st.DataObject, verb: str) -> None:
        ticket = self._ticket(data, "waiting", "on-hold")
        act: Callable[..., Any] = getattr(visitor, verb)
        said: Callable[..., Any] = getattr(self.model, verb)
        _both(lambda: act(self.store, code=self.codes[ticket]), lambda: said(ticket))

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
            _both(lambda: windows.remove(self.store, **given), lambda: self.model.remove(**given))
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
        possible = {p.act for p in seen.acts if (p.since or seen.at) <= seen.at <= (p.until or seen.at)}
        for act, verb in PLAIN.items():
            assert (act in possible) == self.model.allows(verb, window), act

    def _act(self, verb: str, window: int, **given: Any) -> None:
        act: Callable[..., Any] = getattr(windows, verb)
        said: Callable[..., Any] = getattr(self.model, verb)
        _both(lambda: act(self.store, window=window, **given), lambda: said(window, **given))

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


def _both(act: Callable[[], Any], said: Callable[[], Any]) -> Any:
    """Do an act on both; its view, or None when it was refused."""
    expected, view = _outcome(said), _outcome(act)
    assert (view if isinstance(view, str) else _fields(view)) == expected
    return None if isinstance(view, str) else view


def _outcome(act: Callable[[], Any]) -> Any:
    """What an act answers, or the code that it is refused with."""
    try:
        return act()
    except (No, Refused) as refused:
        return refused.code


def _fields(view: Any) -> Any:
    if isinstance(view, views.Next):
        return {"called": _fields(view.called), "finished": view.finished}
    if view is None:
        return None
    return {name: value for name, value in dataclasses.asdict(view).items() if name not in ("code", "qr")}


def _written(event: Event) -> Line:
    """An event of the store, as the model writes it."""
    return Line(
        moment(event.at),
        event.act,
        event.ticket,
        event.service,
        event.class_,
        event.window,
        tuple(event.services.split(",")) if event.services else (),
        None if event.place is None else moment(event.place),
        None if event.out_of_turn is None else bool(event.out_of_turn),
    )
