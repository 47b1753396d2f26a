"""A question with several answers."""

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from data.texts import words
from display.parts import asking
from display.parts.app import STYLE
from display.parts.asking.several import Several, Ticked
from display.parts.theme import NOVBE
from tests.screens import text, until

ASKED = Ticked("What does it serve?", "Do it", (("a", "Apples"), ("b", "Pears"), ("c", "Plums")), frozenset({"b"}))


class Asking(App[None]):
    CSS_PATH = [STYLE, asking.STYLE]  # noqa: RUF012 (Textual's own declaration)

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(NOVBE)
        self.theme = NOVBE.name
        self.given: list[tuple[str, ...] | None] = []

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self.push_screen(Several(ASKED, words("en")), self.given.append)


async def asked(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "■ Pears" in text(pilot))


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (("enter",), ("b",)),
        (("space", "down", "space", "enter"), ("a",)),
        (("down", "down", "space", "up", "up", "space", "enter"), ("a", "b", "c")),
        (("escape",), None),
    ],
)
async def test_it_is_answered_with_keys(keys: tuple[str, ...], given: tuple[str, ...] | None) -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await asked(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: app.given)
        assert app.given == [given]


async def test_none_is_no_answer() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await asked(pilot)
        await pilot.press("down", "space", "enter")
        await until(pilot, lambda: "□ Pears" in text(pilot))
        assert app.given == []
        await pilot.press("space", "enter")
        await until(pilot, lambda: app.given)
        assert app.given == [("b",)]


async def test_it_is_answered_with_a_mouse() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await asked(pilot)
        rows = text(pilot).splitlines()
        row = next(at for at, line in enumerate(rows) if "Plums" in line)
        await pilot.click(offset=(rows[row].index("Plums"), row))
        await until(pilot, lambda: "■ Plums" in text(pilot))
        await pilot.click("#do")
        await until(pilot, lambda: app.given)
        assert app.given == [("b", "c")]
