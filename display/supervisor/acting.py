"""What does a key do, or a ticket before the scanner? One act at a time, after what it asks."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from textual.screen import ModalScreen

from data.overview.views import Story
from data.texts import Words, mark, words
from display.parts.app import NovbeApp
from display.parts.asking.question import Asked, Question
from display.parts.asking.several import Several
from display.parts.finger import Finger
from display.supervisor.deeds import scan, told, work
from display.supervisor.entrance import Entrance
from display.supervisor.keys import KEYS, Key
from display.supervisor.questions import Answer, Ask, answers
from display.supervisor.seen import Seen
from display.supervisor.told import Told

SCAN = "scan"
NOBODY = mark("Nobody has signed on here.")


class Doing(NamedTuple):
    """An act that goes on, with its answers, as things were seen when it began."""

    key: Key
    given: Mapping[str, Answer]
    seen: Seen


class Acting:
    """Brings the supervisor's presses to the store, and asks meanwhile what is to be asked.

    `usable` is what is seen, where anything can be done now; `tell` says something at the bottom.
    """

    def __init__(
        self, app: NovbeApp, entrance: Entrance, usable: Callable[[], Seen | None], tell: Callable[[str, str], None]
    ) -> None:
        self._app, self._entrance, self._usable, self._tell = app, entrance, usable, tell
        self._doing: Doing | None = None
        self._finger = Finger()

    @property
    def _say(self) -> Words:
        return words(self._app.language)

    def press(self, letter: str) -> None:
        """Ask what the key of `letter` asks, then do it; nothing while an act goes on or the store is lost."""
        again, seen = self._finger.again(letter, self._app.now()), self._usable()
        if again or seen is None or self._doing:
            return
        key = next(key for key in KEYS if key.key == letter)
        if key.act != "lock":
            self._doing = Doing(key, {}, seen)
            self._app.run_worker(self._ask(key, seen))
        elif not self._entrance.lock():
            self._tell("refused", self._say(NOBODY))

    def scanned(self, text: str) -> None:
        """Look for the ticket whose code is `text`; nothing while an act goes on that is no question for a story."""
        seen = self._usable()
        if seen and self._may_tell:
            self._app.line.ask(scan(text, seen.language), SCAN)

    def found(self, story: Story) -> None:
        """Tell the story of the ticket that was scanned."""
        seen = self._usable()
        if seen and self._may_tell:
            self._show(story, seen)

    def answered(self, result: Any, after: Seen) -> None:
        """The act is done: say so, or tell the story that it asked for."""
        doing, self._doing = self._doing, None
        if doing and doing.key.act == "story":
            if not self._entrance.shut:  # locked meanwhile: nobody sits here to read it
                self._show(result, after)
        elif doing:
            self._tell("done", told(doing.key.act, doing.given, doing.seen, result, self._say))

    def declined(self) -> None:
        """The store has not done what was asked."""
        self._doing = None

    @property
    def _may_tell(self) -> bool:
        """Whether a story may come over the screen: it never hides what an act asks."""
        return self._doing is None or self._doing.key.act == "story"

    def _show(self, story: Story, seen: Seen) -> None:
        if isinstance(self._app.screen, ModalScreen):  # another story, the question for one, the keys
            self._app.screen.dismiss(None)
        self._app.push_screen(Told(story, seen, self._say))

    async def _ask(self, key: Key, seen: Seen) -> None:
        given = await answers(key, seen, self._app.now(), self._say, self._put)
        if given is None:
            self._doing = None
            self._finger.lift()
            return
        self._doing = Doing(key, given, seen)
        do, read = work(key.act, given, seen, self._entrance.by), self._app.read
        self._app.line.ask(lambda store: (do(store), read(store)), key.act)

    async def _put(self, asked: Ask) -> Any:
        say = self._say
        return await self._app.push_screen_wait(
            Question(asked, say) if isinstance(asked, Asked) else Several(asked, say)
        )
