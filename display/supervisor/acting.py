"""What does a key do? One act at a time, after what it asks."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from data.refused import Refused
from data.texts import mark
from display.parts.asking.question import Asked, Question
from display.parts.asking.several import Several
from display.parts.finger import Finger
from display.supervisor.deeds import told, work
from display.supervisor.keys import KEYS, Key
from display.supervisor.questions import Answer, Ask, answers
from display.supervisor.seen import Seen
from display.supervisor.told import Told

if TYPE_CHECKING:
    from display.supervisor.app import SupervisorApp

NOBODY = mark("Nobody has signed on here.")


class Doing(NamedTuple):
    """An act that goes on, with its answers, as things were seen when it began."""

    key: Key
    given: Mapping[str, Answer]
    seen: Seen


class Acting:
    """Brings the supervisor's presses to the store, and asks meanwhile what is to be asked."""

    def __init__(self, app: "SupervisorApp") -> None:
        self._app = app
        self._doing: Doing | None = None
        self._finger = Finger()

    def press(self, letter: str) -> None:
        """Ask what the key of `letter` asks, then do it; nothing while an act goes on or the store is lost."""
        again, seen = self._finger.again(letter, self._app.now()), self._app.usable
        if again or seen is None or self._doing:
            return
        key = next(key for key in KEYS if key.key == letter)
        if key.act != "lock":
            self._doing = Doing(key, {}, seen)
            self._app.run_worker(self._ask(key, seen))
        elif not self._app.entrance.lock():
            self._app.refuse(Refused("not-signed-on", NOBODY))

    def answered(self, result: Any, after: Seen) -> None:
        """The act is done: say so, or tell the story that it asked for."""
        doing, self._doing = self._doing, None
        if doing and doing.key.act == "story":
            self._app.push_screen(Told(result, after, self._app.say))
        elif doing:
            self._app.tell("done", told(doing.key.act, doing.given, doing.seen, result, self._app.say))

    def declined(self) -> None:
        """The store has not done what was asked."""
        self._doing = None

    async def _ask(self, key: Key, seen: Seen) -> None:
        given = await answers(key, seen, self._app.now(), self._app.say, self._put)
        if given is None:
            self._doing = None
            self._finger.lift()
            return
        self._doing = Doing(key, given, seen)
        do, read = work(key.act, given, seen, self._app.entrance.by), self._app.read
        self._app.line.ask(lambda store: (do(store), read(store)), key.act)

    async def _put(self, asked: Ask) -> Any:
        say = self._app.say
        return await self._app.push_screen_wait(
            Question(asked, say) if isinstance(asked, Asked) else Several(asked, say)
        )
