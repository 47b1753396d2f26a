"""The kiosk: where visitors take tickets."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from data.clock import Clock
from display.parts.app import NovbeApp
from display.parts.beats import at_terminal
from display.parts.line import Answered, Declined, Lost, Reading
from display.parts.scanner.scanner import Ears, Scanned
from kiosk import lock
from kiosk.hands import keys
from kiosk.hands.hands import Hands
from kiosk.maintenance.upkeep import Upkeep
from kiosk.printer.printer import Printer, sentence
from kiosk.questions.sentences import foot
from kiosk.screen.showing import show
from kiosk.screen.target import Target
from kiosk.screen.targets import Targets
from kiosk.screen.tools import Tools
from kiosk.screen.view import View
from kiosk.visit.course import Course, request_key
from kiosk.visit.offered import Offered, Reader
from kiosk.visit.taking import Taking
from kiosk.visit.visit import Visit
from kiosk.voice.aloud import Aloud

if TYPE_CHECKING:
    from textual.timer import Timer

    from data.store import Store
    from kiosk.maintenance.screen import PrinterTest
    from kiosk.printer.messages import NotPrinted, Printed, Tested

OFFERS = "offers"
PAINTED = 0.1
"""Seconds in which the first choices are painted: what is imported for all that is offered would hold them up."""
SOON = 0.15
"""Seconds until a visitor who waits is told so: most tickets are there sooner."""
TURN = 5
"""Seconds that each sentence stands where not all fit at once and nobody reads on."""


def run(open_store: Callable[[], "Store"], clock: Clock, locked: bool = False, printer: str | None = None) -> int:
    """Show the kiosk until it is ended; the exit code. Raises Refused for an address that no printer can have."""
    app = KioskApp(open_store, clock, locked, printer=printer)
    app.line.source = at_terminal("kiosk")
    app.run()
    return app.return_code or 0


class KioskApp(NovbeApp):
    """Brings what happens to those whom it concerns: the visit, the voice, the printer, and whoever looks after it."""

    CSS_PATH = "screen/kiosk.tcss"
    POLL = 0.2  # how many wait may be a moment old; what a visitor asks is done at once

    def __init__(
        self,
        open_store: Callable[[], "Store"],
        clock: Clock,
        locked: bool = False,
        new_key: Callable[[], str] = request_key,
        printer: str | None = None,
    ) -> None:
        super().__init__(open_store, clock)
        self.locked = locked
        self.printer = Printer(printer, self.post_message, open_store)
        self.course = Course(Taking(self.line.ask, self.printer.name), self._clock, new_key)
        self.course.changed = self.show
        self.ears = Ears(super().on_event, self.post_message, self.set_timer)
        self.aloud = Aloud(self.post_message)
        self.hands = Hands(self.course, self.aloud)
        self.upkeep = Upkeep(self, self._clock, self.course.begin)
        self._soon: Timer | None = None
        self._unread = 0
        self._reader = Reader(prints=self.printer.name is not None)

    @property
    def visit(self) -> Visit:
        """The visit that is going on."""
        return self.course.visit

    @property
    def offered(self) -> Offered | None:
        """What has been read of the store, if anything."""
        return self.course.offered

    def read(self, store: "Store") -> Offered:
        return self._reader(store)

    def compose(self) -> ComposeResult:
        yield View()

    def on_mount(self) -> None:
        self.set_interval(1, self.tick)
        if self.locked:
            lock.close_ears()

    def on_ready(self) -> None:
        self.printer.start()

    def on_unmount(self) -> None:
        self.printer.close()
        self.aloud.close()
        if self.locked:
            lock.open_ears()

    async def action_quit(self) -> None:
        if self.locked:
            self.upkeep.show(self.visit.language or self.language)
        else:
            await super().action_quit()

    def on_reading(self, message: Reading) -> None:
        self.course.found()
        self._offer(message.value)
        if not message.value.offers:
            self.set_timer(PAINTED, self._read_more)

    def on_answered(self, message: Answered) -> None:
        if message.name == OFFERS:
            self._offer(message.value)
        elif not self.upkeep.answered(message):
            self.course.answered(message.name, message.value)
            self.printer.poke()

    def on_declined(self, message: Declined) -> None:
        if not self.upkeep.declined(message):
            self.course.declined(message.name, message.refused)

    def on_lost(self, message: Lost) -> None:
        self.course.lose()

    def on_printed(self, message: "Printed") -> None:
        self.course.go(self.visit.papered(message.code, sentence(message)))

    def on_not_printed(self, message: "NotPrinted") -> None:
        self.course.go(self.visit.papered(message.code, sentence(message)))

    def on_printer_test(self, message: "PrinterTest") -> None:
        if not self.printer.test():
            self.upkeep.no_printer()

    def on_tested(self, message: "Tested") -> None:
        self.upkeep.tested(message.problem)

    async def on_event(self, event: events.Event) -> None:
        """Keys come through the scanner's ears, except those on the maintenance screen."""
        if isinstance(event, events.MouseUp) and not event.is_forwarded:
            self.upkeep.tapped(event, self.visit.language or self.language)
        if isinstance(event, events.Key) and not event.is_forwarded and not self.upkeep.open:
            await self.ears.came(event)
        else:
            await super().on_event(event)

    def on_scanned(self, message: Scanned) -> None:
        self.aloud.hush()
        self.course.scanned(keys.code(message.text))

    def on_key(self, event: events.Key) -> None:
        event.prevent_default()
        self.hands.pressed(event, self.query_one(View), self._clock())

    def on_target_tapped(self, message: Target.Tapped) -> None:
        self.hands.tapped(message.choice, self.query_one(View), self._clock())

    def on_click(self) -> None:
        if self._is_whole:
            self.hands.tapped(None, self.query_one(View), self._clock())

    def tick(self) -> None:
        """Once a second, by the clock of this app: end what has stood long enough, and count down."""
        if self._is_whole and self.course.goes_unread:
            self._unread = (self._unread + 1) % TURN
            if not self._unread:
                self.query_one(View).turn_around()
        if self.offered and self._is_whole:
            if self.course.later(self.aloud.speaking):
                self.line.ask(self.read, OFFERS)
            if self.visit.warned(self._clock()):
                self.show()
            self.query_one(View).foot(foot(self.visit, self.offered, self.course.lost, self._clock()))

    def show(self) -> None:
        """Put the visit on the screen; that it waits only where it does for so long that anybody would notice."""
        if self._soon:
            self._soon.stop()
            self._soon = None
        if self.visit.waiting and not self.visit.late:
            self._soon = self.set_timer(SOON, self.put)
        else:
            self.put()

    def put(self) -> None:
        """Put the visit on the screen now, and say what is new there."""
        if self._is_whole:
            show(self.query_one(View), self.visit, self.offered, self.course.lost, self._clock())
            if self.offered and not self.course.lost:
                self.aloud.keep_up(self.visit, self.offered, self.query_one(Targets), self._clock())

    @property
    def _is_whole(self) -> bool:
        """Whether the view has its first part and its last: a message may come while it is being taken down."""
        return self.shows(Tools) and bool(self.query("#foot"))

    def _read_more(self) -> None:
        from kiosk.visit.prepared import PREPARED, prepare

        self.line.ask(self.read, OFFERS)
        self.line.ask(prepare, PREPARED)

    def _offer(self, offered: Offered) -> None:
        self.language = offered.directory.languages[0]
        self.course.offer(offered)
