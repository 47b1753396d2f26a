"""What a row of the store looks like in memory. Times are in microseconds since the epoch."""

from typing import NamedTuple


class Ticket(NamedTuple):
    """A ticket as the lifecycle sees it. `id` is the revision of its first event, `revision` that of its last."""

    id: int
    service_day: str
    series: str
    number: int
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

    @property
    def name(self) -> str:
        """The number as people read it, `A007`."""
        return f"{self.series}{self.number:03d}"


class Event(NamedTuple):
    """One act, as written in the log. `arrival` stands only where it is not `at`."""

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
    digest: bytes = b""
