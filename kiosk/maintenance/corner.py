"""Does somebody ask for maintenance? By taps that nobody makes by chance."""

TAPS, WITHIN = 5, 3_000_000
WIDE, HIGH = 10, 5


class Corner:
    """Counts taps on one corner of the screen: within 10 columns and 5 rows of it."""

    def __init__(self) -> None:
        self._corner: tuple[bool, bool] | None = None
        self._taps: list[int] = []

    def tapped(self, x: int, y: int, width: int, height: int, at: int) -> bool:
        """Whether a tap on cell `x`, `y` of a screen so large is the fifth on its corner within 3 s. `at` is in µs."""
        corner = _corner(x, y, width, height)
        if corner != self._corner or corner is None:
            self._corner, self._taps = corner, []
        self._taps = [tap for tap in self._taps if 0 <= at - tap <= WITHIN] + [at]
        asked = corner is not None and len(self._taps) >= TAPS
        if asked:
            self._taps = []
        return asked


def _corner(x: int, y: int, width: int, height: int) -> tuple[bool, bool] | None:
    left, right, top, bottom = x < WIDE, x >= width - WIDE, y < HIGH, y >= height - HIGH
    return (right, bottom) if (left or right) and (top or bottom) else None
