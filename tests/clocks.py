"""Clocks that tests move by hand."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 11, 25, 6, 20, tzinfo=UTC)


class MovableClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, seconds: float = 0, **units: float) -> datetime:
        """Move on by `seconds`, or by `minutes=`, `hours=`, `days=`; back where negative."""
        self.moment += timedelta(seconds=seconds, **units)
        return self.moment

    def set(self, moment: datetime) -> None:
        """Move to `moment`, which must be aware."""
        self.moment = moment
