"""What the kiosk can offer, as the thread that talks to the store reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.texts import words
from data.views import Offer

if TYPE_CHECKING:
    from data.entries import Agency, Service
    from data.settings import Centre
    from data.store import Store


@dataclass(frozen=True, slots=True)
class Offered:
    """The centre, and how it stands at each of its services: `offers` is empty until they have been read."""

    centre: "Centre"
    offers: Mapping[str, Offer] = field(default_factory=dict)

    @property
    def agencies(self) -> "tuple[Agency, ...]":
        """Those that serve anything, in the order of the file."""
        return tuple(agency for agency in self.centre.agencies if self.services(agency.id))

    def services(self, agency: str) -> "tuple[Service, ...]":
        """What `agency` offers, in the order of the file."""
        return tuple(one for one in self.centre.current_services if one.agency == agency)


def glimpse(store: "Store") -> Offered:
    """The centre alone: all that the first screen needs, before anything heavy is imported."""
    for language in store.centre.languages:
        words(language)
    return Offered(store.centre)


def read(store: "Store") -> Offered:
    """The centre and all of its offers."""
    from data import board, visitor  # noqa: F401  (the import is paid here, not at the first ticket)

    return Offered(store.centre, {offer.service: offer for offer in board.offers(store)})
