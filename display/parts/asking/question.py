"""A question over the screen: yes or no, one of several, or a few typed words."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static

from data.texts import Words, mark
from display.parts.asking.choices import Choices

CANCEL = mark("Cancel")

# Letters that Unicode does not take apart into a letter and an accent.
WHOLE = str.maketrans("əƏıI", "eeii")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a title, what the button of the answer says, and choices as (answer, text).

    `hint` stands where one types; `typed` is whether what one types is an answer of its own or only finds choices. With
    `finds` it does both, by the answers that the choices give. Without choices and `typed` it is yes or no, and yes is
    the answer "yes".
    """

    title: str
    do: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    typed: bool = False
    finds: bool = False

    def found(self, text: str) -> tuple[tuple[str, str], ...]:
        """The choices that have `text` in them, capital or not, with or without its accents."""
        if self.typed:
            return tuple(choice for choice in self.choices if not self.finds or fold(text) in fold(choice[0]))
        return tuple(choice for choice in self.choices if fold(text) in fold(choice[1]))


def fold(text: str) -> str:
    """The text as it is compared: no capitals, no accents, ə as e."""
    apart = unicodedata.normalize("NFKD", text.translate(WHOLE).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class Answer(Button, can_focus=False):
    """A button of a question."""


class Question(ModalScreen[str | None]):
    """Asks and gives the answer; None when it is cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer"),
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

    @on(Input.Submitted)
    def action_answer(self) -> None:
        """Give the answer, if there is one yet; after all that was typed, however fast it came."""
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
            only = self.asked.finds and text.strip() and len(self.shown) == 1
            first = 0 if self.shown and (only or not self.asked.typed) else None
            choices.offer([label for _, label in self.shown], first)
