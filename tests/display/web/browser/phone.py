"""The page of a ticket, as its holder uses it."""

from playwright.sync_api import Locator, Page, expect

from data.texts import words
from data.views import Ticket
from display.web.ticket.told import STATES

NOTED = """
    window.shaken = 0
    window.sounded = 0
    navigator.vibrate = () => { window.shaken += 1; return true }
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...when) { window.sounded += 1; return start.apply(this, when) }
"""
"""Counts how often a page shakes the phone and sounds."""
AT_ONCE_MS = 5000


class Phone:
    """What is on the page, and what its holder does there."""

    def __init__(self, page: Page, language: str = "en") -> None:
        self.page, self.say = page, words(language)

    def shows(self, ticket: Ticket, state: str, window: int | None = None, within_ms: int = AT_ONCE_MS) -> None:
        """The page comes to show the ticket in this state, by itself and at once; for "calm" and "soon" by its look."""
        if state in STATES:
            sentence = self.say(STATES[state], window=window)
            expect(self.page.locator(".ticket .lead")).to_have_text(sentence, timeout=within_ms)
        else:
            expect(self.page.locator(f".ticket.{state}")).to_be_visible(timeout=within_ms)
        expect(self.page.locator(".ticket .number")).to_have_text(ticket.ticket)

    @property
    def line(self) -> Locator:
        """The people ahead, one sign each, and last the holder."""
        return self.page.locator(".line i")

    def act(self, name: str, *, touch: bool = False) -> None:
        """Open the question and say yes, by mouse or by touch."""
        for goal in (self.page.locator(f"#{name}-ask"), self.page.locator(f"#{name}-do")):
            goal.tap() if touch else goal.click()

    def act_by_keyboard(self, name: str) -> None:
        """The same by nothing but the keyboard, and always to be seen where."""
        for goal in (f"{name}-ask", f"{name}-do"):
            self.tab_to(goal)
            assert self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            self.page.keyboard.press("Enter")

    def tab_to(self, goal: str) -> None:
        """Move on with Tab until the element with this id has the focus."""
        for _ in range(40):
            if self.page.evaluate("document.activeElement.id") == goal:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {goal}")

    def rate(self, *answers: str) -> None:
        """Tap these answers, and send them."""
        for answer in answers:
            self.page.locator(f"label:has(#{answer})").click()
        self.page.locator("#rate-do").click()
