"""What the log says of each window: is it open, who is signed on there, and is there a break?"""

from typing import NamedTuple

from sqlalchemy import select

from data.lifecycle import Act
from data.records import Event
from data.store import Statement, Store
from data.tables import WINDOW

WINDOWS = Statement(
    select(
        *(WINDOW.c.number, WINDOW.c.state, WINDOW.c.revision),
        *(WINDOW.c.person, WINDOW.c.since, WINDOW.c.pause, WINDOW.c.pause_since),
    )
)
Fault = tuple[int, str]
Note = tuple[bytes, str]


class Stood(NamedTuple):
    """A window: its state, its last event, who is signed on since when, and its break.

    `pause` is why, "" where the log no longer says. The session of its screen is a secret, and so not in the log.
    """

    state: str = "closed"
    revision: int = 0
    person: int | None = None
    since: int | None = None
    pause: str | None = None
    pause_since: int | None = None

    def after(self, event: Event, reason: str) -> "Stood":
        """The window after an event there."""
        stood = self._replace(revision=event.revision)
        match event.act:
            case Act.OPEN:
                return stood._replace(state="open")
            case Act.CLOSE:
                return stood._replace(state="closed")
            case Act.SIGN_ON:
                since = self.since if self.person == event.person else event.at
                return stood._replace(person=event.person, since=since)
            case Act.SIGN_OFF:
                return stood._replace(person=None, since=None)
            case Act.BREAK:
                return stood._replace(pause=reason, pause_since=event.at)
            case Act.BACK:
                return stood._replace(pause=None, pause_since=None)
        return stood

    def is_kept_as(self, kept: "Stood | None") -> bool:
        """Whether the store keeps it so."""
        if kept and kept.pause and self.pause == "":
            kept = kept._replace(pause="")
        return kept == self


UNTOUCHED = Stood()


class Windows:
    """The windows as far as the log was read."""

    def __init__(self) -> None:
        self._found: dict[int, Stood] = {}

    def keep(self, event: Event, reason: str) -> None:
        """Go on by one event, with its reason, "" where that is not kept."""
        if event.window is not None:
            self._found[event.window] = self._found.get(event.window, UNTOUCHED).after(event, reason)

    def fault(self, store: Store, newest: int) -> Fault | None:
        """The first of the windows that the store has otherwise, where there is one."""
        kept = {number: Stood(*rest) for number, *rest in store.all(WINDOWS)}
        said = dict.fromkeys(kept, UNTOUCHED) | self._found
        wrong = [number for number, stood in said.items() if not stood.is_kept_as(kept.get(number))]
        faults = ((said[number].revision or newest, number) for number in wrong)
        revision, number = min(faults, default=(0, 0))
        return (revision, f"window {number} is not what the log says") if number else None
