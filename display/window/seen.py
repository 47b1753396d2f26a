"""What the screen last read from the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from data.texts import name, shown_name
from data.views import Desk

if TYPE_CHECKING:
    from data.settings import Centre
    from data.store import Store


@dataclass(frozen=True, slots=True)
class Seen:
    """A window's desk, with the names of all services in `language`.

    `offered` are the services that a ticket can go to; `speaks` names the language of the visitor in hand, `reason` why
    the ticket in hand has its class.
    """

    desk: Desk
    names: Mapping[str, str]
    offered: tuple[str, ...]
    language: str
    zone: tzinfo
    speaks: str = ""
    reason: str = ""

    @property
    def hand(self) -> str | None:
        """The number of the ticket in hand."""
        return self.desk.in_hand.ticket if self.desk.in_hand else None

    def service(self, service: str) -> str:
        """The service's name on one line, or its id where the centre no longer has it."""
        return " ".join(self.names.get(service, service).split())

    def clock(self, moment: datetime) -> str:
        """The time of day at the centre, to the minute."""
        return f"{moment.astimezone(self.zone):%H:%M}"


def read(store: "Store", window: int, language: str | None) -> Seen:
    """The window as it is now, in `language` or the centre's first. Raises Refused: `unknown-window`."""
    from data import desk  # sqlalchemy: not before the first paint

    now = desk.read(store, window=window)
    centre = store.centre
    language = language or centre.languages[0]
    return Seen(
        desk=now,
        names={service.id: name(service.name, language) for service in centre.services},
        offered=tuple(service.id for service in centre.current_services),
        language=language,
        zone=centre.zone,
        speaks=shown_name(now.in_hand.language) if now.in_hand else "",
        reason=reason(centre, now.in_hand.reason, language) if now.in_hand else "",
    )


def reason(centre: "Centre", given: str, language: str) -> str:
    """A reason of the centre's by its name, any other as it was typed, with nothing in it that a terminal obeys."""
    known = {one.id: one.name for one in centre.reasons}
    if given in known:
        return name(known[given], language)
    return "".join(character if character.isprintable() else " " for character in given)
