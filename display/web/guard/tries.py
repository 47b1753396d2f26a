"""How often may one address be wrong?"""

from collections import OrderedDict
from collections.abc import Callable
from math import ceil

from data.clock import SECOND

MOST_ADDRESSES = 4096


class Tries:
    """Counts wrong tries: an address has `times`, and gets them back evenly over the time `within`, in seconds.

    Of the addresses that were wrong last so many are remembered, so that no crowd of them takes the memory.
    """

    def __init__(
        self, micros: Callable[[], int], times: int = 20, within: float = 600, most: int = MOST_ADDRESSES
    ) -> None:
        self._micros = micros
        self._times, self._each = times, within / times
        self._most = most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._left)

    def wrong(self, address: str) -> int:
        """Count one: 0, or where that were too many, in how many seconds the next is free."""
        now = self._micros() / SECOND
        left, since = self._left.pop(address, (float(self._times), now))
        left = min(self._times, left + max(0.0, now - since) / self._each)
        wait = 0 if left >= 1 else ceil((1 - left) * self._each)
        self._left[address] = (left if wait else left - 1, now)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return wait
