"""Who is there? The screen that asks, in place of all that only they may see."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Input

from data.refused import Refused
from data.texts import Words, mark
from display.parts.sign_on.form import Form
from display.parts.sign_on.pad import OK, Pad

if TYPE_CHECKING:
    from data.store import Store
    from data.views import Signed

MOMENT = mark("One moment, please…")


class SignOn(ModalScreen[None]):
    """Asks for name and PIN, or for the PIN of one who is signed on here already; hides what is below it.

    What was typed is posted as `Given`, by key or by the pad of digits. Then the app has it checked (`admission`), and
    takes the screen away or says `refuse`. The name that was typed last stays, the PIN never. `now` is the app's time.
    """

    CSS_PATH = "sign_on.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "somebody_else", show=False),
        Binding("enter", "to_pin", show=False, priority=True),
    ]

    class Given(Message):
        """Somebody says who they are."""

        def __init__(self, name: str, pin: str) -> None:
            super().__init__()
            self.name = name
            self.pin = pin

    def __init__(self, title: str, say: Words, now: Callable[[], datetime], name: str = "") -> None:
        super().__init__()
        self._form, self._say, self._now = Form(title, name, say), say, now
        self._about, self._holder = "", ""
        self._other = self._busy = False
        self._refused: tuple[Refused, datetime] | None = None

    def compose(self) -> ComposeResult:
        yield self._form

    def on_mount(self) -> None:
        self.set_interval(1, self._tell)
        self._draw()

    def ask(self, about: str, holder: str = "") -> None:
        """Say `about` above the question; with a `holder` only their PIN is asked, unless somebody else comes."""
        if holder != self._holder:
            self._other = False
        self._about, self._holder, self._busy = about, holder, False
        if self.is_mounted:
            self._draw()

    def refuse(self, refused: Refused) -> None:
        """Say why not; of a time to wait, `n` seconds, how much is left."""
        self._busy, self._refused = False, (refused, self._now())
        self._tell()

    def action_somebody_else(self) -> None:
        """Ask for the name too, or back."""
        if self._holder and not self._busy:
            self._other, self._refused = not self._other, None
            self._form.person.value = self._form.pin.value = ""
            self._draw()

    def action_to_pin(self) -> None:
        """From the name to the PIN, before the next key: no digit may be seen in the name of who types quickly."""
        if self.focused is not self._form.person:
            raise SkipAction
        self.set_focus(self._form.pin)

    @on(Input.Submitted, "#sign-on-pin")
    def given(self) -> None:
        """Post what was typed, if it is whole."""
        name = "" if self._other else self._holder
        name, pin = name or self._form.person.value.strip(), self._form.pin.value
        if self._busy or not (name and pin):
            self.app.bell()
            if pin and not self._busy:
                self.set_focus(self._form.person)
            return
        self._busy, self._refused, self._form.pin.value = True, None, ""
        self._tell()
        self.post_message(self.Given(name, pin))

    @on(Pad.Tapped)
    def tapped(self, message: Pad.Tapped) -> None:
        """The pad types the PIN."""
        self.given() if message.key == OK else self._form.press(message.key)

    @on(Button.Pressed)
    def clicked(self, event: Button.Pressed) -> None:
        event.stop()
        self.given() if event.button.id == "sign-on-do" else self.action_somebody_else()

    def _draw(self) -> None:
        self._form.show(self._about, holder=bool(self._holder), other=self._other)
        self._tell()

    def _tell(self) -> None:
        """Say what goes on; nothing of a time to wait that is over."""
        text = self._say(MOMENT) if self._busy else ""
        if self._refused:
            refused, at = self._refused
            text = _sentence(refused, self._now() - at, self._say)
        self._form.tell(text)


def admission(name: str, pin: str, window: int = 0) -> "Callable[[Store], Signed]":
    """The work of checking a name and a PIN, for the thread that talks to the store."""

    def work(store: "Store") -> "Signed":
        from data import people  # argon2 and sqlalchemy: not before the first paint

        return people.admit(store, name=name, pin=pin, window=window)

    return work


def _sentence(refused: Refused, since: timedelta, say: Words) -> str:
    n = refused.values.get("n")
    if not isinstance(n, int):
        return say(refused.text, **refused.values)
    left = n - int(since.total_seconds())
    return say(refused.text, **{**refused.values, "n": left}) if left > 0 else ""
