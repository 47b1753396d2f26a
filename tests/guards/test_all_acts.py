"""All acts in any order, under a clock that goes forwards and backwards, are what the plain model says."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from data import board, desk, log, setup, views, visitor
from data import window as at_window
from data.clock import moment
from data.records import Event
from data.refused import Refused
from data.store import Store
from tests import postgres
from tests.clocks import MovableClock
from tests.guards.centres import guarded
from tests.guards.model import SERIES, SERVES, No
from tests.guards.model import Event as Line
from tests.guards.windows import Model

Urls = Callable[[], AbstractContextManager[str]]
QUICK = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    print_blob=True,
)
THOROUGH = settings(QUICK, max_examples=300, stateful_step_count=60)
PAUSES = st.sampled_from([0, 0, 1, 5, 10, 15, 45, 60])
JUMPS = st.sampled_from(
    [{"seconds": 11}, {"minutes": 2}, {"minutes": 5}, {"minutes": 31}, {"hours": 3}, {"hours": 14}, {"days": 1}]
    + [{"days": 3}, {"minutes": -5}, {"minutes": -60}, {"minutes": -61}, {"hours": -5}, {"hours": -25}]
)
REGRETS = st.sampled_from([None, None, 0, 10, 11])
SERVICES = st.sampled_from([*SERIES, *SERIES, "moon"])
CLASSES = st.sampled_from(["normal", "normal", "normal", "priority", "priority", "immediate", "royal"])
REASONS = st.sampled_from(["it is so", "it is so", "it is so", " ", None])
KEYS = st.sampled_from([None, None, None, None, "one", "two"])
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
        for window in SERVES:
            self._act("open", window)
        for service in SERIES:
            self.take(service, data.draw(CLASSES), None, "it is so", 1)

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

    @rule(data=st.data())
    def look(self, data: st.DataObject) -> None:
        ticket = self._ticket(data, "waiting", "on-hold")
        _both(lambda: visitor.ticket(self.store, code=self.codes[ticket]), lambda: self.model.ticket(ticket))

    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        ticket = self._ticket(data, "waiting", "on-hold")
        _both(lambda: visitor.cancel(self.store, code=self.codes[ticket]), lambda: self.model.cancel(ticket))

    @rule(data=st.data(), reason=REASONS)
    def remove(self, data: st.DataObject, reason: str | None) -> None:
        name = self._name(data, "waiting", "on-hold", "called")
        _both(lambda: at_window.remove(self.store, ticket=name, reason=reason), lambda: self.model.remove(name, reason))

    @rule(data=st.data(), verb=st.sampled_from(["open", "close"]))
    def open_or_close(self, data: st.DataObject, verb: str) -> None:
        self._act(verb, self._window(data, lambda window: self.model.is_open[window] == (verb == "close"), 9))

    @rule(data=st.data(), verb=st.sampled_from(["call", "call", "finish_and_call"]), pause=PAUSES, regret=REGRETS)
    def call(self, data: st.DataObject, verb: str, pause: int, regret: int | None) -> None:
        self.clock.advance(pause)
        window = self._window(data, self._free)
        self._act(verb, window)
        self._undo(window, regret)

    @rule(data=st.data(), reason=REASONS)
    def call_chosen(self, data: st.DataObject, reason: str | None) -> None:
        name = self._name(data, "waiting")
        self._act("call", self._window(data, self._free), ticket=name, reason=reason)

    @precondition(lambda self: self._some("on-hold"))
    @rule(data=st.data())
    def resume(self, data: st.DataObject) -> None:
        self._act("resume", self._window(data, self._free), ticket=self._name(data, "on-hold"))

    @precondition(lambda self: self._some("no-show"))
    @rule(data=st.data())
    def revive(self, data: st.DataObject) -> None:
        self._act("revive", self._window(data, self._free), ticket=self._name(data, "no-show"))

    @rule(data=st.data(), verb=st.sampled_from([*WITH_HAND]), pause=PAUSES, regret=REGRETS)
    def serve(self, data: st.DataObject, verb: str, pause: int, regret: int | None) -> None:
        self.clock.advance(pause)
        given = {"hold": {"reason": REASONS}, "transfer": {"service": SERVICES}}.get(verb, {})
        drawn = {name: data.draw(values) for name, values in given.items()}
        window = self._window(data, lambda window: self._held(window) in WITH_HAND[verb])
        self._act(verb, window, **drawn)
        self._undo(window, regret)

    @rule(data=st.data(), pause=PAUSES, regret=REGRETS)
    def nobody_comes(self, data: st.DataObject, pause: int, regret: int | None) -> None:
        window = self._window(data, lambda window: self._held(window) == "called")
        for verb in ("recall", "no_show"):
            self.clock.advance(pause)
            self._act(verb, window)
        self._undo(window, regret)

    @rule(window=st.sampled_from([*SERVES]))
    def look_at_desk(self, window: int) -> None:
        seen = desk.read(self.store, window=window)
        self.model.settle()
        held, following = self.model.held(window), self.model.following(window)
        assert (seen.in_hand and seen.in_hand.ticket) == (held and held.name)
        assert (seen.next and seen.next.ticket) == (following and following.name)

    def _act(self, verb: str, window: int, **given: Any) -> None:
        act: Callable[..., Any] = getattr(at_window, verb)
        said: Callable[..., Any] = getattr(self.model, verb)
        _both(lambda: act(self.store, window=window, **given), lambda: said(window, **given))

    def _undo(self, window: int, regret: int | None) -> None:
        if regret is not None:
            self.clock.advance(regret)
            self._act("undo", window)

    def _some(self, state: str) -> bool:
        return any(ticket.state == state for ticket in self.model.tickets.values())

    def _held(self, window: int) -> str | None:
        held = self.model.held(window)
        return held and held.state

    def _free(self, window: int) -> bool:
        return self.model.is_open[window] and self._held(window) is None

    def _window(self, data: st.DataObject, fits: Callable[[int], bool], *others: int) -> int:
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
    try:
        expected = said()
    except No as no:
        expected = no.code
    try:
        view = act()
    except Refused as refused:
        assert refused.code == expected, refused.message
        return None
    assert _fields(view) == expected
    return view


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


@pytest.fixture(params=["sqlite", "postgres"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Urls:
    """New stores, each a copy of one that is set up when the clock starts."""
    place = _on_sqlite if request.param == "sqlite" else _on_postgres
    first, copies = place(request, tmp_path)
    setup.init(first, guarded(), clock=MovableClock())
    return copies


def _on_sqlite(request: pytest.FixtureRequest, folder: Path) -> tuple[str, Urls]:
    first = folder / "novbe.db"

    @contextmanager
    def copies() -> Iterator[str]:
        with TemporaryDirectory(dir=folder) as place:
            yield str(copy(first, place))

    return str(first), copies


def _on_postgres(request: pytest.FixtureRequest, folder: Path) -> tuple[str, Urls]:
    server, first = request.getfixturevalue("postgres_server"), request.getfixturevalue("postgres_url")
    return first, lambda: postgres.database(server, like=first)


def test_all_acts_are_what_the_plain_model_says(urls: Urls) -> None:
    run_state_machine_as_test(lambda: Acts(urls), settings=QUICK)


@pytest.mark.slow
def test_all_acts_are_what_the_plain_model_says_at_length(urls: Urls) -> None:
    run_state_machine_as_test(lambda: Acts(urls), settings=THOROUGH)
