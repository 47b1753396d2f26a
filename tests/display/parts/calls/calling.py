"""A board on which windows call, and the plan of its announcements."""

from data.views import Call
from display.parts.calls.announcements import Announcements, Shown
from tests.clocks import MovableClock


class Hall:
    """A board on which windows call, and the announcements of it."""

    def __init__(self) -> None:
        self.clock = MovableClock()
        self.announcements = Announcements()
        self.board: tuple[Call, ...] = ()
        self.revision = 0

    def call(self, *tickets: str, window: int = 1) -> None:
        """Call tickets between two looks of the screen."""
        new = []
        for ticket in tickets:
            self.revision += 1
            new.append(Call(ticket, window, self.clock(), self.revision))
            self.leave(ticket, tell=False)
            self.board = (new[-1], *self.board)[:20]
        self.announcements.hear(self.board, new, self.clock())

    def leave(self, ticket: str, tell: bool = True) -> None:
        """Take a ticket from the board, as undo and requeue do."""
        self.board = tuple(call for call in self.board if call.ticket != ticket)
        if tell:
            self.announcements.hear(self.board, (), self.clock())

    def shown(self) -> Shown:
        return self.announcements.at(self.clock())

    def tickets(self) -> list[str]:
        return [call.ticket for call in self.shown().calls]

    def watch(self, seconds: float, step: float = 0.1) -> list[Shown]:
        """All that is shown in the time to come."""
        seen = []
        for _ in range(round(seconds / step)):
            seen.append(self.shown())
            self.clock.advance(step)
        return seen


def announced(seen: list[Shown]) -> list[str]:
    """Who is announced, in order; one entry a turn."""
    turns = [shown.announced for shown in seen]
    return [now.ticket for before, now in zip([None, *turns], turns, strict=False) if now and now is not before]
