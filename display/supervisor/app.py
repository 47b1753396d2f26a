"""The supervisor's screen: the whole centre at a glance, and the acts that only a supervisor may do."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from data.clock import Clock
from data.refused import Refused
from data.store import Store
from data.texts import Words, words
from display.parts import asking
from display.parts.app import NovbeApp
from display.parts.asking.key_list import KeyList
from display.parts.asking.notice import Notice
from display.parts.asking.outage import Outage
from display.parts.keyboard import spellings
from display.parts.line import Answered, Declined, Lost, Reading
from display.parts.scanner.scanner import Ears, Scanned
from display.parts.sign_on.sign_on import SignOn
from display.supervisor.acting import SCAN, Acting
from display.supervisor.alerts import alerts
from display.supervisor.buttons import Buttons
from display.supervisor.day import Day
from display.supervisor.entrance import SIGN_ON, Entrance
from display.supervisor.head import Head, Pages
from display.supervisor.key_list import rows
from display.supervisor.keys import KEYS, PAGES
from display.supervisor.panel import Panel
from display.supervisor.posts import windows
from display.supervisor.queues import queues
from display.supervisor.seen import Reader, Seen

READ = "read"
# Waits grow and screens fall silent without a change in the store.
REREAD = 5.0
ROOM_FOR_ALL = 110, 30
"""The least columns and rows in which all parts are shown at once."""


class SupervisorApp(NovbeApp):
    """Shows the overview, and does what a key or a button asks, for whoever has signed on."""

    CSS_PATH = [asking.STYLE, Path(__file__).with_name("supervisor.tcss")]  # noqa: RUF012 (Textual's own declaration)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (45, "-high")]  # noqa: RUF012 (Textual's own declaration)
    POLL = 0.2  # figures may be a moment old
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(spellings(key.key), f"press('{key.key}')", show=False) for key in KEYS),
        *(Binding(str(page), f"page({page})", show=False) for page in range(len(PAGES))),
        Binding("question_mark,f1", "keys", show=False),
    ]

    def __init__(self, open_store: Callable[[], Store], clock: Clock, language: str | None = None) -> None:
        self._reader = Reader(language)
        super().__init__(open_store, clock, language)
        self.entrance = Entrance(self)
        self.seen: Seen | None = None
        self._acting = Acting(self, self.entrance, lambda: self.usable, self.tell)
        self.ears = Ears(super().on_event, self.post_message, self.set_timer)
        self._outage: Outage | None = None
        self._wanted = 0

    @property
    def say(self) -> Words:
        """The texts in the supervisor's language."""
        return words(self.language)

    @property
    def usable(self) -> Seen | None:
        """What is seen, where anything can be done now."""
        return None if self._outage or self.entrance.shut else self.seen

    @property
    def page(self) -> int:
        """The part of the screen that is shown alone; 0 is all, where there is room."""
        return self._wanted or (0 if self._all_fit else 1)

    @property
    def _all_fit(self) -> bool:
        return self.size.width >= ROOM_FOR_ALL[0] and self.size.height >= ROOM_FOR_ALL[1]

    def read(self, store: Store) -> Seen:
        return self._reader(store)

    def compose(self) -> ComposeResult:
        yield Head(self.say)
        yield Pages(self.say)
        with Container(id="parts"):
            yield Panel(windows, "windows")
            yield Panel(queues, "queues")
            yield Panel(alerts, "alerts")
            yield Day()
        yield Notice()
        yield Buttons()

    def on_mount(self) -> None:
        self.set_interval(1, self._draw)
        self.set_interval(REREAD, lambda: self.line.ask(self.read, READ))

    def on_resize(self, event: events.Resize) -> None:
        self.action_page(self._wanted)

    async def on_event(self, event: events.Event) -> None:
        """All that is pressed shows that somebody is there; keys come through the scanner's ears, but not a PIN."""
        if isinstance(event, (events.Key, events.MouseDown)):
            self.entrance.touch()
        if isinstance(event, events.Key) and not event.is_forwarded and not self.entrance.shut:
            await self.ears.came(event)
        else:
            await super().on_event(event)

    def on_sign_on_given(self, message: SignOn.Given) -> None:
        self.entrance.given(message.name, message.pin)

    def on_reading(self, message: Reading) -> None:
        if self._outage:
            self.tell(*self._outage.over(self.now(), self.say))
            self._outage = None
        self._see(message.value)

    def on_answered(self, message: Answered) -> None:
        if message.name == READ:
            self._see(message.value)
        elif message.name == SIGN_ON:
            self.entrance.admitted(message.value)
            self._draw()
        elif message.name == SCAN:
            self._acting.found(message.value)
        else:
            result, after = message.value
            self._see(after)
            self._acting.answered(result, after)

    def on_declined(self, message: Declined) -> None:
        if message.name == SIGN_ON:
            self.entrance.declined(message.refused)
        elif message.name != READ:
            if message.name != SCAN:
                self._acting.declined()
            if not self._outage:
                self.refuse(message.refused)

    def on_lost(self, message: Lost) -> None:
        self._outage = Outage(message.refused, self.now())
        self.tell("lost", self._outage.said(self.seen.clock(self.now()) if self.seen else "", self.say))
        self._draw()

    def on_scanned(self, message: Scanned) -> None:
        self._acting.scanned(message.text)

    def on_buttons_pressed(self, message: Buttons.Pressed) -> None:
        self.action_press(message.letter)

    def on_pages_chosen(self, message: Pages.Chosen) -> None:
        self.action_page(message.page)

    def action_press(self, letter: str) -> None:
        """Do what the key of `letter` does, after what it asks."""
        self._acting.press(letter)

    def action_page(self, page: int) -> None:
        """Show a part of the screen alone, or all of it where there is room."""
        self._wanted = page
        for at in range(1, len(PAGES)):
            self.screen_stack[0].set_class(at == self.page, f"-page-{at}")
        self.screen_stack[0].set_class(not self._all_fit, "-narrow")
        self.call_after_refresh(self._draw)

    def action_keys(self) -> None:
        """Show the keys."""
        self.push_screen(KeyList(tuple(rows(self.say)), self.say))

    def refuse(self, refused: Refused) -> None:
        """Say why something is not done."""
        self.tell("refused", self.say(refused.text, **refused.values))

    def tell(self, kind: str, text: str) -> None:
        """Say something at the bottom, as `Notice.tell` does."""
        if self.shows(Notice):
            self.query_one(Notice).tell(kind, text, self.now())

    def _see(self, seen: Seen) -> None:
        self.seen, self.language = seen, seen.language
        self._draw()

    def _draw(self) -> None:
        seen, now, say = self.seen, self.now(), self.say
        if not seen or not self.shows(Head, Pages, Day, Notice, Buttons):
            return
        self.entrance.mind(seen)
        if self.entrance.shut:
            return
        self.query_one(Notice).tick(now)
        self.query_one(Head).show(seen, now, say, self.entrance.by.name if self.entrance.by else "")
        self.query_one(Pages).show(self.page, len(seen.overview.alerts), say)
        for part in (*self.query(Panel), self.query_one(Day)):
            part.show(seen, now, say)
        self.query_one(Buttons).show(self._outage is None, say)


def run(open_store: Callable[[], Store], clock: Clock, language: str | None = None) -> int:
    """Show the overview until it is left; the exit code."""
    app = SupervisorApp(open_store, clock, language)
    app.run()
    return app.return_code or 0
