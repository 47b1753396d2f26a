"""The tools at the top of every screen: how large the text is, how strong its contrast, the voice, and all settings."""

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Region

from data.texts import Words, mark, words
from kiosk.screen.target import Target
from kiosk.visit.comfort import CONTRAST, LOUDER, QUIETER, Comfort
from kiosk.visit.question import READ, SETTINGS, Choice

NEXT_TEXT, SPEAK, OPEN = "/", ".", "*"
"""Keys that a numeric keypad has: the next size of the text, read the screen aloud, all settings."""
NAMES = {
    "text:small": mark("Small text"),
    "text:medium": mark("Medium text"),
    "text:large": mark("Large text"),
    CONTRAST: mark("High contrast"),
    READ: mark("Read aloud"),
    SETTINGS: mark("Settings"),
}
SIGNS = {"text:small": "A-", "text:medium": "A", "text:large": "A+", CONTRAST: "◧", READ: "◀))", SETTINGS: "≡"}
VOLUME = {"f7": Choice(QUIETER, ""), "f8": Choice(LOUDER, "")}
"""Keys beside those of a keypad, as audio keypads send them; the settings have both as well."""
IDS = tuple(NAMES)
SAME = {"slash": "/", "full_stop": ".", "decimal_point": ".", "asterisk": "*", "comma": "."}
SAME |= {"divide": "/", "decimal": ".", "separator": ".", "multiply": "*"}  # a keypad's, in kitty's protocol
ROOMY, LOW, HIGH = 45, 3, 5
MARK, KEY, BRACKETS = 1, 4, 2
"""The columns of what may stand around a sign; no tool has a key and brackets at once."""


class Tool(Target):
    """One tool; that which is in use is marked by brackets."""

    FOCUS_ON_CLICK = False

    def __init__(self, sign: str) -> None:
        super().__init__("", "-tool")
        self.sign = sign
        self.used = False

    def stand(self, choice: Choice, place: Region, key: str, used: bool) -> None:
        """Stand at `place`, chosen by `key` as well, if there is one."""
        self.offer(choice, place)
        if (key, used) != (self.key, self.used):
            self.key, self.used = key, used
            self.set_class(used, "-used")
            self.refresh()

    def render(self) -> Content:
        name = f" {self.choice.name}" if self.choice and self._has_room(self.choice.name) else ""
        sign = f"[{self.sign}{name}]" if self.used else f"{self.sign}{name}"
        key = (f" {self.key} ", "bold reverse") if self.key else ""
        return Content.assemble("▶" if self.has_focus else "", key, " " if self.key else "", (sign, "bold"))

    def _has_room(self, name: str) -> bool:
        """Whether the name can stand beside the sign, with and without the focus, the key, and the brackets."""
        around = MARK + (BRACKETS if self.choice and self.choice.id == CONTRAST else KEY)
        return around + cell_len(f"{self.sign} {name}") <= self.size.width


class Tools(Container):
    """The row of tools."""

    def __init__(self) -> None:
        super().__init__()
        self.tools = {one: Tool(SIGNS[one]) for one in IDS}
        self._comfort = Comfort()
        self._say: Words = words("en")

    def compose(self) -> ComposeResult:
        yield from self.tools.values()

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def suit(self, comfort: Comfort, say: Words) -> None:
        """Show what is in use, with names in the language of `say`."""
        self._comfort, self._say = comfort, say
        self._arrange()

    def meant(self, key: str) -> Choice | None:
        """What `key` chooses of the tools; Enter: that which has the focus."""
        if key in ("enter", "space"):
            return next((one.choice for one in self.shown if one is self.screen.focused), None)
        return next((one.choice for one in self.shown if one.key == SAME.get(key, key)), VOLUME.get(key))

    @property
    def shown(self) -> list[Target]:
        """The tools on the screen."""
        return [one for one in self.tools.values() if one.display and one.choice]

    def _arrange(self) -> None:
        width, height = self.size
        wide = width // len(IDS)
        left = (width - wide * len(IDS)) // 2
        keys = {f"text:{self._comfort.next_text}": NEXT_TEXT, READ: SPEAK, SETTINGS: OPEN}
        used = {f"text:{self._comfort.text}", CONTRAST if self._comfort.contrast else ""}
        for at, (one, tool) in enumerate(self.tools.items()):
            place = Region(left + at * wide, 0, wide, height)
            tool.stand(Choice(one, self._say(NAMES[one])), place, keys.get(one, ""), one in used)


def height(rows: int) -> int:
    """The rows that the tools take on a screen of so many."""
    return HIGH if rows >= ROOMY else LOW
