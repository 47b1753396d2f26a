"""What time is it? The only place that asks the machine."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol

SECOND = 1_000_000
HOUR = 3600 * SECOND
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class HasNow(Protocol):
    """Anything that can tell the time."""

    def now(self) -> datetime: ...


Clock = Callable[[], datetime] | HasNow


def system() -> datetime:
    """The machine's time, aware, in UTC."""
    return datetime.now(UTC)


def reader(clock: Clock) -> Callable[[], int]:
    """A function that reads `clock` in microseconds since the epoch.

    `clock` is a function that gives an aware datetime, or an object with such a `now`. The returned function raises
    ValueError when the clock gives a naive time.
    """
    now = clock if callable(clock) else clock.now

    def read() -> int:
        return micros(now())

    return read


def micros(moment: datetime) -> int:
    """Microseconds from the epoch to an aware `moment`; ValueError when it is naive."""
    if moment.tzinfo is None:
        raise ValueError("a time without a time zone")
    return (moment - EPOCH) // MICROSECOND


def moment(micros: int) -> datetime:
    """The aware UTC datetime of microseconds since the epoch."""
    return EPOCH + micros * MICROSECOND


def settle(now: int, last: int) -> int:
    """The time an act is given: `now`, but not before the last act, unless the clock is over an hour behind it."""
    return now if now >= last or last - now > HOUR else last


def service_day(at: int, zone: tzinfo, day_starts: int) -> date:
    """The service day of `at` in `zone`; `day_starts` is in minutes after midnight, by the wall clock."""
    return (datetime.fromtimestamp(at // SECOND, zone) - timedelta(minutes=day_starts)).date()
