"""What crosses to a screen: frozen, and named as in the JSON (`class_` for `class`)."""

from dataclasses import dataclass
from datetime import date, datetime

from data.refused import Refused


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it is now. `window` is that of its call, None while it has none.

    A booking has the start of its `slot`, by the centre's clock, and "" for `ticket` before it is checked in. `steps`
    are the services still to come after this one.
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
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """A ticket as its holder follows it, called `calls` times; `may` says what the holder may do now: of "cancel",
    "postpone", "rate"."""

    ticket: Ticket
    calls: int
    postpones: int
    may: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signed:
    """Who acts: a person by number, name and role, and the `session` of the screen that has a window, if any."""

    person: int
    name: str
    role: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """An operator or a supervisor; not `active` once disabled."""

    person: int
    name: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class Message:
    """What a supervisor tells a window; `sender` is a name, "" for one that is not signed on."""

    message: int
    text: str
    sender: str
    at: datetime


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
class Unserved:
    """A service that closes soon, at `closes`: of those `waiting` for it now, how many will not be served by then."""

    service: str
    waiting: int
    unserved: int
    closes: datetime


@dataclass(frozen=True, slots=True)
class Next:
    """What `next` did: the ticket it called, if anybody waited, and the number of the one it finished."""

    called: Ticket | None
    finished: str | None


@dataclass(frozen=True, slots=True)
class Call:
    """A ticket called to a window: its latest call or recall; for which service, and its visitor's language."""

    ticket: str
    window: int
    at: datetime
    revision: int
    service: str = ""
    language: str = ""


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

    Where it is not open, `opens` is when tickets are given again (None: not in the next weeks), `last_passed` says that
    it is not over yet, but too near its end for another ticket, and `stopped` that a supervisor has stopped it for its
    service day. `bookable` ones take bookings.
    """

    service: str
    waiting: int
    open: bool
    full: bool
    opens: datetime | None = None
    last_passed: bool = False
    bookable: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class InHand:
    """The ticket called or being served at a window.

    `reason` is why it has its class, where one was given: the id of one of the centre's, or as it was typed. `steps`
    are the services still to come; `from_window` is the window that sent it here, if any.
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
    steps: tuple[str, ...] = ()
    from_window: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket that waits, or is on hold, as a window sees it."""

    ticket: str
    service: str
    class_: str
    arrival: datetime
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Possible:
    """An act that the lifecycle allows now, from `since` (None: at once) to `until` (None: without end)."""

    act: str
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What the operator of one window sees, in one snapshot.

    `person` is the name of who is signed on `since` then, with the screen of this `session`; "" for nobody. `pause` is
    the reason of a break, "" without one. `messages` are those not read yet, the oldest first.
    """

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
    person: str = ""
    since: datetime | None = None
    session: str = ""
    pause: str = ""
    pause_since: datetime | None = None
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Scanned:
    """A ticket that was scanned at a window, "" for a booking that is not checked in.

    `act` is what helps here ("start", "resume", "revive", or "call", which is out of turn); where it is "", `why` is
    the refusal that says why nothing can be done with it.
    """

    ticket: str
    service: str
    class_: str
    state: str
    act: str = ""
    why: Refused | None = None
