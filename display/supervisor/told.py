"""The story of a ticket, over the screen."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.overview.views import Story
from data.texts import Words, mark
from display.supervisor.seen import Seen

TITLE, BACK = mark("The story of {ticket}"), mark("Esc goes back")
SCROLL = ("up", "down", "pageup", "pagedown", "home", "end")


def lines(story: Story, seen: Seen) -> list[Content]:
    """An entry for each act: when, what, by whom, why where that is still kept. In brackets what was taken back."""
    return [
        Content.assemble(
            (f"{chapter.at.astimezone(seen.zone):%H:%M:%S}  ", "bold $accent"),
            (f"({chapter.text})", "$secondary") if chapter.undone else chapter.text,
            (f"  {' '.join(chapter.by.split())}" if chapter.by else "", "$primary"),
            (f"  {_plain(chapter.reason)}" if chapter.reason else "", "italic $secondary"),
        )
        for chapter in story.chapters
    ]


class Told(ModalScreen[None]):
    """Goes with Esc, Enter and a click beside it; the other keys scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss", priority=True),
        *(Binding(key, f"scroll('{key}')", priority=True) for key in SCROLL),
    ]

    def __init__(self, story: Story, seen: Seen, say: Words) -> None:
        super().__init__()
        self.story, self.seen, self.say = story, seen, say

    def compose(self) -> ComposeResult:
        service, ticket = self.seen.service(self.story.service), self.story.ticket
        title = f"{self.say(TITLE, ticket=ticket)} · {service}" if ticket else service
        with Vertical(id="told"):
            yield Static(Content(title), id="title")
            with VerticalScroll(can_focus=False):
                yield Static(Content("\n").join(lines(self.story, self.seen)))
            yield Static(Content.styled(self.say(BACK), "$secondary"), id="back")

    def action_scroll(self, key: str) -> None:
        """Scroll the story."""
        part = self.query_one(VerticalScroll)
        {
            "up": part.scroll_up,
            "down": part.scroll_down,
            "pageup": part.scroll_page_up,
            "pagedown": part.scroll_page_down,
            "home": part.scroll_home,
            "end": part.scroll_end,
        }[key](animate=False)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self or (event.widget and event.widget.id == "back"):
            self.dismiss()


def _plain(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
