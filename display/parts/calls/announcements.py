"""Which call is announced now, and which come after it? Knows no screen and asks no clock."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto

from data.views import Call

FLASHES = 3
HALF_FLASH = 0.5
TURN, SHORTEST = 5.0, 3.0
SHORTENED = 0.6
MANY, VERY_MANY = 3, 8
LONGEST = 30.0
"""Seconds until a call that is still being said makes room for the next all the same."""
LATE = timedelta(minutes=10)
ON_BOARD = 20


class Manner(Enum):
    """How much is said of a call: in two languages, in that of its ticket, or in that only its numbers."""

    FULL = auto()
    SHORT = auto()
    NUMBERS = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """The calls to show, newest first; which of them is announced now, and whether its flash is lit; how it is said.

    After `wait` seconds this changes by itself; None: it stays. `flashing`: for whoever flashes by itself.
    """

    calls: tuple[Call, ...] = ()
    announced: Call | None = None
    lit: bool = False
    manner: Manner = Manner.FULL
    wait: float | None = None
    flashing: bool = False


class Announcements:
    """Calls one after another, each for its turn: 5 s, or 3 s while more than 3 wait. Each flashes three times, in 3 s.

    So it is with a `dwell` of 5 s; it may be set. While a call is held, because it is being said, its turn goes on.
    When its turn begins, as many as wait then decide how it is said: more than 3 in short, more than 8 by its numbers.

    A call that no longer stands, because it was undone or its ticket went back to wait, is not announced. One that
    would come more than 10 minutes after others (the store was away, or the hall cannot keep up) is shown silently.
    """

    def __init__(self, dwell: float = TURN) -> None:
        self.dwell = dwell
        self._waiting: deque[tuple[Call, datetime]] = deque()
        self._past: list[Call] = []
        self._current: Call | None = None
        self._manner = Manner.FULL
        self._held = False
        self._since = datetime.min.replace(tzinfo=UTC)

    def hear(self, board: Sequence[Call], new: Sequence[Call], now: datetime) -> None:
        """Take the calls on the board, newest first, and those `new` since the last time, oldest first.

        What is on the board and neither new nor waiting counts as announced. Until a recall has its turn, the call
        before it is shown.
        """
        # Ages are counted from the newest call: the clock of another machine may be minutes away from this one.
        coming = [(call, now + LATE - (new[-1].at - call.at)) for call in new]
        self._waiting = deque(turn for turn in (*self._waiting, *coming) if _stands(turn[0], board))
        waiting = {call.ticket for call, _ in self._waiting}
        past = [call for call in board if call.ticket not in waiting]
        past += [call for call in self._past if call.ticket in waiting and _stands(call, board)]
        self._past = sorted(past, key=lambda call: call.revision, reverse=True)
        if self._current and not _stands(self._current, board):
            self._current = None

    def hold(self, shown: Shown) -> None:
        """Let the turn that is `shown` go on until its call is released; 30 s at most."""
        self._held = shown.announced is not None and shown.announced == self._current

    def release(self, call: Call) -> None:
        """Let the turn of `call`, if it is still that, end when its time is over."""
        if call == self._current:
            self._held = False

    def at(self, now: datetime) -> Shown:
        """What to show at `now`; begins the next announcement when its turn has come."""
        if self._current is None or self._elapsed(now) >= self._turn():
            self._begin_next(now)
        if self._current is None:
            return Shown(tuple(self._past))
        elapsed = self._elapsed(now)
        flashing = elapsed < FLASHES
        until = elapsed - elapsed % HALF_FLASH + HALF_FLASH if flashing else self._turn()
        lit = flashing and elapsed % 1 < HALF_FLASH
        return Shown(tuple(self._past), self._current, lit, self._manner, until - elapsed, flashing)

    def _turn(self) -> float:
        if self._held:
            return max(LONGEST, self.dwell)
        short = max(SHORTEST, self.dwell * SHORTENED)
        return short if len(self._waiting) > MANY else max(SHORTEST, self.dwell)

    def _elapsed(self, now: datetime) -> float:
        if now < self._since:  # the clock was set back: rather a flash twice than a call for hours
            self._since = now
        return (now - self._since).total_seconds()

    def _begin_next(self, now: datetime) -> None:
        self._current, self._held = None, False
        while self._waiting and self._current is None:
            call, late = self._waiting.popleft()
            self._past = [call, *(other for other in self._past if other.ticket != call.ticket)][:ON_BOARD]
            if now <= late:
                self._current, self._since, self._manner = call, now, _manner(len(self._waiting))


def _manner(waiting: int) -> Manner:
    """How a call is said while `waiting` others wait."""
    if waiting > VERY_MANY:
        return Manner.NUMBERS
    return Manner.SHORT if waiting > MANY else Manner.FULL


def _stands(call: Call, board: Sequence[Call]) -> bool:
    """Is the call still good: is its ticket on the board with that window, or older than all that the board holds?"""
    for entry in board:
        if entry.ticket == call.ticket:
            return entry.window == call.window
    return len(board) >= ON_BOARD and call.revision < board[ON_BOARD - 1].revision
