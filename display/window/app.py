"""The operator's screen: the ticket in hand, who is next, and the acts as keys and buttons."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from data.clock import Clock
from data.refused import Refused
from data.store import Store
from data.texts import Words, words
from display.parts import asking
from display.parts.app import NovbeApp
from display.parts.asking.key_list import KeyList
from display.parts.asking.outage import Outage
from display.parts.keyboard import spellings
from display.parts.line import Answered, Declined, Lost, Reading
from display.parts.scanner.scanner import Ears, Scanned
from display.parts.sign_on.sign_on import SignOn
from display.window.acting import Acting
from display.window.buttons import Buttons
from display.window.desk import DeskView
from display.window.door import Door
from display.window.key_list import rows
from display.window.keys import LETTERS
from display.window.outcome import outcome
from display.window.seen import Seen, read

READ = "reread"
# Things become so without a change in the store: a ticket's pause is over, a new service day begins.
REREAD = 10.0
TOUCHES = (events.Key, events.MouseEvent)


class WindowApp(NovbeApp):
    """The screen of window `window`. `refused` says why it ended by itself: there is no such window."""

    CSS_PATH = [asking.STYLE, Path(__file__).with_name("window.tcss")]  # noqa: RUF012 (Textual's own declaration)
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
        self._lost: Outage | None = None
        self.door = Door(self, window, self.read, self._see)
        self.acting = Acting(self, self.door, window, lambda: self.usable, self.refuse)
        self.ears = Ears(super().on_event, self.post_message, self.set_timer)

    @property
    def say(self) -> Words:
        """The texts in the operator's language."""
        return words(self.language)

    @property
    def usable(self) -> Seen | None:
        """What was read last; None where nobody may see or use it now, or the store is lost."""
        return None if self._lost or self.door.shut else self._seen

    def read(self, store: Store) -> Seen | Refused:
        try:
            return read(store, self.window, self._wanted)
        except Refused as refused:
            if refused.code == "unknown-window":
                return refused
            raise

    def compose(self) -> ComposeResult:
        yield DeskView(self.window, self.say)

    def on_mount(self) -> None:
        self.set_interval(1, self._draw)
        self.set_interval(REREAD, lambda: self.line.ask(self.read, READ))

    async def on_event(self, event: events.Event) -> None:
        """All that is pressed is a sign of life; keys come through the scanner's ears, but not where one signs on."""
        if isinstance(event, TOUCHES) and not event.is_forwarded:
            self.door.touch()
        if isinstance(event, events.Key) and not event.is_forwarded and not self.door.shut:
            await self.ears.came(event)
        else:
            await super().on_event(event)

    def on_reading(self, message: Reading) -> None:
        if self._lost:
            over, self._lost = self._lost.over(self.now(), self.say), None
            self._tell(*over)
        self._see(message.value)

    def on_answered(self, message: Answered) -> None:
        if message.name == READ:
            self._see(message.value)
        elif not (self.door.answered(message) or self.acting.answered(message)):
            result, after = message.value
            left = message.name == "sign-off"
            if left:
                self.door.leave()
            self._see(after)
            if isinstance(after, Seen) and not left:
                self._tell("done", outcome(message.name, result, after, self.say))

    def on_declined(self, message: Declined) -> None:
        if message.name != READ and not self.door.declined(message):
            self.acting.declined(message)
            if self._lost is None:
                self.refuse(message.refused)

    def on_lost(self, message: Lost) -> None:
        self._lost = Outage(message.refused, self.now())
        self._tell("lost", self._lost.said(self._seen.clock(self.now()) if self._seen else "", self.say))
        self._draw()

    def on_sign_on_given(self, message: SignOn.Given) -> None:
        self.door.given(message)

    def on_scanned(self, message: Scanned) -> None:
        self.acting.scanned(message.text)

    def on_buttons_pressed(self, message: Buttons.Pressed) -> None:
        self.acting.press(message.letter)

    def action_press(self, letter: str) -> None:
        """Do what the key of `letter` does now."""
        self.acting.press(letter)

    def action_begin(self) -> None:
        """Open the window, where it is closed."""
        if self._seen and self._seen.desk.state != "open":
            self.acting.press("w")

    def action_keys(self) -> None:
        """Show the keys."""
        self.push_screen(KeyList(tuple(rows(self.say)), self.say))

    def refuse(self, refused: Refused) -> None:
        """Say why something was not done."""
        self._tell("refused", self.say(refused.text, **refused.values))

    def _see(self, value: Seen | Refused) -> None:
        if isinstance(value, Refused):
            self.refused = value
            self.exit(return_code=1)
            return
        self._seen, self.language = value, value.language
        self._draw()

    def _draw(self) -> None:
        if self.shows(DeskView):
            if self._seen:
                self.door.keep(self._seen)
            self.query_one(DeskView).show(self._seen, self.now(), self.say, able=self._lost is None)

    def _tell(self, kind: str, text: str) -> None:
        if self.shows(DeskView):
            self.query_one(DeskView).tell(kind, text, self.now())


def run(open_store: Callable[[], Store], clock: Clock, window: int, language: str | None = None) -> int:
    """Show window `window` until it is left; gives the exit code. Raises Refused: `unknown-window`."""
    app = WindowApp(open_store, clock, window, language)
    app.line.source = f"window {window}"
    app.run()
    if app.refused:
        raise app.refused
    return app.return_code or 0
