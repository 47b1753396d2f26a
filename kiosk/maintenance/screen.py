"""The maintenance screen of a kiosk: the code, then what can be done here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from data.clock import SECOND
from data.refused import Refused, mark
from data.texts import Words
from kiosk.maintenance import told
from kiosk.maintenance.pad import DIGITS, Key, Pad
from kiosk.maintenance.upkeep import PREFIX

if TYPE_CHECKING:
    from data.store import Store

CHECK, SET, TOLD = f"{PREFIX}check", f"{PREFIX}set", f"{PREFIX}told"
CLOSES, WARNS, LONGEST = 60 * SECOND, 20 * SECOND, 64
MOMENT = mark("One moment, please…")
ENTER = mark("Enter the maintenance code")
NO_CODE = mark("No maintenance code is set: novbe kiosk --set-code sets one.")
BACK, DELETE, OK = mark("Back"), mark("Delete"), mark("OK")
MENU = {"1": mark("Quit"), "2": mark("Printer test"), "3": mark("Last tickets"), "4": mark("Software version")}
SAME = {"backspace": "delete", "ctrl+h": "delete", "kp_enter": "enter", "ctrl+q": "escape"}
Job = Callable[["Store"], Any]


class PrinterTest(Message):
    """A page to try the printer is wanted; `MaintenanceScreen.tell` says how it went."""


class MaintenanceScreen(Screen[bool], inherit_bindings=False):
    """Opens nothing without the code. Ends with True to quit the kiosk, with False to go on.

    `ask` has jobs done by the store; those whose names begin with `PREFIX` are answered by `answered` and
    `declined`. `clock` gives µs. It closes by itself when nobody has touched it for a minute.
    """

    CSS_PATH = "screen.tcss"

    def __init__(self, ask: Callable[[Job, str], None], clock: Callable[[], int], say: Words) -> None:
        super().__init__()
        self._ask, self._clock, self._say = ask, clock, say
        self._code = ""
        self._page = "code"
        self._touched = clock()

    def compose(self) -> ComposeResult:
        yield Static(Content(self._say(mark("Maintenance"))), id="maintenance-title")
        yield Static(id="maintenance-text")
        yield Pad()
        yield Static(id="maintenance-foot")

    def on_mount(self) -> None:
        self.set_interval(1, self.tick)
        self._ask_code("")
        self._ask(_is_set, SET)

    def answered(self, name: str, value: Any) -> None:
        """The store has done what was asked."""
        if name == SET and not value:
            self._only_back("no-code", self._say(NO_CODE))
        elif name == CHECK and self._page == "checking":
            self._menu()
        elif name == TOLD and self._page == "told":
            self._write(*value)

    def declined(self, name: str, refused: Refused) -> None:
        """The store has not done it."""
        sentence = self._say(refused.text, **refused.values)
        if name == CHECK and self._page == "checking":
            self._ask_code(sentence)
        elif (name, self._page) in ((SET, "code"), (TOLD, "told")):
            self._write(sentence)

    def tell(self, *sentences: str) -> None:
        """Say how the printer's test went, to somebody who still waits for it."""
        if self._page == "test":
            self._write(*sentences)

    def tick(self) -> None:
        """Once a second: close what nobody looks at."""
        left = self._touched + CLOSES - self._clock()
        if not 0 < left <= CLOSES:
            self.dismiss(False)
            return
        n = -(-left // SECOND)
        closes = self._say.count("This closes in {n} second.", "This closes in {n} seconds.", n)
        self.query_one("#maintenance-foot", Static).update(Content(closes if left <= WARNS else ""))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self._press(SAME.get(event.key, event.key))

    def on_key_tapped(self, message: Key.Tapped) -> None:
        message.stop()
        self._press(message.key)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self._touched = self._clock()

    def _press(self, key: str) -> None:
        self._touched = self._clock()
        if self._page == "code":
            self._type(key)
        elif key == "escape" or (key == "0" and self._page != "checking"):
            self._menu() if self._page in ("told", "test") else self.dismiss(False)
        elif self._page == "menu" and key in MENU:
            self._choose(key)

    def _type(self, key: str) -> None:
        if key == "escape":
            self.dismiss(False)
        elif key == "enter" and self._code:
            code, self._code, self._page = self._code, "", "checking"
            self._write(self._say(MOMENT))
            self._ask(lambda store: _admit(store, code), CHECK)
        elif key == "delete" or (key in DIGITS and len(self._code) < LONGEST):
            self._code = self._code[:-1] if key == "delete" else self._code + key
            self._write(self._say(ENTER), "● " * len(self._code))

    def _choose(self, key: str) -> None:
        if key == "1":
            self.dismiss(True)
            return
        self._only_back("test" if key == "2" else "told", self._say(MOMENT))
        if key == "2":
            self.post_message(PrinterTest())
        else:
            lines = told.last_tickets if key == "3" else told.software
            self._ask(lambda store: lines(store, self._say), TOLD)

    def _ask_code(self, sentence: str) -> None:
        self._page, self._code = "code", ""
        self._write(self._say(ENTER), sentence)
        digits = {key: key for key in DIGITS}
        self._offer({**digits, "delete": DELETE, "enter": OK, "escape": BACK}, numbered=False)

    def _menu(self) -> None:
        self._page = "menu"
        self._write("")
        self._offer({**MENU, "0": BACK}, numbered=True)

    def _only_back(self, page: str, sentence: str) -> None:
        self._page = page
        self._write(sentence)
        self._offer({"0": BACK}, numbered=True)

    def _offer(self, does: dict[str, str], numbered: bool) -> None:
        self.query_one(Pad).offer({key: self._say(text) for key, text in does.items()}, numbered)

    def _write(self, *lines: str) -> None:
        self.query_one("#maintenance-text", Static).update(Content("\n".join(lines)))


def _is_set(store: "Store") -> bool:
    from data import maintenance

    return maintenance.is_set(store)


def _admit(store: "Store", code: str) -> None:
    from data import maintenance

    maintenance.admit(store, code)
