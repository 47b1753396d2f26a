"""The ticket: what a visitor takes along."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from data.texts import Words, mark
from data.views import Ticket
from display.parts.big import BigText
from display.parts.qr import QR
from kiosk.fitted import fitted

YOURS = mark("Your number")
KEEP = mark("Take a photo of this code and keep it: it is your ticket.")
SERVICE_LINES = 3


class TicketView(Container):
    """Number in big letters, service, people ahead, and the QR beside them."""

    def __init__(self) -> None:
        super().__init__()
        self._service = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="info"):
            yield Static(id="yours")
            yield BigText(id="number")
            yield Static(id="service")
            yield Static(id="ahead")
            yield Static(id="keep")
        yield QR()

    def show(self, ticket: Ticket, service: str, say: Words) -> None:
        """Show `ticket` of the service called `service`."""
        self._service = service
        ahead = "" if ticket.ahead is None else say.count("{n} person ahead", "{n} people ahead", ticket.ahead)
        self.query_one(BigText).value = ticket.ticket
        self.query_one(QR).payload = ticket.qr
        for place, text in ("#yours", say(YOURS)), ("#ahead", ahead), ("#keep", say(KEEP)):
            self.query_one(place, Static).update(Content(text))
        self._fit_service()

    def on_resize(self, event: events.Resize) -> None:
        self._fit_service()

    def _fit_service(self) -> None:
        place = self.query_one("#service", Static)
        place.update(Content("\n".join(fitted(self._service, place.size.width, SERVICE_LINES))))
