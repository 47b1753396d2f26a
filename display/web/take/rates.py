"""How many tickets may one network take by phone?"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from ipaddress import ip_network
from math import ceil

from data.clock import SECOND
from display.web.guard.addresses import within

WITHIN = 600 * SECOND
MOST_NETWORKS = 4096
IPV4_PREFIX = 24


class Rates:
    """Counts the keys of each network over ten minutes: what is sent again with the same key counts once.

    Of the networks that asked last so many are remembered, so that no crowd of them takes the memory.
    """

    def __init__(self, micros: Callable[[], int], most: int = MOST_NETWORKS) -> None:
        self._micros = micros
        self._most = most
        self._counted: OrderedDict[str, OrderedDict[str, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._counted)

    def enter(self, network: str, key: str, rate: int) -> int:
        """Count the key: 0, or where that were more than `rate`, in how many seconds the next is free."""
        now = self._micros()
        keys = self._counted[network] = self._counted.pop(network, OrderedDict())
        while keys and not now - WITHIN < _oldest(keys) <= now:
            keys.popitem(last=False)
        if len(self._counted) > self._most:
            self._counted.popitem(last=False)
        if key in keys:
            return 0
        if len(keys) >= rate:
            return max(1, ceil((_oldest(keys) + WITHIN - now) / SECOND))
        keys[key] = now
        return 0

    def keep(self, network: str, key: str) -> None:
        """Count the key even where it was not counted any more: it took something."""
        self._counted.get(network, OrderedDict()).setdefault(key, self._micros())

    def leave(self, network: str, key: str) -> None:
        """Do not count the key: it took nothing."""
        self._counted.get(network, {}).pop(key, None)


def network(host: str, asking: str, named: Sequence[str]) -> str:
    """The network that is counted: the one of those that the centre has `named`, else the nearest of the address."""
    found = next((one for one in named if within(host, (one,))), None)
    if found:
        return found
    try:
        return asking if "/" in asking else str(ip_network(f"{asking}/{IPV4_PREFIX}", strict=False))
    except ValueError:  # the address is not known
        return asking


def _oldest(keys: OrderedDict[str, int]) -> int:
    return next(iter(keys.values()))
