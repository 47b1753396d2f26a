"""What crosses to a screen: frozen, and named as in the JSON (`class_` for `class`)."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it is now. `window` is that of its call, None while it has none.

    A booking has the start of its `slot`, by the centre's clock, and "" for `ticket` before it is checked in.
    """

    ticket: str
    code: str
    qr: str
    service: str
    class_: str
    language: str
    state: str
    ahead: int | None
    service_day: date
    at: datetime
    revision: int
    window: int | None = None
    slot: datetime | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """A slot that somebody has booked; "" for `ticket` before it is checked in, and for a `name` that is not kept."""

    slot: datetime
    service: str
    state: str
    ticket: str
    name: str
    language: str
    service_day: date


@dataclass(frozen=True, slots=True)
class Window:
    """A window after it opened or closed."""

    window: int
    state: str
    services: tuple[str, ...]
    at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Next:
    """What `next` did: the ticket it called, if anybody waited, and the number of the one it finished."""

    called: Ticket | None
    finished: str | None


@dataclass(frozen=True, slots=True)
class Call:
    """A ticket called to a window: its latest call or recall."""

    ticket: str
    window: int
    at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Queue:
    """Who waits for one service; `oldest_wait_s` in whole seconds, None when nobody does."""

    service: str
    waiting: int
    oldest_wait_s: int | None


@dataclass(frozen=True, slots=True)
class Board:
    """What the hall shows, in one snapshot."""

    centre: str
    revision: int
    head: str
    calls: tuple[Call, ...]
    waiting: tuple[Queue, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A service as the kiosk offers it: `waiting` people are ahead; `open` by the hours; `full` by the quota.

    Where it is not open, `opens` is when tickets are given again (None: not in the next weeks), and `last_passed` says
    that it is not over yet, but too near its end for another ticket. `bookable` ones take bookings.
    """

    service: str
    waiting: int
    open: bool
    full: bool
    opens: datetime | None = None
    last_passed: bool = False
    bookable: bool = False


@dataclass(frozen=True, slots=True)
class InHand:
    """The ticket called or being served at a window.

    `reason` is why it has its class, where one was given: the id of one of the centre's, or as it was typed.
    """

    ticket: str
    service: str
    class_: str
    language: str
    state: str
    calls: int
    arrival: datetime
    called_at: datetime
    started_at: datetime | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket that waits, or is on hold, as a window sees it."""

    ticket: str
    service: str
    class_: str
    arrival: datetime


@dataclass(frozen=True, slots=True)
class Possible:
    """An act that the lifecycle allows now, from `since` (None: at once) to `until` (None: without end)."""

    act: str
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What the operator of one window sees, in one snapshot."""

    window: int
    state: str
    services: tuple[str, ...]
    revision: int
    at: datetime
    in_hand: InHand | None
    next: Waiting | None
    on_hold: tuple[Waiting, ...]
    queues: tuple[Queue, ...]
    acts: tuple[Possible, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found: `error` names the first revision that is wrong, None when all is as it was written."""

    ok: bool
    revision: int
    head: str
    error: str | None


@dataclass(frozen=True, slots=True)
class Setup:
    """A centre that was set up: its id, where its store lies (without a password), and the newest revision.

    `missing` are its names that lack a language of the centre, each as `services.3.name.ru`.
    """

    centre: str
    store: str
    revision: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenOut:
    """A ticket that was given out, as maintenance sees it; `printed` is the state of its last printing, if any."""

    ticket: str
    service: str
    at: datetime
    printed: str


@dataclass(frozen=True, slots=True)
class Software:
    """What a store is kept by: where it lies (without a password), its shape, and its newest revision."""

    store: str
    shape: int
    revision: int
