"""What crosses to whoever looks after a centre: frozen, and named as in the JSON."""

from dataclasses import dataclass
from datetime import date, datetime


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
class Software:
    """What a store is kept by: where it lies (without a password), its shape, and its newest revision."""

    store: str
    shape: int
    revision: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found: `error` names the first revision that is wrong, None when all is as it was written."""

    ok: bool
    revision: int
    head: str
    error: str | None


@dataclass(frozen=True, slots=True)
class GivenOut:
    """A ticket that was given out, as maintenance sees it; `printed` is the state of its last printing, if any."""

    ticket: str
    service: str
    at: datetime
    printed: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A service that gives no tickets on the service day `closed_on`, as a supervisor has it; None: allowed again."""

    service: str
    closed_on: date | None
    at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A service day that was closed by hand: how many tickets expired, for how many bookings nobody came.

    `windows` are those that closed with it.
    """

    service_day: date
    expired: int
    no_shows: int
    windows: tuple[int, ...]
    at: datetime
    revision: int
