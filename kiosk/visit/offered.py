"""What the kiosk can offer, as the thread that talks to the store reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from data.clock import micros
from data.texts import words
from kiosk.visit.directory import NOBODY, Directory

if TYPE_CHECKING:
    from data.centre.settings import Centre
    from data.store import Store
    from data.views import Offer

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Offered:
    """The services of the centre, and how it stands at each: `offers` is empty until they have been read.

    `at` is when that was, by the centre's clock; `prints` says that there is a printer.
    """

    directory: Directory
    offers: "Mapping[str, Offer]" = field(default_factory=dict)
    at: datetime = NEVER
    prints: bool = False

    @property
    def centre(self) -> "Centre":
        """How the centre is set up."""
        return self.directory.centre

    @property
    def today(self) -> date:
        """The date on the centre's clock."""
        return self.at.date()

    @property
    def shut(self) -> bool:
        """Whether no service gives tickets at this hour."""
        return bool(self.offers) and not any(offer.open for offer in self.offers.values())

    @property
    def opens(self) -> datetime | None:
        """When the first service gives tickets again; None where that is not known."""
        return min((offer.opens for offer in self.offers.values() if offer.opens), default=None)

    def check_in(self, slot: datetime) -> tuple[datetime, datetime]:
        """From when until when a booking is checked in with the place of its slot, by the centre's clock."""
        first, last = self.centre.check_in(micros(slot))
        return self.centre.wall(first), self.centre.wall(last)

    def takes(self, service: str) -> bool:
        """Whether a ticket of `service` can be taken now."""
        offer = self.offers.get(service)
        return offer is None or (offer.open and not offer.full)

    def in_order_of(self, before: "Offered") -> "Offered":
        """The same, with the services in the order of `before`, where the centre has not changed since."""
        if before.centre is self.centre or before.centre == self.centre:
            return replace(self, directory=before.directory)
        return self


class Reader:
    """Reads on the store's thread: the centre alone at first, then all, and once a service day what is taken most."""

    def __init__(self, prints: bool = False) -> None:
        self._prints = prints
        self._directory: Directory | None = None
        self._taken: Mapping[str, int] = NOBODY
        self._day = ""

    def __call__(self, store: "Store") -> Offered:
        """All that there is; the first time only what the first screen needs, before anything heavy is imported."""
        if self._directory:
            return self.all(store)
        for language in store.centre.languages:
            words(language)
        self._directory = Directory(store.centre)
        return Offered(self._directory, prints=self._prints)

    def all(self, store: "Store") -> Offered:
        """The centre and all of its offers."""
        from data import board
        from data.centre import closed  # noqa: F401  (paid here, not at the first ticket)

        offers = {offer.service: offer for offer in board.offers(store)}
        return Offered(self._kept(store), offers, store.centre.wall(store.micros()), self._prints)

    def _kept(self, store: "Store") -> Directory:
        """Made anew on a new service day, and where the centre was set up anew."""
        day = store.centre.service_day(store.micros())
        if day != self._day:
            from data import popular

            self._taken, self._day, self._directory = popular.taken(store), day, None
        if self._directory is None or self._directory.centre is not store.centre:
            self._directory = Directory(store.centre, self._taken)
            self._directory.found("")  # cut the names now, not under the first letter
        return self._directory
