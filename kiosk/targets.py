"""The targets of a question: large, numbered, in pages."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Region

from data.texts import mark
from kiosk.grid import DIGITS, grid
from kiosk.moves import moved
from kiosk.question import BACK, NEXT, PREVIOUS, Choice, Question
from kiosk.target import Target

GO_BACK, NEXT_PAGE, PREVIOUS_PAGE = mark("Back"), mark("Next page"), mark("Previous page")
PAGE = mark("Page {page} of {pages}")
SAME = {"escape": "0", "backspace": "0", "plus": "+", "pagedown": "+", "minus": "-", "pageup": "-"}
ENTER = ("enter", "space")


class Targets(Container):
    """Shows a question. Its targets are made once; asked the same question again, page and focus stay."""

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self.page = 0
        self.choices = [Target(str(number)) for number in range(1, DIGITS + 1)]
        self.back, self.next, self.previous = (Target(key, "-lead") for key in "0+-")

    def compose(self) -> ComposeResult:
        yield from self.choices
        yield from (self.back, self.previous, self.next)

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def ask(self, question: Question) -> None:
        """Show `question`; a new one begins at its first page, with the focus on its first choice."""
        new = self.question is None or self.question.about != question.about
        self.question = question
        self.page = 0 if new else self.page
        self._arrange()
        if new or self.focused is None:
            self.screen.set_focus(self.choices[0])

    def moved(self, key: str) -> bool:
        """Whether `key` is one that moves the focus; it has been moved then."""
        shown = self.shown
        at = moved(key, shown.index(self.focused or shown[0]), [one.region for one in shown]) if shown else None
        if at is not None:
            self.screen.set_focus(shown[at])
        return at is not None

    def meant(self, key: str) -> Choice | None:
        """What `key` chooses of what is on the screen."""
        if key in ENTER:
            return (self.focused or self.choices[0]).choice
        return next((one.choice for one in self.shown if one.key == SAME.get(key, key)), None)

    def turned(self, choice: Choice) -> bool:
        """Whether `choice` turns the page. It has been turned then, with the focus on the first choice."""
        if choice.id not in (NEXT, PREVIOUS):
            return False
        self.page += 1 if choice.id == NEXT else -1
        self._arrange()
        self.screen.set_focus(self.choices[0])
        return True

    @property
    def shown(self) -> list[Target]:
        """The targets on the screen, in the order of reading."""
        return [one for one in (*self.choices, self.back, self.previous, self.next) if one.display]

    @property
    def focused(self) -> Target | None:
        """The target that has the focus, if one on the screen has it."""
        return next((one for one in self.shown if one.has_focus), None)

    def _arrange(self) -> None:
        if self.question is None or not self.size.area:
            return
        question, size = self.question, self.size
        places = grid(len(question.choices), question.back, size.width, size.height)
        self.page = min(self.page, max(0, places.pages - 1))
        here = question.choices[self.page * places.size :][: places.size]
        cells, leads = places.places(size.width, size.height)
        for at, target in enumerate(self.choices):
            target.offer(*((here[at], cells[at]) if at < len(here) else (None, Region())))
        self._lead(question, leads, places.pages)

    def _lead(self, question: Question, leads: list[Region], pages: int) -> None:
        say, page = question.say, self.page + 1
        back, on, previous = leads
        forward = Choice(NEXT, say(NEXT_PAGE), say(PAGE, page=page + 1, pages=pages))
        backward = Choice(PREVIOUS, say(PREVIOUS_PAGE), say(PAGE, page=page - 1, pages=pages))
        self.back.offer(Choice(BACK, say(GO_BACK)) if question.back else None, back)
        self.next.offer(forward if page < pages else None, on)
        self.previous.offer(backward if page > 1 else None, previous if page < pages else on)
