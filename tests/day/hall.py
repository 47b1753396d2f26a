"""A hall screen that looks at the store, shows one call after another and says it; it may die, and start again."""

from typing import Any, cast

from data.views import Call
from display.hall.announcer import Announcer
from display.hall.speaker import Said
from display.parts.calls.announcements import Announcements, Shown
from display.parts.calls.seen import Seen, look
from tests.day.books import SECOND
from tests.day.script import Script, Steps

LOOKS_S, SPEAKS_S = 4.0, 4.0
"""Seconds between two looks (a screen looks at every change, which would take the test long), and of one sentence."""

MINUTE = 60 * SECOND


class Hall:
    """What the hall screen does, without the screen; what it has `shown` and `said`, in order."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.begun = script.store.revision()
        self.ended: int | None = None
        """The revisions between which it lived."""
        self.shown: list[Call] = []
        self.said: list[Call] = []
        self.cut_off: list[Call] = []
        self._announcements = Announcements()
        speaker = lambda post: cast(Any, self)  # noqa: E731
        self._announcer = Announcer(lambda message: None, speaker=speaker, missing=lambda recorded: None)
        self._seen: Seen | None = None
        self._looked_at = self._looked_when = 0
        self._silent_at: int | None = None

    def watch(self) -> Steps:
        """Look and show, until it dies."""
        self._look()
        past = self._shows().calls
        assert [(call.ticket, call.window, call.revision) for call in past] == self.script.books.board()
        assert self.shown == []
        while self.ended is None:
            if self.script.acts != self._looked_at or self.script.now - self._looked_when >= MINUTE:
                self._look()
            if self._silent_at is not None and self._silent_at <= self.script.now:
                self._announcer.said(Said(self.said[-1]))
                self._announcements.release(self.said[-1])
                self._silent_at = None
            yield min(self._shows().wait or LOOKS_S, LOOKS_S)

    def die(self) -> None:
        """It is gone."""
        self.ended = self._seen.board.revision if self._seen else 0

    def _look(self) -> None:
        self._seen = look(self.script.store, self._seen)
        self._announcements.hear(self._seen.board.calls, self._seen.new, self.script.clock.moment)
        self._looked_at, self._looked_when = self.script.acts, self.script.now

    def _shows(self) -> Shown:
        assert self._seen
        shown = self._announcements.at(self.script.clock.moment)
        if shown.announced and shown.announced not in self.shown[-1:]:
            self.shown.append(shown.announced)
        if self._announcer.keep_up(shown, self._seen.centre, self.script.clock.moment):
            self._announcements.hold(shown)
        return shown

    def check(self) -> None:
        """Every call while it lived was shown once and said once, in order; none from before.

        But for those that were taken back before their turn, and for the last ones, whose turn did not come.
        """
        shown = [(call.ticket, call.window, call.revision) for call in self.shown]
        calls = [one for one in self.script.books.calls if self.begun < one["call"][2] <= (self.ended or 0)]
        not_shown = [one for one in calls if one["call"] not in shown]
        assert shown == [one["call"] for one in calls if one not in not_shown]
        left = [one for one in not_shown if not one["taken_back"]]
        assert left == calls[len(calls) - len(left) :]
        assert len(left) <= len(self._announcements._waiting)
        assert self.said == self.shown
        assert all(one["taken_back"] for one in calls for call in self.cut_off if one["call"][2] == call.revision)

    # The announcer's speaker

    def start(self) -> None:
        """It can speak."""

    def say(self, announcement: Any) -> None:
        """Say one call."""
        self.said.append(announcement.call)
        self._silent_at = self.script.now + round(SPEAKS_S * SECOND)

    def hush(self) -> None:
        """Say no more of it: it was taken back."""
        self.cut_off.append(self.said[-1])
        self._silent_at = None
