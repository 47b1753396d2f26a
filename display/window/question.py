"""A question over the screen: yes or no, one of several, or a few typed words."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from data.texts import Words, mark

CANCEL, MORE, NONE = mark("Cancel"), mark("+ {n} more"), mark("Nothing found")
MOST = 9
LONE = str.maketrans("əƏıI", "eeii")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a title, what the button of the answer says, and choices as (answer, text).

    `hint` stands where one types; `typed` is whether what one types is an answer of its own or only finds choices.
    Without choices and `typed` it is yes or no, and yes is the answer "yes".
    """

    title: str
    do: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    typed: bool = False

    def found(self, text: str) -> tuple[tuple[str, str], ...]:
        """The choices that have `text` in them, capital or not, with or without its accents."""
        return self.choices if self.typed else tuple(choice for choice in self.choices if fold(text) in fold(choice[1]))


def fold(text: str) -> str:
    """The text as it is compared: no capitals, no accents, ə as e."""
    apart = unicodedata.normalize("NFKD", text.translate(LONE).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class Answer(Button, can_focus=False):
    """A button of a question."""


class Choices(OptionList, can_focus=False):
    """The choices; below them how many more there are. Keeps its height when fewer are found."""

    def __init__(self, count: int, say: Words) -> None:
        super().__init__()
        self.styles.height = min(count, MOST) + 1
        self.say = say

    def offer(self, texts: Sequence[str], highlighted: int | None) -> None:
        """Show these instead."""
        self.set_options([Option(Content(text)) for text in texts])
        self.highlighted = highlighted
        self.call_after_refresh(self._count)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._count()

    def _count(self) -> None:
        below = self.virtual_size.height - self.content_size.height - round(self.scroll_y)
        some = self.say(MORE, n=below) if below > 0 else ""
        self.border_subtitle = Content(some if self.option_count else self.say(NONE))


class Question(ModalScreen[str | None]):
    """Asks and gives the answer; None when it is cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", priority=True),
        Binding("escape", "dismiss", priority=True),
        Binding("down", "choose(1)"),
        Binding("up", "choose(-1)"),
    ]

    def __init__(self, asked: Asked, say: Words) -> None:
        super().__init__()
        self.asked = asked
        self.say = say
        self.shown = asked.choices

    def compose(self) -> ComposeResult:
        asked = self.asked
        with Vertical(id="question"):
            yield Static(Content(asked.title), id="title")
            if asked.typed or asked.choices:
                yield Input(placeholder=self.say(asked.hint), max_length=200)
            if asked.choices:
                yield Choices(len(asked.choices), self.say)
            with Horizontal(id="answers"):
                yield Answer(Content.assemble(("Enter ", "bold $accent"), self.say(asked.do)), id="do")
                yield Answer(Content.assemble(("Esc ", "bold $accent"), self.say(CANCEL)), id="cancel")

    def on_mount(self) -> None:
        self._offer("")

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Show what is found; typed words of one's own let go of a choice."""
        self._offer(event.value)

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.shown[event.option_index][0])

    @on(Button.Pressed)
    def clicked(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "do":
            self.action_answer()
        else:
            self.dismiss(None)

    def action_answer(self) -> None:
        """Give the answer, if there is one yet."""
        if answer := self._answer():
            self.dismiss(answer)
        else:
            self.app.bell()

    def action_choose(self, step: int) -> None:
        """Go to the choice before or after."""
        for choices in self.query(Choices):
            choices.action_cursor_down() if step > 0 else choices.action_cursor_up()

    def _answer(self) -> str | None:
        for choices in self.query(Choices):
            if choices.highlighted is not None:
                return self.shown[choices.highlighted][0]
        if self.asked.typed:
            return self.query_one(Input).value.strip()
        return None if self.asked.choices else "yes"

    def _offer(self, text: str) -> None:
        for choices in self.query(Choices):
            self.shown = self.asked.found(text)
            choices.offer([label for _, label in self.shown], 0 if self.shown and not self.asked.typed else None)
