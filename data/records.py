"""What a row of the store looks like in memory. Times are in microseconds since the epoch."""

from typing import NamedTuple


class Ticket(NamedTuple):
    """A ticket as the lifecycle sees it. `id` is the revision of its first event, `revision` that of its last.

    A booking has the start of its `slot`, and neither `series` nor `number` before it is checked in. `steps` are the
    services still to come after this one, separated by commas; `for_window` is the only one to call it while open.
    """

    id: int
    service_day: str
    series: str
    number: int | None
    code: str | None
    request_key: str | None
    seal: bytes
    first_service: str
    service: str
    class_: str
    language: str
    state: str
    arrival: int
    place: int
    revision: int
    acted_at: int
    window: int | None = None
    calls: int = 0
    first_called_at: int | None = None
    called_at: int | None = None
    call_revision: int | None = None
    started_at: int | None = None
    requeues: int = 0
    requeued_at: int | None = None
    slot: int | None = None
    steps: str | None = None
    for_window: int | None = None
    postpones: int = 0

    @property
    def name(self) -> str:
        """The number as people read it, `A007`; nothing while it has none."""
        return name_of(self.series, self.number) if self.number else ""


class Event(NamedTuple):
    """One act, as written in the log. `arrival` stands only where it is not `at`; `person` is the number of who did it,
    where somebody was signed on."""

    revision: int
    at: int
    act: str
    ticket_id: int | None = None
    ticket: str | None = None
    service_day: str | None = None
    service: str | None = None
    class_: str | None = None
    window: int | None = None
    services: str | None = None
    place: int | None = None
    arrival: int | None = None
    out_of_turn: bool | None = None
    clock_set_back: bool | None = None
    seal: bytes | None = None
    salted: bytes | None = None
    slot: int | None = None
    person: int | None = None
    steps: str | None = None
    for_window: int | None = None
    digest: bytes = b""


def name_of(series: str, number: int) -> str:
    """A number as people read it: at least three digits."""
    return f"{series}{number:03d}"


def number_of(name: str | None) -> tuple[str, int | None]:
    """Series and number of what `name_of` made; nothing of nothing."""
    if not name:
        return "", None
    series = name.rstrip("0123456789")
    return series, int(name[len(series) :])
