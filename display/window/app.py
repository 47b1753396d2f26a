"""The operator's screen: the ticket in hand, who is next, and the acts as keys and buttons."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from data.clock import Clock
from data.refused import Refused
from data.store import Store
from data.texts import Words, mark, words
from display.parts.app import NovbeApp
from display.parts.line import Answered, Declined, Lost, Reading
from display.window.buttons import Buttons
from display.window.finger import Finger
from display.window.head import Head
from display.window.in_hand import Hand
from display.window.key_list import KeyList
from display.window.keys import LETTERS, Key, job, pressed, spellings
from display.window.notice import Notice
from display.window.outcome import outcome
from display.window.possible import refusal
from display.window.question import Question
from display.window.questions import answers
from display.window.queues import Queues
from display.window.seen import Seen, read

READ = "read"
# Things become so without a change in the store: a ticket's pause is over, a new service day begins.
REREAD = 10.0
OUTAGE = timedelta(seconds=2)
CHANGED = mark("Something else is in hand now: nothing was done.")
STANDS, BACK = mark("What you see stands since {time}."), mark("The store is back")


class WindowApp(NovbeApp):
    """The screen of window `window`. `refused` says why it ended by itself: there is no such window."""

    CSS_PATH = Path(__file__).with_name("window.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-middle"), (45, "-high")]  # noqa: RUF012 (Textual's own declaration)
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(spellings(letter), f"press('{letter}')", show=False) for letter in LETTERS),
        Binding("enter", "begin", show=False),
        Binding("question_mark,f1", "keys", show=False),
    ]

    def __init__(self, open_store: Callable[[], Store], clock: Clock, window: int, language: str | None = None) -> None:
        super().__init__(open_store, clock, language)
        self.window = window
        self.refused: Refused | None = None
        self._wanted = language
        self._seen: Seen | None = None
        self._doing: Key | None = None
        self._lost: tuple[Refused, datetime] | None = None
        self._finger = Finger()

    @property
    def say(self) -> Words:
        """The texts in the operator's language."""
        return words(self.language)

    def read(self, store: Store) -> Seen | Refused:
        try:
            return read(store, self.window, self._wanted)
        except Refused as refused:
            if refused.code == "unknown-window":
                return refused
            raise

    def compose(self) -> ComposeResult:
        yield Head(self.window, self.say)
        with Horizontal(id="desk"):
            yield Hand()
            yield Queues()
        yield Notice()
        yield Buttons()

    def on_mount(self) -> None:
        self.set_interval(1, self._draw)
        self.set_interval(REREAD, lambda: self.line.ask(self.read, READ))

    def on_reading(self, message: Reading) -> None:
        if self._lost:
            self._say_back(*self._lost)
        self._see(message.value)

    def on_answered(self, message: Answered) -> None:
        if message.name == READ:
            self._see(message.value)
            return
        self._doing = None
        result, after = message.value
        self._see(after)
        if isinstance(after, Seen):
            self._tell("done", outcome(message.name, result, after, self.say))

    def on_declined(self, message: Declined) -> None:
        if message.name != READ:
            self._doing = None
            if self._lost is None:
                self._refuse(message.refused)

    def on_lost(self, message: Lost) -> None:
        refused, now = message.refused, self.now()
        self._lost = refused, now
        since = f"{self.say(STANDS, time=self._seen.clock(now))} " if self._seen else ""
        self._tell("lost", since + self.say(refused.text, **refused.values))
        self._draw()

    def on_buttons_pressed(self, message: Buttons.Pressed) -> None:
        self.action_press(message.letter)

    def action_press(self, letter: str) -> None:
        """Do what the key of `letter` does now, or say why not; nothing while an act goes on or the store is lost."""
        again, seen = self._finger.again(letter, self.now()), self._seen
        if again or seen is None or self._doing or self._lost:
            return
        key = pressed(letter, seen.desk)
        if refused := refusal(seen.desk, key.act, self.now()):
            self._refuse(refused)
        elif key.asks:
            self._doing = key
            self.run_worker(self._ask(key, seen))
        else:
            self._do(key, {})

    def action_begin(self) -> None:
        """Open the window, where it is closed."""
        if self._seen and self._seen.desk.state != "open":
            self.action_press("w")

    def action_keys(self) -> None:
        """Show the keys."""
        self.push_screen(KeyList(self.say))

    async def _ask(self, key: Key, seen: Seen) -> None:
        """Ask all that `key` asks; then do it, unless something else has come into hand meanwhile."""
        given = await answers(key, seen, self.say, lambda asked: self.push_screen_wait(Question(asked, self.say)))
        self._doing = None
        if given is None:
            self._finger.lift()
        elif self._seen and self._seen.hand == seen.hand:
            self._do(key, given)
        else:
            self._refuse(Refused("not-allowed", CHANGED))

    def _do(self, key: Key, given: Mapping[str, str]) -> None:
        self._doing = key
        work = job(key.act, self.window, given)
        self.line.ask(lambda store: (work(store), self.read(store)), key.act)

    def _see(self, value: Seen | Refused) -> None:
        if isinstance(value, Refused):
            self.refused = value
            self.exit(return_code=1)
            return
        self._seen, self.language = value, value.language
        self._draw()

    def _draw(self) -> None:
        if not self.shows(Notice):
            return
        now = self.now()
        self.query_one(Notice).tick(now)
        if seen := self._seen:
            for part in Head, Hand, Queues:
                self.query_one(part).show(seen, now, self.say)
            self.query_one(Buttons).show(seen, now, self.say, able=self._lost is None)

    def _say_back(self, refused: Refused, lost_at: datetime) -> None:
        """The store is back; why it was lost stays to be read where that was too short."""
        self._lost = None
        if self.now() - lost_at >= OUTAGE:
            self._tell("done", self.say(BACK))
        else:
            self._refuse(refused)

    def _refuse(self, refused: Refused) -> None:
        self._tell("refused", self.say(refused.text, **refused.values))

    def _tell(self, kind: str, text: str) -> None:
        if self.shows(Notice):
            self.query_one(Notice).tell(kind, text, self.now())


def run(open_store: Callable[[], Store], clock: Clock, window: int, language: str | None = None) -> int:
    """Show window `window` until it is left; gives the exit code. Raises Refused: `unknown-window`."""
    app = WindowApp(open_store, clock, window, language)
    app.run()
    if app.refused:
        raise app.refused
    return app.return_code or 0
