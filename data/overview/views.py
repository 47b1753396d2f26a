"""What crosses to the supervisor's screen: frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from data.views import Unserved


@dataclass(frozen=True, slots=True)
class Standing:
    """A ticket that is not done with, as it stands `since`: in the queue, or in hand at its window."""

    ticket: str
    service: str
    class_: str
    state: str
    since: datetime
    window: int | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A window as it is now: "open", "closed", or on a "break" for the reason `pause`.

    `person` is signed on there, "" where nobody is; `since` is when the break began, or else the work. Its screen, or
    where it has none an act there, was last `heard`.
    """

    window: int
    state: str
    services: tuple[str, ...]
    person: str
    since: datetime | None
    pause: str
    hand: Standing | None
    heard: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """Who waits for a service: how many, since when the one who waits longest; how many open windows serve it.

    Its tickets are "given", or "stopped" by a supervisor, "full" by its quota, or not given outside of its "hours".
    """

    service: str
    waiting: int
    oldest: datetime | None
    windows: int
    tickets: str
    target: timedelta


@dataclass(frozen=True, slots=True)
class Alert:
    """What somebody must see to, and since when.

    `kind` is "no-window" (`n` wait for a `service` that no open window serves), "target" (`n` wait for it longer than
    its target, `ticket` longest), "in-hand" (`ticket` at a `window`), "silent" (the screen `source`, that of a `window`
    where one is open), "device" (a `source` with a `problem`), "closing" (`n` will not be served before it closes).
    """

    kind: str
    since: datetime
    service: str = ""
    window: int | None = None
    ticket: str = ""
    source: str = ""
    problem: str = ""
    n: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the `n` called today were called within the target of their service."""

    n: int
    within: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A quarter of an hour from `start`: who came; what 9 in 10 of those called in it waited at most; windows that
    worked at its end."""

    start: datetime
    arrived: int
    p90: timedelta | None
    windows: int


@dataclass(frozen=True, slots=True)
class Today:
    """The service day so far: who came, who was served, the waits of the `n` called, the share of each service.

    `curve` begins with the first quarter in which anything happened, by the centre's clock, and has no gaps. `no_shows`
    can still be revived; `left` are the services that close soon, `full` those
    of which all tickets of the day have been taken.
    """

    arrived: int = 0
    served: int = 0
    n: int = 0
    mean: timedelta | None = None
    p90: timedelta | None = None
    shares: Mapping[str, Share] = field(default_factory=dict)
    curve: tuple[Slot, ...] = ()
    no_shows: tuple[Standing, ...] = ()
    left: tuple[Unserved, ...] = ()
    full: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Overview:
    """All that a supervisor sees of the centre, in one snapshot. `people` are the tickets that are not done with."""

    revision: int
    at: datetime
    posts: tuple[Post, ...]
    lines: tuple[Line, ...]
    alerts: tuple[Alert, ...]
    people: tuple[Standing, ...]
    today: Today


@dataclass(frozen=True, slots=True)
class Chapter:
    """One act of a story in words, by whom ("" where nobody was signed on), why where that is kept; `undone` later."""

    at: datetime
    revision: int
    act: str
    text: str
    by: str = ""
    reason: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to a ticket, from its first event on; "" for a booking that has no number yet."""

    ticket: str
    service: str
    state: str
    service_day: date
    chapters: tuple[Chapter, ...]
