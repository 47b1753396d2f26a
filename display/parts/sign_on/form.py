"""Where a name and a PIN are typed."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from data.texts import Words, mark
from display.parts.sign_on.pad import DELETE, Pad

NAME, PIN = mark("Name"), mark("PIN")
SIGN_ON, OTHER, BACK = mark("Sign on"), mark("Somebody else"), mark("Back")
LONGEST_NAME, LONGEST_PIN = 80, 64


class SignOnButton(Button, can_focus=False):
    """A button of the form."""


class Form(Horizontal):
    """What it is for, the two lines to type in, what is said about them, and the pad of digits."""

    def __init__(self, title: str, name: str, say: Words) -> None:
        super().__init__(id="sign-on")
        self._title, self._name, self._say = title, name, say

    def compose(self) -> ComposeResult:
        with Vertical(id="sign-on-who"):
            yield Static(Content(self._title), id="sign-on-title")
            yield Static(id="sign-on-about")
            yield Input(self._name, placeholder=self._say(NAME), max_length=LONGEST_NAME, id="sign-on-name")
            yield Input(
                placeholder=self._say(PIN), password=True, restrict="[0-9]*", max_length=LONGEST_PIN, id="sign-on-pin"
            )
            yield Static(id="sign-on-told")
            with Vertical(id="sign-on-buttons"):
                yield SignOnButton(_label("Enter", self._say(SIGN_ON)), id="sign-on-do")
                yield SignOnButton(_label("Esc", self._say(OTHER)), id="sign-on-other")
        yield Pad()

    @property
    def person(self) -> Input:
        """Where the name is typed."""
        return self.query_one("#sign-on-name", Input)

    @property
    def pin(self) -> Input:
        """Where the PIN is typed."""
        return self.query_one("#sign-on-pin", Input)

    def show(self, about: str, *, holder: bool, other: bool) -> None:
        """Say `about`; with a `holder` ask the PIN alone, unless it is somebody `other`."""
        self.person.display = other or not holder
        button = self.query_one("#sign-on-other", SignOnButton)
        button.display, button.label = holder, _label("Esc", self._say(BACK if other else OTHER))
        self.query_one("#sign-on-about", Static).update(Content(about))
        (self.person if self.person.display and not self.person.value else self.pin).focus()

    def tell(self, text: str) -> None:
        """Say what goes on, or why not."""
        self.query_one("#sign-on-told", Static).update(Content(text))

    def press(self, key: str) -> None:
        """Type a digit of the PIN, or take one back."""
        pin = self.pin
        pin.focus()
        if key == DELETE:
            pin.value = pin.value[:-1]
        elif len(pin.value) < LONGEST_PIN:
            pin.value += key
        pin.cursor_position = len(pin.value)


def _label(key: str, does: str) -> Content:
    return Content.assemble((f"{key} ", "bold $accent"), does)
