"""The ticket: what a visitor takes along."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from data.texts import Words, mark
from display.parts import letters
from display.parts.big import BigText
from display.parts.letters import Block, Letters
from display.parts.qr import QR
from kiosk.screen.notice import Notice
from kiosk.visit.comfort import MEDIUM

if TYPE_CHECKING:
    from data.views import Ticket

YOURS, APPOINTMENT = mark("Your number"), mark("Your appointment")
KEEP = mark("Take a photo of this code and keep it: it is your ticket.")
SERVICE_LINES = 3
FACTS = ("ahead", "service", "keep")
"""What stands beside the QR, what matters most first."""
NUMBER_ROWS, NUMBER_MOST = 6, 12
PLAIN_NUMBER = 3
BETWEEN = 1


class TicketView(Container):
    """Number in big letters, service, people ahead, and the QR beside them; what has no room there, after a press."""

    def __init__(self) -> None:
        super().__init__()
        self.capital = 0
        self._facts: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="info"):
            yield Letters(id="yours")
            yield BigText(id="number")
            yield Letters(id="service")
            yield Letters(id="ahead")
            yield Letters(id="keep")
        yield QR()
        yield Notice(id="more")

    def show(self, ticket: "Ticket", service: str, say: Words, *notes: str) -> None:
        """Show `ticket` of the service called `service`; `notes` are said instead of what to do with the code.

        A booking has no number yet, but a day and a time by the centre's clock.
        """
        slot = ticket.slot if ticket.state == "booked" else None
        ahead = "" if ticket.ahead is None else say.count("{n} person ahead", "{n} people ahead", ticket.ahead)
        keep = " ".join(notes or (say(KEEP),))
        facts = {"ahead": ahead, "service": service, "yours": say(YOURS), "keep": keep}
        if slot:
            facts |= {"ahead": say.date(slot), "yours": say(APPOINTMENT)}
        code = self.query_one(QR)
        if (facts, ticket.qr) != (self._facts, code.payload):
            self.query_one("#number", BigText).value = say.time(slot) if slot else ticket.ticket
            code.payload, self._facts = ticket.qr, facts
            self._begin()

    def suit(self, capital: int) -> None:
        """Show it in capitals of so many half cells, 0 for plain text."""
        if capital != self.capital:
            self.capital = capital
            self._begin()

    def turned(self) -> bool:
        """Whether there was more to read; it is shown now."""
        more = self.query_one("#more", Notice)
        if not more.display and more.texts:
            self._turn(True)
            return True
        return more.display and more.turned()

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def _begin(self) -> None:
        self._turn(False)
        self._arrange()

    def _turn(self, over: bool) -> None:
        self.query_one("#more").display = over
        self.query_one("#info").display = self.query_one(QR).display = not over

    def _arrange(self) -> None:
        """Beside the QR as much as there is room for, below each other; the number gets what is left."""
        code, more = self.query_one(QR), self.query_one("#more", Notice)
        columns = min(self.size.width - code.get_content_width(self.size, self.size) - 3, 110 if self.capital else 65)
        if not self._facts or columns < 1:
            return
        least = NUMBER_ROWS if self.capital else PLAIN_NUMBER
        room, left = self.size.height - least, []
        for fact in (*FACTS, "yours"):
            block = None if fact == "yours" and left else self._block(fact, columns, room - BETWEEN)
            room -= block.rows + BETWEEN if block and block.rows else 0
            left += [self._facts[fact]] if block is None and fact in FACTS else []
            self._show(fact, block or Block(()))
        self.query_one("#number").styles.height = min(NUMBER_MOST, self.size.height * 3 // 8, room + least)
        more.suit(self.capital)
        more.tell(*left)

    def _block(self, fact: str, columns: int, room: int) -> Block | None:
        """How a fact stands beside the QR; None where it has no room there."""
        text = self._facts[fact]
        if not text:
            return Block(())
        if self.capital:
            return letters.largest(text, self.capital, MEDIUM, columns, room)
        block = letters.plain(text, columns, SERVICE_LINES if fact == "service" else None)
        return block if block.rows <= room else None

    def _show(self, fact: str, block: Block) -> None:
        place = self.query_one(f"#{fact}", Letters)
        place.display = bool(block.rows)
        place.show(block)
