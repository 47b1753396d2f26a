"""What stands on the kiosk's screen: the tools, and a question, a sentence or a ticket. All is made once."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from data.texts import Words, words
from display.parts import glyphs, letters
from display.parts.letters import Letters
from display.parts.theme import CONTRAST, NOVBE
from kiosk.screen import tools
from kiosk.screen.moves import moved
from kiosk.screen.notice import Notice
from kiosk.screen.target import Target
from kiosk.screen.targets import Targets
from kiosk.screen.ticket import TicketView
from kiosk.screen.tools import Tools
from kiosk.visit.comfort import MEDIUM, Comfort, capital
from kiosk.visit.question import Choice, Question

if TYPE_CHECKING:
    from data.centre.entries import Kiosk
    from data.views import Ticket

NAME = "Növbə"
TIGHT = 30
"""With fewer rows, what stands above and below stays in the terminal's letters, so that the targets are large."""
MOST = {"heading": 10, "title": 5, "text": 3, "foot": 8}
"""The part of the height that each may take in big letters."""
PLAIN = {"heading": 2, "title": 2, "text": 6, "foot": 3}
"""The lines that each may take as plain text."""


class View(Container):
    """The one view of the kiosk."""

    def __init__(self) -> None:
        super().__init__()
        self.comfort = Comfort()
        self.capital = 0
        self._kiosk: Kiosk | None = None
        self._are_shown: tuple[str, ...] = ("#heading", "#title")
        self._texts = {"heading": NAME, "title": "", "text": "", "foot": ""}

    def compose(self) -> ComposeResult:
        yield Tools()
        yield Letters(id="heading")
        yield Letters(id="title")
        yield Letters(id="text")
        yield Targets()
        yield Notice(id="notice")
        yield TicketView()
        yield Letters(id="foot")

    def on_mount(self) -> None:
        self._only(*self._are_shown)

    def on_resize(self, event: events.Resize) -> None:
        self._suit()

    def suit(self, comfort: Comfort, kiosk: "Kiosk", language: str) -> None:
        """Show all as `comfort` says, on a screen as `kiosk` describes it; the tools are named in `language`."""
        if (comfort, kiosk) != (self.comfort, self._kiosk):
            self.comfort, self._kiosk = comfort, kiosk
            self.app.theme = (CONTRAST if comfort.contrast else NOVBE).name
            self._suit()
        self.query_one(Tools).suit(comfort, words(language))

    def ask(self, question: Question) -> None:
        """Show `question`; asked the same again, page and focus stay."""
        self._only("#heading", "#title", *(["#text"] if question.text else []), "Targets")
        for place, text in ("heading", question.heading), ("title", question.title), ("text", question.text):
            self._say(place, text)
        self.query_one(Targets).ask(question)

    def tell(self, *sentences: str) -> None:
        """Show `sentences`, with room between them, and nothing else."""
        self._only("#notice")
        self.screen.set_focus(None)
        self.query_one("#notice", Notice).tell(*sentences)

    def hand_over(self, ticket: "Ticket", service: str, say: Words, *notes: str) -> None:
        """Show `ticket` of the service called `service`; `notes` are said instead of what to do with its code."""
        self._only("TicketView")
        self.screen.set_focus(None)
        self.query_one(TicketView).show(ticket, service, say, *notes)

    def foot(self, sentence: str) -> None:
        """Say `sentence` on the last line."""
        self._say("foot", sentence)

    def turned(self) -> bool:
        """Whether the sentences or the ticket had more to read than fits; that is shown now."""
        notice, ticket = self.query_one("#notice", Notice), self.query_one(TicketView)
        return (notice.display and notice.turned()) or (ticket.display and ticket.turned())

    def turn_around(self) -> None:
        """Show the next of the sentences that do not fit at once, after the last the first: for when nobody presses."""
        self.query_one("#notice", Notice).turned(around=True)

    def moved(self, key: str) -> bool:
        """Whether `key` is one that moves the focus, among the choices and then the tools; it has been moved then."""
        shown = self._shown
        at = moved(key, shown.index(self.focused or shown[0]), [one.region for one in shown]) if shown else None
        if at is not None:
            self.screen.set_focus(shown[at])
        return at is not None

    def meant(self, key: str) -> Choice | None:
        """What `key` chooses of what is on the screen."""
        tool, targets = self.query_one(Tools).meant(key), self.query_one(Targets)
        return tool or (targets.meant(key) if targets.display else None)

    @property
    def focused(self) -> Target | None:
        """The target or tool that has the focus."""
        return next((one for one in self._shown if one is self.screen.focused), None)

    @property
    def _shown(self) -> list[Target]:
        targets = self.query_one(Targets)
        return [*(targets.shown if targets.display else []), *self.query_one(Tools).shown]

    def _suit(self) -> None:
        rows = self.size.height
        self.capital = capital(self.comfort.text, self._kiosk, rows) if self._kiosk else 0
        self.query_one(Tools).styles.height = tools.height(rows)
        self.query_one(Targets).suit(self.capital)
        self.query_one("#notice", Notice).suit(self.capital)
        self.query_one(TicketView).suit(self.capital)
        for place in self._texts:
            self._lay(place)
        self._only(*self._are_shown)

    def _say(self, place: str, text: str) -> None:
        if text != self._texts[place]:
            self._texts[place] = text
            self._lay(place)

    def _lay(self, place: str) -> None:
        """Show a text above or below, in big letters where they leave enough room for what matters."""
        columns, rows = self.size.width - 4, self.size.height
        text, block = self._texts[place], None
        if self.capital and (rows >= TIGHT or place == "text"):
            least = glyphs.SMALLEST if place == "text" else MEDIUM
            block = letters.largest(text, self.capital, least, columns, rows // MOST[place])
        self.query_one(f"#{place}", Letters).show(block or letters.plain(text, columns, PLAIN[place]))

    def _only(self, *shown: str) -> None:
        """Show these and the tools; above and below big letters nothing that can be missed where room is short."""
        tight = bool(self.capital) and self.size.height < TIGHT
        less = {"#heading"} | ({"#foot"} if "Targets" in shown else set()) if tight else set()
        wanted: set[Widget] = {self.query_one(one) for one in ("Tools", *shown, "#foot") if one not in less}
        for child in self.children:
            child.display = child in wanted
        self._are_shown = shown
