"""Who serves what, in which order, and by which names is it found?"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from data.texts import written
from kiosk.visit.finding import Words, cut, find

if TYPE_CHECKING:
    from data.centre.entries import Agency, Service
    from data.centre.settings import Centre

ONE_PAGE = 9
OFTEN = 3
ENOUGH = 100
"""Tickets in all, before what was taken most says anything."""
NOBODY: Mapping[str, int] = {}


class Directory:
    """The services of a centre, most taken first, where `taken` tells how many tickets each had; then as in the file.

    It is made once for a centre and a service day, since the order must not change under a visitor's hand.
    """

    def __init__(self, centre: "Centre", taken: Mapping[str, int] = NOBODY) -> None:
        self.centre = centre
        self.taken = taken if sum(taken.values()) >= ENOUGH else NOBODY
        self.services = tuple(sorted(centre.current_services, key=lambda one: -self.taken.get(one.id, 0)))
        self._of: dict[str, list[Service]] = {}
        for service in self.services:
            self._of.setdefault(service.agency, []).append(service)
        self.agencies: tuple[Agency, ...] = tuple(one for one in centre.agencies if one.id in self._of)

    def of(self, agency: str) -> "Sequence[Service]":
        """What `agency` offers."""
        return self._of.get(agency, ())

    @property
    def is_large(self) -> bool:
        """Whether there are more services than one page shows, so that it helps to type."""
        return len(self.services) > ONE_PAGE

    @cached_property
    def often(self) -> "Sequence[Service]":
        """The few that most visitors come for, where there are more than one page shows."""
        if not self.is_large or len(self.agencies) < 2:
            return ()
        return [service for service in self.services[:OFTEN] if self.taken.get(service.id)]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Those in which a screen can say something, of which there is always one."""
        return tuple(filter(written, self.centre.languages)) or ("en",)

    def on_screen(self, language: str) -> str:
        """The language of the screen for a visitor who chose `language`, which a terminal may be unable to show."""
        return language if written(language) else "en" if "en" in self.languages else self.languages[0]

    def found(self, search: str) -> "Sequence[Service]":
        """The services whose name, in any of the centre's languages, has words that begin as those of `search`."""
        return [self._by_id[key] for key in find(search, self._names)]

    @cached_property
    def _by_id(self) -> "dict[str, Service]":
        return {service.id: service for service in self.services}

    @cached_property
    def _names(self) -> dict[str, list[Words]]:
        """Cut beforehand, so that each letter finds at once."""
        return {one.id: [cut(name) for name in dict.fromkeys(one.name.values())] for one in self.services}
