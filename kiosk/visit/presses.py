"""Which presses count?"""

DOUBLE = 500_000
REPEAT = 150_000


class Presses:
    """Takes a press once: not the second tap of a double tap, not the repeats of a key that is held."""

    def __init__(self) -> None:
        self._counted: dict[str, int] = {}
        self._seen: dict[str, int] = {}

    def counts(self, what: str, now: int) -> bool:
        """Whether a press of `what` (a key, or "click") at `now` (µs) is meant as one of its own.

        It is half a second after the last that counted, because impatient fingers press on and on; a key must have
        rested for longer than it does between its own repeats as well. A clock set back does not stop it.
        """
        repeated = what != "click" and 0 <= now - self._seen.get(what, now - REPEAT) < REPEAT
        counts = not repeated and not 0 <= now - self._counted.get(what, now - DOUBLE) < DOUBLE
        self._seen[what] = now
        if counts:
            self._counted[what] = now
        return counts
