"""Which part of the building does a screen show?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.centre.settings import Centre

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """Ranges of `windows` and ids of `services`, each empty for all; a call is of a zone that has both of it."""

    windows: Ranges = ()
    services: tuple[str, ...] = ()

    def check(self, centre: "Centre") -> None:
        """Raises Refused `unknown-window` and `unknown-service` for what is named here and not there.

        What lies between the ends of a range need not all be there.
        """
        for number in (end for ends in self.windows for end in ends):
            centre.window(number)
        for service in self.services:
            centre.service(service)

    def has(self, window: int, service: str) -> bool:
        """Is a call of this service to this window one of the zone?"""
        return self._has_window(window) and (not self.services or service in self.services)

    def serves(self, centre: "Centre") -> frozenset[str]:
        """The ids of the services whose queues are those of the zone."""
        served = self.services or tuple(service.id for service in centre.services)
        if not self.windows:
            return frozenset(served)
        here = (window.serves for window in centre.windows if self._has_window(window.number) and not window.retired)
        return frozenset(served).intersection(*[_all(here)])

    def _has_window(self, number: int) -> bool:
        return not self.windows or any(first <= number <= last for first, last in self.windows)


WHOLE = Zone()


def windows(text: str) -> Ranges:
    """The windows of "1-6,9"; none when it is no such list."""
    parts = [re.fullmatch(r"([0-9]{1,3})(?:-([0-9]{1,3}))?", part.strip()) for part in text.split(",")]
    ranges = tuple((int(part[1]), int(part[2] or part[1])) for part in parts if part)
    return ranges if len(ranges) == len(parts) and all(first <= last for first, last in ranges) else ()


def services(text: str) -> tuple[str, ...]:
    """The services of "id-card,passport"; none when one of them is blank."""
    parts = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    return parts if all(parts) else ()


def _all(several: Iterable[Iterable[str]]) -> set[str]:
    return {one for some in several for one in some}
