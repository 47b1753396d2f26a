"""A question that is answered with keys, however fast they come."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from data.texts import words
from display.parts import asking
from display.parts.app import STYLE
from display.parts.asking.question import Asked, Question
from display.parts.theme import NOVBE
from tests.screens import until

SAID = (("Come here, please.", "Come here, please."), ("Close, please.", "Close, please."))
FOUND = (("id-card", "Identity card"), ("passport", "Passport"))


class Asking(App[None]):
    CSS_PATH = [STYLE, asking.STYLE]  # noqa: RUF012 (Textual's own declaration)

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.register_theme(NOVBE)
        self.theme = NOVBE.name
        self.asked = asked
        self.given: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self.push_screen(Question(self.asked, words("en")), self.given.append)


@pytest.mark.parametrize(
    ("asked", "typed", "given"),
    [
        (Asked("?", "!", typed=True), "Please come to the desk", "Please come to the desk"),
        (Asked("?", "!", SAID, typed=True), "Please come to the desk", "Please come to the desk"),
        (Asked("?", "!", FOUND), "pass", "passport"),
        (Asked("?", "!"), "", "yes"),
    ],
)
async def test_what_comes_at_once_is_the_whole_answer(asked: Asked, typed: str, given: str) -> None:
    app = Asking(asked)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.screen.query("#do"))
        for letter in typed:
            app.post_message(events.Key("space" if letter == " " else letter, letter))
        app.post_message(events.Key("enter", "\r"))
        await until(pilot, lambda: app.given)
        assert app.given == [given]
