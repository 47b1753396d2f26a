"""The kiosk: where visitors take tickets."""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from data.clock import Clock
from data.texts import name, words
from display.parts.app import NovbeApp
from display.parts.line import Answered, Declined, Lost, Reading
from kiosk import lock, offered, sentences
from kiosk.offered import Offered
from kiosk.presses import Presses
from kiosk.question import Choice
from kiosk.questions import question
from kiosk.taking import Taking
from kiosk.targets import Target, Targets
from kiosk.view import View
from kiosk.visit import SECOND, Visit, home

if TYPE_CHECKING:
    from data.store import Store

OFFERS = "offers"
FRESH = 15 * SECOND


def request_key() -> str:
    """A request key that nobody else has."""
    return secrets.token_hex(16)


def run(open_store: Callable[[], "Store"], clock: Clock, locked: bool = False) -> int:
    """Show the kiosk until it is ended; the exit code."""
    app = KioskApp(open_store, clock, locked)
    app.run()
    return app.return_code or 0


class KioskApp(NovbeApp):
    """One visitor after the other. The visit says where a visitor stands; the store, what is offered."""

    CSS_PATH = "kiosk.tcss"

    def __init__(
        self,
        open_store: Callable[[], "Store"],
        clock: Clock,
        locked: bool = False,
        new_key: Callable[[], str] = request_key,
    ) -> None:
        super().__init__(open_store, clock)
        self.locked = locked
        self.offered: Offered | None = None
        self.visit = Visit("language", since=0, began=0)
        self.lost = False
        self._new_key = new_key
        self._presses = Presses()
        self._taking = Taking(self.line.ask)
        self._read_at = 0

    def compose(self) -> ComposeResult:
        yield View()

    def on_mount(self) -> None:
        self.set_interval(1, self.tick)
        if self.locked:
            lock.close_ears()

    def on_unmount(self) -> None:
        if self.locked:
            lock.open_ears()

    async def action_quit(self) -> None:
        if not self.locked:
            await super().action_quit()

    def read(self, store: "Store") -> Offered:
        """The centre alone at first: that much is here before anything heavy is imported."""
        return offered.read(store) if self.offered else offered.glimpse(store)

    def on_reading(self, message: Reading) -> None:
        self.lost = False
        self._offer(message.value)
        if not message.value.offers:
            self.line.ask(offered.read, OFFERS)
        if self.visit.step == "taking":
            self._taking.ask(self.visit)

    def on_answered(self, message: Answered) -> None:
        if message.name == OFFERS:
            self._offer(message.value)
        elif self._taking.came(message.name, message.value) and self.visit.waits_for(message.name):
            self._go(self.visit.taken(message.value, self._clock()))

    def on_declined(self, message: Declined) -> None:
        self._taking.ended(message.name)
        refused = message.refused
        if self.offered and self.visit.waits_for(message.name) and not refused.of_store:
            self._go(self.visit.refused(refused, self.offered, self._clock()))

    def on_lost(self, message: Lost) -> None:
        self.lost = True
        self.visit = self.visit.delayed()
        self._show()

    def on_key(self, event: events.Key) -> None:
        event.prevent_default()
        now, targets = self._clock(), self.query_one(Targets)
        self.visit = self.visit.touched(now)
        if not (self._can_choose and targets.moved(event.key)) and self._presses.counts(event.key, now):
            self._press(targets.meant(event.key), now)

    def on_target_tapped(self, message: Target.Tapped) -> None:
        self._tap(message.choice)

    def on_click(self) -> None:
        if not self._can_choose:
            self._tap(None)

    def tick(self) -> None:
        """Once a second, by the clock of this app: end what has stood long enough, and count down."""
        now = self._clock()
        if self.offered is None or not self.shows(View):
            return
        if not self.lost and not 0 <= now - self._read_at < FRESH:
            self._read_at = now
            self.line.ask(offered.read, OFFERS)
        self._go(self.visit.later(self.offered, now))
        self.query_one(View).foot(sentences.foot(self.visit, now))

    @property
    def _can_choose(self) -> bool:
        return self.visit.choosing and not self.lost and self.offered is not None

    def _tap(self, choice: Choice | None) -> None:
        now = self._clock()
        self.visit = self.visit.touched(now)
        if self._presses.counts("click", now):
            self._press(choice, now)

    def _press(self, choice: Choice | None, now: int) -> None:
        """A press that counts: of a choice, or of anything else."""
        if self.offered is None:
            return
        if not self._can_choose:
            self._go(self.visit.dismissed(self.offered, now))
        elif choice and not self.query_one(Targets).turned(choice):
            self._go(self.visit.chosen(choice, self.offered, now, self._new_key))

    def _offer(self, value: Offered) -> None:
        now = self._clock()
        self.visit = self.visit.within(value, now) if self.offered else home(value, now)
        self.offered, self._read_at = value, now
        self.language = value.centre.languages[0]
        self._show()

    def _go(self, visit: Visit) -> None:
        before, self.visit = self.visit, visit
        if before.step == "taking" and visit.step != "taking":
            self._taking.leave(before)
        if visit.step == "taking" and before.step != "taking":
            self._taking.ask(visit)
        if visit != before:
            self._show()

    def _show(self) -> None:
        if not self.shows(View):
            return
        view, visit, there = self.query_one(View), self.visit, self.offered
        if there and visit.ticket and visit.step == "ticket":
            service = there.centre.service(visit.ticket.service)
            view.hand_over(visit.ticket, name(service.name, visit.language), words(visit.language))
        elif not visit.choosing:
            view.tell(sentences.told(visit))
        elif there and not self.lost:
            view.ask(question(visit, there))
        else:
            view.tell(*sentences.out_of_order(visit, there))
        view.foot(sentences.foot(visit, self._clock()))
