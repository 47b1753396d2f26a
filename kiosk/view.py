"""What stands on the kiosk's screen: a question, a sentence, or a ticket. All is made once, and shown in turn."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from data.texts import Words
from data.views import Ticket
from kiosk.question import Question
from kiosk.targets import Targets
from kiosk.ticket import TicketView

NAME = "Növbə"


class View(Container):
    """The one view of the kiosk."""

    def compose(self) -> ComposeResult:
        yield Static(NAME, id="heading")
        yield Static(id="title")
        yield Targets()
        yield Static(id="notice")
        yield TicketView()
        yield Static(id="foot")

    def on_mount(self) -> None:
        self._only("#heading", "#title")

    def ask(self, question: Question) -> None:
        """Show `question`; asked the same again, page and focus stay."""
        self._only("#heading", "#title", "Targets")
        self._say("#heading", question.heading)
        self._say("#title", question.title)
        self.query_one(Targets).ask(question)

    def tell(self, *sentences: str) -> None:
        """Show `sentences`, with room between them, and nothing else."""
        self._only("#notice")
        self._say("#notice", "\n\n".join(sentences))

    def hand_over(self, ticket: Ticket, service: str, say: Words) -> None:
        """Show `ticket` of the service called `service`."""
        self._only("TicketView")
        self.query_one(TicketView).show(ticket, service, say)

    def foot(self, sentence: str) -> None:
        """Say `sentence` on the last line."""
        self._say("#foot", sentence)

    def _say(self, place: str, text: str) -> None:
        self.query_one(place, Static).update(Content(text))

    def _only(self, *shown: str) -> None:
        wanted: set[Widget] = {self.query_one(one) for one in (*shown, "#foot")}
        for child in self.children:
            child.display = child in wanted
