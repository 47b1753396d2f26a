"""The zones of the hall that are shown now."""

from data.refused import Refused, mark
from data.zone import WHOLE, Zone
from display.web.hall.show import KEPT_S, Show
from display.web.web import Web

MOST = 64
OF_ONE = 8
"""So many parts of the hall one address watches at once: nobody alone has all that there can be."""
CROWDED = mark("Too many parts of the hall are shown at once. Please try again in a minute.")


class Shows:
    """One show for each zone, made when its first screen asks; at most so many, besides that of the whole hall.

    Those that a screen watches stay; of the others, the oldest makes room. An address watches at most `of_one` of them.
    """

    def __init__(self, web: Web, most: int = MOST, of_one: int = OF_ONE) -> None:
        self._web = web
        self._most, self._of_one = most, of_one
        self._shows: dict[Zone, Show] = {}

    def __len__(self) -> int:
        return len(self._shows)

    def of(self, zone: Zone, address: str) -> Show:
        """The show of a zone, for whoever asks from an address. Raises Refused `too-many`."""
        show = self._shows.get(zone)
        if zone != WHOLE and not (show and show.watched_from(address)):
            self._count(address)
        if show is None or show.over:
            self._make_room(zone)
            show = self._shows[zone] = Show(self._web, zone, self._forget)
        return show

    def _count(self, address: str) -> None:
        watched = sum(show.watched_from(address) for show in self._shows.values() if show.zone != WHOLE)
        if watched >= self._of_one:
            raise Refused("too-many", CROWDED, retry_after=int(KEPT_S))

    def _make_room(self, zone: Zone) -> None:
        others = [show for show in self._shows.values() if show.zone != WHOLE]
        if zone == WHOLE or len(others) < self._most:
            return
        unwatched = next((show for show in others if not show.watched), None)
        if unwatched is None:
            raise Refused("too-many", CROWDED, retry_after=int(KEPT_S))
        unwatched.close()
        self._forget(unwatched)

    def _forget(self, show: Show) -> None:
        if self._shows.get(show.zone) is show:
            del self._shows[show.zone]
