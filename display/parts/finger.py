"""Is a key pressed again by a nervous finger?"""

from datetime import datetime, timedelta

DOUBLE = timedelta(seconds=0.5)


class Finger:
    """Remembers the last key; a held key and a double press are one press."""

    def __init__(self) -> None:
        self._last: tuple[str, datetime] | None = None

    def again(self, letter: str, now: datetime) -> bool:
        """Whether `letter` comes within half a second of the last time. A clock set back does not count."""
        last, self._last = self._last, (letter, now)
        return last is not None and last[0] == letter and timedelta(0) <= now - last[1] < DOUBLE

    def lift(self) -> None:
        """Forget the last key."""
        self._last = None
