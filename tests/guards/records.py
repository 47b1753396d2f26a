"""What the plain model knows: the test centre, a ticket, an event, and a refusal."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

SERIES = {"id-card": "A", "passport": "A", "tax": "B", "notary": "C"}
QUOTA = {"tax": 3}
SLOT = {"id-card": timedelta(minutes=20), "tax": timedelta(minutes=15)}
SERVES = {1: ("id-card", "passport"), 2: ("passport", "tax"), 3: ("id-card", "passport", "tax", "notary")}
STEPS = {"tax": ("notary",), "passport": ("tax", "notary")}
HEAD_START = {"normal": timedelta(0), "priority": timedelta(minutes=20), "immediate": timedelta(hours=24)}
ZONE = ZoneInfo("Asia/Baku")
CLOSED_HOUR = 13
RETENTION = timedelta(days=2)
LEFT_OVER = {"waiting": "expired", "on-hold": "expired", "booked": "no-show"}
MINUTE = timedelta(minutes=1)
UNDOABLE = {"call", "start", "finish", "no-show", "requeue", "hold", "transfer"}
Answer = dict[str, Any]


class No(Exception):
    """The act is refused; `code` says why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Event(NamedTuple):
    """What the log must say of one act."""

    at: datetime
    act: str
    ticket: str | None = None
    service: str | None = None
    class_: str | None = None
    window: int | None = None
    services: tuple[str, ...] = ()
    place: datetime | None = None
    out_of_turn: bool | None = None
    slot: datetime | None = None
    steps: tuple[str, ...] = ()
    for_window: int | None = None


@dataclass(frozen=True)
class Ticket:
    """A ticket, and what it was before its last event."""

    id: int
    day: date
    number: int | None
    service: str
    first_service: str
    class_: str
    language: str
    key: str | None
    arrival: datetime | None
    place: datetime | None
    revision: int
    at: datetime
    state: str = "waiting"
    slot: datetime | None = None
    window: int | None = None
    calls: int = 0
    first_call: datetime | None = None
    last_call: datetime | None = None
    board: int | None = None
    requeues: int = 0
    requeued: datetime | None = None
    steps: tuple[str, ...] = ()
    for_window: int | None = None
    postpones: int = 0
    purged: bool = False
    sent: tuple[int, str, tuple[str, ...]] | None = None  # from which window; what it was for there, and afterwards
    before: "Ticket | None" = field(default=None, repr=False)

    @property
    def name(self) -> str:
        return f"{SERIES[self.first_service]}{self.number:03}" if self.number else ""

    @property
    def turn(self) -> tuple[datetime, int]:
        assert self.place, "nobody waits without a place"
        return self.place, self.id

    def old(self, day: date) -> bool:
        """Whether nobody may find it any more, once its day is over."""
        return self.day + RETENTION <= day and not self.in_hand

    @property
    def in_hand(self) -> bool:
        return self.state in ("called", "serving")
