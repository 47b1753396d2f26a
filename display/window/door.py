"""Who may see and use this screen? Asks them in, and shuts it when they have gone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.refused import Refused
from data.texts import mark, words
from data.views import Signed
from display.parts.asking.question import Asked, Question
from display.parts.line import Answered, Declined
from display.parts.sign_on.sign_on import SignOn, admission
from display.window.seen import Seen

if TYPE_CHECKING:
    from data.store import Store
    from display.parts.app import NovbeApp

SIGN_ON = "sign-on"
WINDOW = mark("Window {window}")
NOBODY_YET = mark("Nobody can sign on yet: the command novbe people add adds the first supervisor.")
NEEDED = mark("Sign on to use this window.")
HOLDS = mark("{name} is signed on here since {time}.")
LOCKED = mark("The window is locked. {name} is signed on here since {time}.")
PAUSED = mark("{name} is on a break since {time}.")
TAKEN = mark("{name} has taken this window over, at {time}.")
ENDED = mark("You are signed off.")
TAKE_OVER = mark("Take it over")


@dataclass(frozen=True)
class Came:
    """Somebody has said who they are: now signed on, or a supervisor who may take the window over as `taken` says."""

    who: Signed
    after: Seen | Refused
    taken: Refused | None = None


class Door:
    """Keeps the screen of `window` shut while nobody is signed on with it, and while it is locked.

    The app brings it what was read (`keep`), what its jobs gave, and each touch; `see` takes what was read after one.
    """

    def __init__(
        self,
        app: "NovbeApp",
        window: int,
        read: Callable[["Store"], Seen | Refused],
        see: Callable[[Seen | Refused], None],
    ) -> None:
        self._app, self._window, self._read, self._see = app, window, read, see
        self.signed: Signed | None = None
        self._name = ""
        self._screen: SignOn | None = None
        self._taking: Question | None = None
        self._asked = ("", "")
        self._locked = self._left = False
        self._touched = app.now()

    @property
    def shut(self) -> bool:
        """Whether nobody may see or use the screen now."""
        return self._screen is not None

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._app.now()

    def lock(self) -> None:
        """Ask for the PIN again before anything else."""
        self._locked = self.signed is not None

    def leave(self) -> None:
        """Who was signed on has signed off."""
        self.signed, self._left = None, True

    def keep(self, seen: Seen) -> None:
        """Open or shut the screen, as it now should be."""
        after, idle = seen.lock_after, self._app.now() - self._touched
        if after and not -after < idle < after:
            self.lock()
            self._take_over_no_more()
        mine = self.signed is not None and self.signed.session == seen.desk.session
        if (mine and not self._locked) or (self.signed is None and seen.trusts and not seen.people):
            self._open()
        else:
            self._shut(self._asks(seen, mine))

    def given(self, message: SignOn.Given) -> None:
        """Somebody typed a name and a PIN."""
        admit = admission(message.name, message.pin, self._window)
        self._app.line.ask(lambda store: self._come_in(store, admit(store), take_over=False), SIGN_ON)

    def answered(self, message: Answered) -> bool:
        """Whether it was the door that had asked."""
        if message.name != SIGN_ON:
            return False
        came: Came = message.value
        if came.taken:
            self._ask_to_take_over(came.who, came.taken)
            return True
        self.signed, self._name = came.who, came.who.name
        self._locked = self._left = False
        self.touch()
        self._see(came.after)
        return True

    def declined(self, message: Declined) -> bool:
        """Whether it was the door that had asked."""
        if message.name == SIGN_ON and self._screen:
            self._screen.refuse(message.refused)
        return message.name == SIGN_ON

    def _asks(self, seen: Seen, mine: bool) -> tuple[str, str]:
        """What the shut door says, and whose PIN alone it asks."""
        say, name = words(seen.language), seen.holder
        since = seen.desk.since and seen.clock(seen.desk.since)
        if not seen.people:
            return say(NOBODY_YET), ""
        if mine and seen.desk.pause_since:
            return say(PAUSED, name=name, time=seen.clock(seen.desk.pause_since)), name
        if mine:
            return say(LOCKED, name=name, time=since), name
        if name and self.signed and name != self.signed.name:
            return say(TAKEN, name=name, time=since), ""
        if name:
            return say(HOLDS, name=name, time=since), name
        return say(ENDED if self.signed or self._left else NEEDED), ""

    def _shut(self, asked: tuple[str, str]) -> None:
        if self._screen is None:
            self._clear()
            say = words(self._app.language)
            self._screen = SignOn(say(WINDOW, window=self._window), say, self._app.now, self._name)
            self._asked = ("", "")
            self._app.push_screen(self._screen)
        if asked != self._asked:
            self._asked = asked
            self._screen.ask(*asked)

    def _open(self) -> None:
        if self._screen is not None:
            self._clear()
            self._screen = None

    def _clear(self) -> None:
        """Take away all that lies over the window, as if each question was cancelled."""
        for _ in self._app.screen_stack[1:]:
            self._app.screen.dismiss(None)

    def _ask_to_take_over(self, who: Signed, refused: Refused) -> None:
        say = words(self._app.language)
        asked = Asked(say(refused.text, **refused.values), say(TAKE_OVER))

        def decided(answer: str | None) -> None:
            self._taking = None
            if answer:
                self._app.line.ask(lambda store: self._come_in(store, who, take_over=True), SIGN_ON)
            elif self._screen:
                self._screen.refuse(refused)

        self._taking = Question(asked, say)
        self._app.push_screen(self._taking, decided)

    def _take_over_no_more(self) -> None:
        """The supervisor whose PIN was right has gone without an answer: nobody else may give it."""
        if self._taking and self._taking.is_active:
            self._taking.dismiss(None)

    def _come_in(self, store: "Store", who: Signed, *, take_over: bool) -> Came:
        """Sign `who` on, or give the screen back to whom it was locked for; on the thread that talks to the store."""
        from data import desk, shifts  # sqlalchemy: not before the first paint

        mine = self.signed
        if mine and mine.person == who.person and desk.read(store, window=self._window).session == mine.session:
            return Came(mine, self._read(store))
        try:
            signed = shifts.sign_on(store, window=self._window, by=who, take_over=take_over)
        except Refused as refused:
            if refused.code == "window-in-use" and who.role == "supervisor":
                return Came(who, self._read(store), refused)
            raise
        return Came(signed, self._read(store))
