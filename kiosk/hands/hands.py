"""What does a press mean: a key, or a finger on the screen?"""

from typing import TYPE_CHECKING

from kiosk.hands import keys
from kiosk.screen.targets import Targets
from kiosk.visit.comfort import LOUDER, QUIETER
from kiosk.visit.question import READ, Choice

if TYPE_CHECKING:
    from textual import events

    from kiosk.screen.view import View
    from kiosk.visit.course import Course
    from kiosk.voice.aloud import Aloud

TAP = "click"
HEARD = (READ, LOUDER, QUIETER)
"""What is chosen to hear something."""


class Hands:
    """Brings presses to the visit that is going on. Each one ends what is being said."""

    def __init__(self, course: "Course", aloud: "Aloud") -> None:
        self._course, self._aloud = course, aloud

    def pressed(self, key: "events.Key", view: "View", now: int) -> None:
        """A key: it types, moves the focus, chooses, or is any key."""
        course = self._course
        self._aloud.hush()
        if course.woke(key.key):
            return
        typed = keys.typed(course.visit, key, view, now) if course.can_choose else None
        if typed and course.offered:
            course.go(keys.complete(typed, course.offered, now))
        elif not (course.can_choose and view.moved(key.key)):
            self._press(key.key, view.meant(key.key), view, now)

    def tapped(self, choice: Choice | None, view: "View", now: int) -> None:
        """A finger was lifted from a target, or from anything else."""
        self._aloud.hush()
        if not self._course.woke(TAP):
            self._press(TAP, choice, view, now)

    def _press(self, what: str, choice: Choice | None, view: "View", now: int) -> None:
        course = self._course
        if not course.counts(what):
            return
        if choice is None:
            course.read_on(not course.visit.choosing and view.turned())
        elif not view.query_one(Targets).turned(choice):
            course.chosen(choice)
            self._complete(now)
        if course.offered and choice:
            again = choice.id in HEARD
            self._aloud.keep_up(course.visit, course.offered, view.query_one(Targets), now, again=again)

    def _complete(self, now: int) -> None:
        """Look for the ticket when the last sign of its code was chosen."""
        course = self._course
        if course.offered and course.visit.step == "signs":
            course.go(keys.complete(course.visit, course.offered, now))
