"""Which presses count?"""

DOUBLE = 500_000


class Presses:
    """Takes a press once: not the second tap of a double tap, not the repeats of a key that is held."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def counts(self, what: str, now: int) -> bool:
        """Whether a press of `what` (a key, or "click") at `now` (µs) is meant as one of its own.

        A key that repeats does not count until it has rested for half a second; a click does half a second after the
        last that counted, because impatient fingers tap on and on. A clock set back does not stop it.
        """
        counts = not 0 <= now - self._last.get(what, now - DOUBLE) < DOUBLE
        if counts or what != "click":
            self._last[what] = now
        return counts
