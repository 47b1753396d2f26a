"""The targets of a question: large, numbered, in pages."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Region

from data.texts import mark
from kiosk.screen import fitting, grid
from kiosk.screen.grid import DIGITS, Page
from kiosk.screen.target import Lead, Target
from kiosk.visit.question import BACK, NEXT, PREVIOUS, Choice, Question

GO_BACK, NEXT_PAGE, PREVIOUS_PAGE = mark("Back"), mark("Next page"), mark("Previous page")
PAGE = mark("Page {page} of {pages}")
SAME = {"plus": "+", "pagedown": "+", "minus": "-", "pageup": "-"}
SAME |= {"add": "+", "subtract": "-"}  # a keypad's, as terminals say them that speak kitty's protocol
ENTER = ("enter", "space")
LEAVE = ("escape", "backspace")
BESIDE = "9"


class Targets(Container):
    """Shows a question. Its targets are made once; asked the same question again, page and focus stay."""

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self.first = 0
        self.capital = 0
        self.pages: tuple[Page, ...] = ()
        self._arranged: object = None
        self.choices = [Target(str(number)) for number in range(1, DIGITS + 1)]
        self._last: Target = self.choices[0]
        self.back, self.beside, self.previous, self.next = (Lead(key, "-lead") for key in (*"0", BESIDE, *"-+"))

    def compose(self) -> ComposeResult:
        yield from self.choices
        yield from (self.back, self.beside, self.previous, self.next)

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What is hidden loses the focus, and gets it back when the same is asked again."""
        self._last = next((one for one in self.shown if one is event.widget), self._last)

    def suit(self, capital: int) -> None:
        """Show names in capitals of so many half cells, 0 for plain text, beginning with what is shown first now."""
        if capital != self.capital:
            at = self.choices.index(self.focused) if self.focused in self.choices else None
            self.capital = capital
            self._arrange()
            if at is not None and not self.choices[at].display:
                self.screen.set_focus(self.choices[0])

    def ask(self, question: Question) -> None:
        """Show `question`; a new one begins at its first page, with the focus on its first choice."""
        new = self.question is None or self.question.about != question.about
        self.question = question
        self.first = 0 if new else self.first
        self._arrange()
        if new or self.screen.focused is None or not self.screen.focused.display:
            self.screen.set_focus(
                self._last if self._last.display and not new else self.shown[0] if self.shown else None
            )

    def meant(self, key: str) -> Choice | None:
        """What `key` chooses of what is on the screen."""
        if key in ENTER:
            return (self.focused or self.choices[0]).choice
        if key in LEAVE:
            return self.back.choice
        return next((one.choice for one in self.shown if one.key == SAME.get(key, key)), None)

    def turned(self, choice: Choice) -> bool:
        """Whether `choice` turns the page. It has been turned then, with the focus on the first choice."""
        if choice.id not in (NEXT, PREVIOUS):
            return False
        page = self.page + (1 if choice.id == NEXT else -1)
        self.first = self.pages[min(max(0, page), len(self.pages) - 1)].first
        self._arrange()
        self.screen.set_focus(self.choices[0])
        return True

    @property
    def page(self) -> int:
        """The number of the page on the screen, from 0: that which has the first choice."""
        return max((at for at, page in enumerate(self.pages) if page.first <= self.first), default=0)

    @property
    def shown(self) -> list[Target]:
        """The targets on the screen, in the order of reading."""
        return [one for one in (*self.choices, self.back, self.beside, self.previous, self.next) if one.display]

    @property
    def focused(self) -> Target | None:
        """The target that has the focus, if one on the screen has it."""
        return next((one for one in self.shown if one is self.screen.focused), None)

    def _arrange(self) -> None:
        if self.question is None or not self.size.area:
            return
        question = self.question
        arranged = (question.choices, question.back, question.beside is None, self.size, self.capital)
        if arranged != self._arranged:
            self._arranged, self.pages = arranged, self._paged(question)
        page = self.pages[self.page]
        here = question.choices[page.first :][: len(page.cells)]
        for at, target in enumerate(self.choices):
            place = (here[at], page.cells[at]) if at < len(here) else (None, Region())
            target.offer(*place, page.name, page.detail)
        self._lead(question, page)

    def _paged(self, question: Question) -> tuple[Page, ...]:
        most, leads = DIGITS - bool(question.beside), self._leads(question)
        if self.capital:
            return fitting.pages(question.choices, leads, *self.size, self.capital, most)
        return grid.pages(len(question.choices), leads, *self.size, most)

    def _leads(self, question: Question) -> bool:
        """Whether something stands in the row below even where there is one page."""
        return question.back or bool(question.beside or question.further)

    def _lead(self, question: Question, page: Page) -> None:
        """What leads beside stands where "previous page" will, on the first page alone; to the end if that is all."""
        say, number, pages = question.say, self.page + 1, len(self.pages)
        forward = Choice(NEXT, say(NEXT_PAGE), say(PAGE, page=number + 1, pages=pages))
        backward = Choice(PREVIOUS, say(PREVIOUS_PAGE), say(PAGE, page=number - 1, pages=pages))
        back, previous, following = page.leads
        beside = previous if pages > 1 else previous.union(following)
        self.back.go_by("-" if question.further else "0")
        self.back.offer(Choice(BACK, say(GO_BACK)) if question.back else None, back, self.capital)
        self.beside.offer(question.beside if number == 1 else None, beside, self.capital)
        self.previous.offer(backward if number > 1 else None, previous, self.capital)
        if question.further:
            self.next.offer(question.further, beside, self.capital)
        else:
            self.next.offer(forward if number < pages else None, following, self.capital)
