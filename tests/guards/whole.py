"""The machine with all that goes on in the hall: walk-ins, breaks, and what a supervisor does."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from data import supervise
from tests.guards.both import both
from tests.guards.chances import PAUSES, REASONS, REGRETS, SERVICES
from tests.guards.machine import Acts
from tests.guards.records import SERVES

ASSIGNED = st.lists(SERVICES, max_size=3).map(tuple)
BREAK_REASONS = st.sampled_from(["lunch", "lunch", "lunch", "sleep"])


class Whole(Acts):
    """Every act there is, on the store and on the model alike."""

    @rule(data=st.data(), pause=PAUSES, regret=REGRETS)
    def at_a_third_window(self, data: st.DataObject, pause: int, regret: int | None) -> None:
        self.at_window(data, pause, regret)

    @rule(data=st.data(), pause=PAUSES, service=SERVICES)
    def walks_in(self, data: st.DataObject, pause: int, service: str) -> None:
        """Somebody comes to a window without a ticket, most often for something that is served there."""
        self.clock.advance(pause)
        window = self._window(data, self._free, 9)
        served = self.model.serves.get(window, ())
        made = self._act("walk_in", window, service=data.draw(st.sampled_from([*served * 2, service])))
        if made:
            self.codes[made.revision] = made.code

    @rule(data=st.data())
    def sends_back(self, data: st.DataObject) -> None:
        """Transfer a ticket to what another window serves, call it there, and send it back."""
        here = self._window(data, self._held)
        others = [window for window in SERVES if window != here and self._free(window)]
        held = self.model.held(here)
        if held and others:
            there = data.draw(st.sampled_from(others))
            self._act("transfer", here, service=data.draw(st.sampled_from(self.model.serves[there])))
            self._act("call", there, ticket=held.name, reason="it is so")
            self._act("send_back", there)
            self._act("call", data.draw(st.sampled_from([here, there, *others])))

    @rule(data=st.data(), verb=st.sampled_from(["take_break", "come_back"]), reason=BREAK_REASONS)
    def has_a_break(self, data: st.DataObject, verb: str, reason: str) -> None:
        window = self._window(data, lambda window: (window in self.model.paused) == (verb == "come_back"), 9)
        self._act(verb, window, **({"reason": reason} if verb == "take_break" else {}))

    @rule(data=st.data(), reason=REASONS)
    def is_put_in_front(self, data: st.DataObject, reason: str | None) -> None:
        self._supervise("front", ticket=self._name(data, "waiting"), reason=reason)

    @rule(data=st.data(), services=ASSIGNED)
    def is_assigned(self, data: st.DataObject, services: tuple[str, ...]) -> None:
        window = data.draw(st.sampled_from([*SERVES, *SERVES, 9]))
        plain = data.draw(st.sampled_from([services, SERVES.get(window, services)]))
        self._supervise("assign", window=window, services=plain)

    @rule(verb=st.sampled_from(["close_service", "open_service", "open_service"]), service=SERVICES)
    def is_stopped(self, verb: str, service: str) -> None:
        self._supervise(verb, service=service)

    @rule(data=st.data(), chance=st.integers(0, 3))
    def ends_the_day(self, data: st.DataObject, chance: int) -> None:
        """Seldom, since hardly anything can happen after it; mostly once those in hand are finished."""
        if chance == 0:
            for window in SERVES:
                if self._held(window) == "serving":
                    self._act("finish", window)
        if chance < 2:
            self._supervise("close_day")

    def _supervise(self, verb: str, **given: Any) -> None:
        act: Callable[..., Any] = getattr(supervise, verb)
        said: Callable[..., Any] = getattr(self.model, verb)
        both(lambda: act(self.store, **given), lambda: said(**given))
