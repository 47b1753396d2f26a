"""How do those who look after the kiosk get to what they need?"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from data.texts import mark, words
from kiosk import lock
from kiosk.maintenance.corner import Corner

if TYPE_CHECKING:
    from textual import events

    from display.parts.app import NovbeApp
    from display.parts.messages import Answered, Declined
    from kiosk.maintenance.screen import MaintenanceScreen

PREFIX = "maintenance:"
"""How the names of the jobs begin that are answered to the maintenance screen."""
NO_PRINTER = mark("This kiosk has no printer.")
WORKS, FAILS = mark("The page is printed."), mark("The page is not printed: {problem}.")


class Upkeep:
    """Opens the maintenance screen after taps on a corner, and brings it what is for it. `left`: it is closed again."""

    def __init__(self, app: "NovbeApp", clock: Callable[[], int], left: Callable[[], None]) -> None:
        self._app, self._clock, self._left = app, clock, left
        self._corner = Corner()
        self._screen: MaintenanceScreen | None = None
        self._say = words("en")

    @property
    def open(self) -> bool:
        """Whether the screen is there."""
        return self._screen is not None

    def tapped(self, event: "events.MouseUp", language: str) -> None:
        """A finger was lifted; enough of them on one corner open the screen, in this language."""
        width, height = self._app.size
        if self._corner.tapped(event.x, event.y, width, height, self._clock()):
            self.show(language)

    def show(self, language: str) -> None:
        """Open the screen in this language, unless it is there."""
        if not self._screen:
            from kiosk.maintenance.screen import MaintenanceScreen

            self._say = words(language)
            self._screen = MaintenanceScreen(self._app.line.ask, self._clock, self._say)
            self._app.push_screen(self._screen, self._closed)

    def answered(self, message: "Answered") -> bool:
        """Whether the answer is for the screen; it has it then."""
        if self._screen and message.name.startswith(PREFIX):
            self._screen.answered(message.name, message.value)
        return message.name.startswith(PREFIX)

    def declined(self, message: "Declined") -> bool:
        """Whether the refusal is for the screen; it has it then."""
        if self._screen and message.name.startswith(PREFIX):
            self._screen.declined(message.name, message.refused)
        return message.name.startswith(PREFIX)

    def tested(self, problem: str | None) -> None:
        """Say how the test of the printer went."""
        self._tell(self._say(FAILS, problem=problem) if problem else self._say(WORKS))

    def no_printer(self) -> None:
        """Say that there is none to test."""
        self._tell(self._say(NO_PRINTER))

    def _tell(self, sentence: str) -> None:
        if self._screen:
            self._screen.tell(sentence)

    def _closed(self, quit_app: bool | None) -> None:
        self._screen = None
        if quit_app:
            self._app.exit(return_code=lock.QUIT)
        self._left()
