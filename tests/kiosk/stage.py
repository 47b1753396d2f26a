"""The kiosk's view alone, without a store: every screen of it, at once."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

import kiosk
from data.centre import default
from data.centre.entries import Kiosk
from data.texts import name, own_name, words
from data.views import Ticket
from display.parts.app import STYLE
from display.parts.letters import Letters
from display.parts.theme import NOVBE, THEMES
from kiosk.questions.asked import question
from kiosk.questions.code import SIGNS
from kiosk.screen.notice import Notice
from kiosk.screen.target import Target
from kiosk.screen.tools import Tool
from kiosk.screen.view import View
from kiosk.visit.comfort import STEPS, Comfort
from kiosk.visit.directory import Directory
from kiosk.visit.offered import Offered
from kiosk.visit.question import Choice, Question
from kiosk.visit.visit import Visit

CENTRE = default()
COMFORTS = [Comfort(text, contrast) for text in STEPS for contrast in (False, True)]
FULL = "All tickets of this service are taken for today. Please choose another one, or come back tomorrow."
OUT_OF_ORDER = "This kiosk is out of order at the moment. Please ask at the reception desk."


class Stage(App[None]):
    """A view, and what was tapped on it."""

    CSS_PATH = [STYLE, Path(kiosk.__file__).parent / "screen" / "kiosk.tcss"]  # noqa: RUF012 (Textual's own declaration)
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.tapped: list[Choice | None] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = NOVBE.name

    def compose(self) -> ComposeResult:
        yield View()

    def on_target_tapped(self, message: Target.Tapped) -> None:
        self.tapped.append(message.choice)


def languages(view: View, language: str) -> None:
    codes = ("az", "en", "ru", "fr", "es")
    titles = " · ".join(words(code)("Choose a language") for code in codes)
    view.ask(
        Question("l", words(language), CENTRE.name["en"], titles, tuple(Choice(one, own_name(one)) for one in codes))
    )
    view.foot("")


def agencies(view: View, language: str) -> None:
    say = words(language)
    found = tuple(Choice(one.id, name(one.name, language)) for one in CENTRE.agencies)
    view.ask(Question(f"a {language}", say, name(CENTRE.name, language), say("Choose an agency"), found, True))
    view.foot(say("Touch a field or press its number."))


def services(view: View, language: str) -> None:
    say = words(language)
    ahead = [say.count("{n} person ahead", "{n} people ahead", at * 3) for at in range(len(CENTRE.services))]
    found = tuple(
        Choice(
            one.id,
            name(one.name, language),
            ahead[at] if at % 3 else say("No more tickets today"),
            "" if at % 3 else "x",
        )
        for at, one in enumerate(CENTRE.services)
    )
    view.ask(
        Question(f"s {language}", say, name(CENTRE.agencies[2].name, language), say("Choose a service"), found, True)
    )
    view.foot(say("Touch a field or press its number."))


def code(view: View, language: str) -> None:
    asked(view, Visit("code", since=0, began=0, language=language))


def signs(view: View, language: str) -> None:
    asked(view, Visit("signs", since=0, began=0, language=language, code="0044J20YNJ95GVVP"))


def some_signs(view: View, language: str) -> None:
    asked(view, Visit("signs", since=0, began=0, language=language, code="0044J20YNJ95GVVP", signs=SIGNS[0]))


def asked(view: View, visit: Visit) -> None:
    view.ask(question(visit, Offered(Directory(CENTRE))))
    view.foot(words(visit.language)("Touch a field or press its number."))


def told(view: View, language: str) -> None:
    view.tell(words(language)(FULL))
    view.foot(closing(language))


def broken(view: View, language: str) -> None:
    view.tell(*(words(code)(OUT_OF_ORDER) for code in ("az", "en", "ru")))
    view.foot("")


def ticket(view: View, language: str, address: str = "HTTPS://Q.EXAMPLE.AZ") -> None:
    called = name(CENTRE.service("benefits").name, language)
    view.hand_over(a_ticket(address), called, words(language))
    view.foot(closing(language))


def far_ticket(view: View, language: str) -> None:
    ticket(view, language, "HTTPS://" + "A" * 35)


SCREENS: dict[str, Callable[[View, str], None]] = {
    one.__name__: one
    for one in (languages, agencies, services, code, signs, some_signs, told, broken, ticket, far_ticket)
}


def closing(language: str) -> str:
    say = words(language)
    closes = say.count("This closes in {n} second.", "This closes in {n} seconds.", 19)
    return f"{closes}\n{say('Touch the screen or press any key to go on.')}"


def a_ticket(address: str) -> Ticket:
    code = "0044J20YNJ95GVVP7"
    moment = datetime(2026, 11, 25, 6, tzinfo=UTC)
    return Ticket(
        "A007", code, f"{address}/{code}", "benefits", "normal", "en", "waiting", 12, date(2026, 11, 25), moment, 1
    )


async def shown(
    pilot: Pilot[Any], screen: str, comfort: Comfort = COMFORTS[0], language: str = "en", kiosk: Kiosk | None = None
) -> View:
    """Show a screen to a visitor who wants `comfort`."""
    view = pilot.app.query_one(View)
    view.suit(comfort, kiosk or Kiosk(), language)
    SCREENS[screen](view, language)
    await pilot.pause()
    return view


def cut(view: View) -> Iterator[str]:
    """What is not whole on the screen, named for who reads the failure."""
    for widget in view.query("*"):
        seen = all(one.display for one in widget.ancestors_with_self if isinstance(one, Widget))
        if seen and (not view.region.contains_region(widget.region) or is_cut(widget)):
            yield f"{type(widget).__name__} {widget.id or ''} {widget.region} of {view.region}"


def is_cut(widget: Widget) -> bool:
    """Whether a part of its text has no room."""
    rows = widget.size.height
    if isinstance(widget, Letters):
        return widget.block.rows > rows
    if isinstance(widget, Notice):
        return any(block.rows > rows for block in widget.faces)
    if isinstance(widget, Tool):
        return widget.render().cell_length > widget.size.width
    return isinstance(widget, Target) and bool(widget.capitals[0]) and sum(one.rows for one in widget.blocks) > rows
