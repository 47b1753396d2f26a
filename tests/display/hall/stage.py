"""A hall without a store: a test puts on its board what it likes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from data.board import Closed
from data.centre import Centre
from data.views import Board, Call, Queue
from data.zone import Zone
from display.hall.app import Hall, HallApp
from display.parts.calls.seen import Seen
from tests.clocks import MovableClock


class Stage:
    """Stands for the store, for what the hall reads from it, and for its Watch. `away`: it cannot be reached."""

    def __init__(self, centre: Centre, clock: MovableClock) -> None:
        self.centre, self.clock = centre, clock
        self.log: list[Call] = []
        self.waiting: dict[str, int] = {}
        self.closed: Closed | None = None
        self.whole = True
        self.revision = 1
        self.away = False
        self._watched = 0

    def app(self) -> HallApp:
        return HallApp(cast(Any, self._open), self.clock, hall=Hall(mute=True))

    def call(self, *tickets: str, window: int = 1) -> None:
        """Windows call tickets, one act after another."""
        for ticket in tickets:
            self.log.append(Call(ticket, window, self.clock(), self.revision + 1))
            self.revision += 1

    def wait(self, waiting: dict[str, int]) -> None:
        """So many wait now, by the id of the service."""
        self.waiting = waiting
        self.revision += 1

    def look(self, store: object, before: Seen | None, zone: Zone) -> Seen:
        self._reach()
        revision = self.revision
        log = [call for call in self.log if call.revision <= revision]
        newest = {call.ticket: call for call in log}.values()
        board = Board(
            centre=self.centre.id,
            revision=revision,
            head="0123456789abcdef",
            calls=tuple(sorted(newest, key=lambda call: -call.revision)[:20]),
            waiting=tuple(Queue(one.id, self.waiting.get(one.id, 0), None) for one in self.centre.services),
        )
        new = tuple(call for call in log if before and call.revision > before.board.revision)
        return Seen(board, new, self.centre, self.clock(), self.closed, self.whole)

    def changed(self) -> bool:
        self._reach()
        before, self._watched = self._watched, self.revision
        return before != self._watched

    def close(self) -> None:
        self._watched = 0

    @contextmanager
    def _open(self) -> Iterator["Stage"]:
        self._reach()
        yield self

    def _reach(self) -> None:
        if self.away:
            raise FileNotFoundError("gone")
