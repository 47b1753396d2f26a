"""Who sits at this screen, and is it still the same person?"""

from datetime import datetime, timedelta
from typing import Any

from data.refused import Refused
from data.texts import Words, mark, words
from data.views import Signed
from display.parts.app import NovbeApp
from display.parts.sign_on.sign_on import SignOn, admission
from display.supervisor.seen import Seen

SIGN_ON = "sign-on"
SUPERVISOR = "supervisor"
TITLE, LOCKED = mark("Supervisor"), mark("This screen is locked. {name} has signed on here.")
NOBODY_YET = mark("Nobody can sign on yet: the command novbe people add adds the first supervisor.")
ONLY = mark("Only a supervisor may do this.")


class Entrance:
    """Lets nobody see the screen who may not, and locks it after a while without a key or a click.

    `by` is who has signed on; None too at a centre that trusts whoever sits at its machines and knows no people.
    """

    def __init__(self, app: NovbeApp) -> None:
        self.by: Signed | None = None
        self._app = app
        self._shown: SignOn | None = None
        self._touched: datetime | None = None

    @property
    def shut(self) -> bool:
        """Whether it is asked who is there."""
        return self._shown is not None

    @property
    def _say(self) -> Words:
        return words(self._app.language)

    def touch(self) -> None:
        """Somebody has pressed a key or clicked."""
        self._touched = self._app.now()

    def mind(self, seen: Seen) -> None:
        """Ask who is there where that is to be known; lock where nobody has done anything for too long."""
        if self._shown is None:
            if self.by is None and not seen.local:
                self._ask("" if seen.anybody else self._say(NOBODY_YET))
            elif self.by and seen.lock_after and not -seen.lock_after < self._idle() < seen.lock_after:
                self.lock()  # also where the clock was set back by so much

    def lock(self) -> bool:
        """Ask for the PIN of who has signed on; False where nobody has."""
        if self.by:
            self._ask(self._say(LOCKED, name=self.by.name), self.by.name)
        return self.by is not None

    def given(self, name: str, pin: str) -> None:
        """Have a name and a PIN checked."""
        self._app.line.ask(admission(name, pin), SIGN_ON)

    def admitted(self, signed: Any) -> None:
        """Let a supervisor in."""
        if signed.role != SUPERVISOR:
            self.declined(Refused("supervisor-only", ONLY))
            return
        self.by, shown, self._shown = signed, self._shown, None
        self.touch()
        if shown:
            shown.dismiss()

    def declined(self, refused: Refused) -> None:
        """Say why somebody is not let in."""
        if self._shown:
            self._shown.refuse(refused)

    def _ask(self, about: str, holder: str = "") -> None:
        self._shown = SignOn(self._say(TITLE), self._say, self._app.now)
        self._shown.ask(about, holder)
        self._app.push_screen(self._shown)

    def _idle(self) -> timedelta:
        return self._app.now() - self._touched if self._touched else timedelta(0)
