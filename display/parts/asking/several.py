"""A question with several answers: each is on or off."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, OptionList, Static

from data.texts import Words, mark
from display.parts.asking.choices import Choices
from display.parts.asking.question import CANCEL, Answer

HOW = mark("Space or a click puts one on or off.")
ON, OFF = "■", "□"


@dataclass(frozen=True, slots=True)
class Ticked:
    """What is asked: a title, what the button of the answer says, choices as (answer, text), and which are on."""

    title: str
    do: str
    choices: tuple[tuple[str, str], ...]
    on: frozenset[str]


class Several(ModalScreen[tuple[str, ...] | None]):
    """Asks and gives the answers in their order, at least one; None when it is cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", priority=True),
        Binding("escape", "dismiss", priority=True),
        Binding("space", "turn"),
        Binding("down", "choose(1)"),
        Binding("up", "choose(-1)"),
    ]

    def __init__(self, asked: Ticked, say: Words) -> None:
        super().__init__()
        self.asked = asked
        self.say = say
        self.ticked = set(asked.on)

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(Content(self.asked.title), id="title")
            yield Choices(len(self.asked.choices), self.say)
            yield Static(Content.styled(self.say(HOW), "$secondary"))
            with Horizontal(id="answers"):
                yield Answer(Content.assemble(("Enter ", "bold $accent"), self.say(self.asked.do)), id="do")
                yield Answer(Content.assemble(("Esc ", "bold $accent"), self.say(CANCEL)), id="cancel")

    def on_mount(self) -> None:
        self._offer(0)

    @on(OptionList.OptionSelected)
    def clicked_choice(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._turn(event.option_index)

    @on(Button.Pressed)
    def clicked(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "do":
            self.action_answer()
        else:
            self.dismiss(None)

    def action_answer(self) -> None:
        """Give the answers, if there is one."""
        chosen = tuple(answer for answer, _ in self.asked.choices if answer in self.ticked)
        if chosen:
            self.dismiss(chosen)
        else:
            self.app.bell()

    def action_turn(self) -> None:
        """Put the choice that is highlighted on or off."""
        if (at := self.query_one(Choices).highlighted) is not None:
            self._turn(at)

    def action_choose(self, step: int) -> None:
        """Go to the choice before or after."""
        choices = self.query_one(Choices)
        choices.action_cursor_down() if step > 0 else choices.action_cursor_up()

    def _turn(self, at: int) -> None:
        self.ticked ^= {self.asked.choices[at][0]}
        choices = self.query_one(Choices)
        choices.replace_option_prompt_at_index(at, Content(self._text(at)))
        choices.highlighted = at

    def _offer(self, highlighted: int) -> None:
        self.query_one(Choices).offer([self._text(at) for at in range(len(self.asked.choices))], highlighted)

    def _text(self, at: int) -> str:
        answer, text = self.asked.choices[at]
        return f"{ON if answer in self.ticked else OFF} {text}"
