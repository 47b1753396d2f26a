"""What does a key do, or a ticket before the scanner? One act at a time, after what it asks."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from data.refused import Refused
from data.texts import Words, mark, words
from data.views import Scanned, Waiting
from display.parts.app import NovbeApp
from display.parts.asking.question import Asked, Question
from display.parts.finger import Finger
from display.window.door import Door
from display.window.keys import LOCKS, Key, pressed, scanned
from display.window.possible import refusal
from display.window.questions import NUMBER, SEND_BACK, answers
from display.window.seen import Seen
from display.window.work import job, picks, scan

if TYPE_CHECKING:
    from display.parts.messages import Answered, Declined

PICKS, SCAN = "picks", "scan"
CHANGED = mark("Something else is in hand now: nothing was done.")


class Acting:
    """Brings the operator's presses to the store, and asks meanwhile what is to be asked.

    `doing` is the key whose act goes on, from its press to the store's answer: others do nothing until then. `usable`
    is what was read last, where anything can be done now; `refuse` says why something is not.
    """

    def __init__(
        self,
        app: NovbeApp,
        door: Door,
        window: int,
        usable: Callable[[], Seen | None],
        refuse: Callable[[Refused], None],
    ) -> None:
        self._app, self._door, self._window = app, door, window
        self._usable, self._refuse = usable, refuse
        self.doing: Key | None = None
        self._finger = Finger()
        self._picked: asyncio.Future[tuple[Waiting, ...]] | None = None

    @property
    def _say(self) -> Words:
        return words(self._app.language)

    def press(self, letter: str) -> None:
        """Do what the key of `letter` does now, or say why not; nothing while an act goes on or the store is lost."""
        again, seen = self._finger.again(letter, self._app.now()), self._usable()
        if seen and not again and not self.doing:
            self._begin(pressed(letter, seen.desk), seen, {})

    def scanned(self, text: str) -> None:
        """Look what ticket has been held before the scanner: when an act asks for one it is the answer."""
        if self._usable() and (self.doing is None or self._asking_ticket):
            self._app.line.ask(scan(text, self._window), SCAN)

    def answered(self, message: "Answered") -> bool:
        """Whether the answer was only for a question; otherwise the act is done."""
        if message.name == PICKS:
            self._picks(message.value)
        elif message.name == SCAN:
            self._found(message.value)
        else:
            self.doing = None
        return message.name in (PICKS, SCAN)

    def declined(self, message: "Declined") -> None:
        """The store has not done what was asked."""
        if message.name == PICKS:
            self._picks(())
        elif message.name != SCAN:
            self.doing = None

    @property
    def _asking_ticket(self) -> Question | None:
        """The question that a scanned ticket answers."""
        screen = self._app.screen
        return screen if isinstance(screen, Question) and screen.asked.hint == NUMBER else None

    def _found(self, found: Scanned) -> None:
        """Do what helps with a scanned ticket: start it when it is called here, ask before anything else."""
        question, seen = self._asking_ticket, self._usable()
        if question:
            question.dismiss(found.ticket)
        elif seen is None or self.doing:
            return
        elif found.why:
            self._refuse(found.why)
        else:
            self._begin(scanned(found.act), seen, {} if found.act == "start" else {"ticket": found.ticket})

    def _begin(self, key: Key, seen: Seen, given: Mapping[str, str]) -> None:
        if refused := refusal(seen.desk, key.act, self._app.now()):
            self._refuse(refused)
        elif key.act == LOCKS:
            self._door.lock()
            self._door.keep(seen)
        elif key.asks:
            self.doing = key
            self._app.run_worker(self._ask(key, seen, given))
        else:
            self._do(key, {"message": str(seen.desk.messages[0].message)} if key.act == "read" else given)

    async def _ask(self, key: Key, seen: Seen, given: Mapping[str, str]) -> None:
        """Ask all that `key` asks; then do it, unless something else has come into hand meanwhile."""
        say = self._say
        choices = await self._pick(key) if "ticket" in key.asks and "ticket" not in given else ()
        answer = await answers(key, given, seen, say, self._put, choices)
        self.doing = self._picked = None
        now = self._usable()
        if answer is None or now is None:
            self._finger.lift()
        elif now.hand == seen.hand:
            self._do(key, answer)
        else:
            self._refuse(Refused("not-allowed", CHANGED))

    def _picks(self, found: tuple[Waiting, ...]) -> None:
        if self._picked and not self._picked.done():
            self._picked.set_result(found)

    async def _put(self, asked: Asked) -> str | None:
        return await self._app.push_screen_wait(Question(asked, self._say))

    async def _pick(self, key: Key) -> tuple[Waiting, ...]:
        self._picked = asyncio.get_running_loop().create_future()
        self._app.line.ask(picks(key.act, self._window), PICKS)
        return await self._picked

    def _do(self, key: Key, given: Mapping[str, str]) -> None:
        act = key.act
        if given.get("service") == SEND_BACK:
            act, given = SEND_BACK, {}
        self.doing = key
        work = job(act, self._window, given, self._door.signed)
        self._app.line.ask(lambda store: (work(store), self._app.read(store)), act)
