"""What an operator's hands do with tickets: each act goes to the store and into the books."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from data import window
from data.views import Ticket
from tests.day.books import Guest

if TYPE_CHECKING:
    from tests.day.at_windows import AtWindow


class Hands:
    """The hands of whoever is at a window."""

    def __init__(self, place: "AtWindow") -> None:
        self.place, self.script = place, place.script
        self.store, self.number = place.script.store, place.number

    def do(self, verb: Callable[..., Ticket | None], guest: Guest, **values: object) -> Ticket:
        """An act with the ticket in hand, which it must be."""
        done = verb(self.store, window=self.number, by=self.place.signed, **values)
        assert done
        assert done.code == guest.code
        return done

    def call(self, expected: Guest | None) -> Guest | None:
        """Call the next one, who must be the one with the smallest place."""
        called = window.call(self.store, window=self.number, by=self.place.signed)
        assert (called and called.ticket) == (expected and expected.number), f"{self.place} called the wrong one"
        return expected and called and self.was_called(expected, "call", called.revision)

    def call_out_of_turn(self, guest: Guest) -> Guest:
        """Call a chosen one."""
        called = self.do(window.call, guest, ticket=guest.number, reason="a child")
        return self.was_called(guest, "chosen", called.revision)

    def resume(self, guest: Guest) -> Guest:
        """Call somebody who was on hold."""
        return self.was_called(guest, "resume", self.do(window.resume, guest, ticket=guest.number).revision)

    def was_called(self, guest: Guest, act: str, revision: int) -> Guest:
        """Note a call."""
        books = self.script.books
        changes = {"state": "called"} if act == "resume" else {"state": "called", "kept_for": None, "put_back": None}
        overtook = books.overtakes(guest, self.number, self.script.now) if act == "call" else 0
        self.place.note(guest, act, overtook=overtook, revision=revision, **changes)
        books.heard(guest, self.number, self.script.now, revision)
        return guest

    def slip(self, guest: Guest, chance: float = 1) -> Generator[float, None, bool]:
        """Perhaps take the last act back, if nobody has gone on with the ticket or the window; whether it was."""
        script, books, deed = self.script, self.script.books, guest.deeds[-1]
        if not script.perhaps(chance):
            return False
        yield script.random.uniform(2, 9)
        if guest.deeds[-1] is not deed or books.last[self.number] is not deed:
            return False
        by = script.boss if script.perhaps(0.3) else self.place.signed
        undone = window.undo(self.store, window=self.number, by=by)
        assert undone.code == guest.code
        books.undo(guest, self.number)
        if deed["act"] in ("call", "chosen"):
            books.taken_back(guest, self.script.now)
        script.acts += 1
        return True

    def recall(self, guest: Guest) -> None:
        """Call again."""
        again = self.do(window.recall, guest)
        self.place.note(guest, "recall", revision=again.revision)
        self.script.books.heard(guest, self.number, self.script.now, again.revision)

    def finished(self, guest: Guest) -> None:
        """Note that it was served; of several steps one."""
        if guest.steps:
            following, *to_come = guest.steps
            changes = {"service": following, "steps": (*to_come,), "sent_by": None}
            self.place.note(guest, "finish", goes_on=following, state="waiting", **changes)
        else:
            self.place.note(guest, "finish", state="served", sent_by=None)
