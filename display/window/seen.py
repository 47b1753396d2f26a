"""What the screen last read from the store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from data.clock import micros
from data.texts import name, shown_name
from data.views import Desk

if TYPE_CHECKING:
    from data.centre.entries import Break, Reason
    from data.store import Store


@dataclass(frozen=True, slots=True)
class Seen:
    """A window's desk, with the names of all services in `language`.

    `offered` are the services that a ticket can go to; `speaks` names the language of the visitor in hand, `reason` why
    the ticket in hand has its class, `pause` why there is a break. `targets` are the waits that the services promise.
    """

    desk: Desk
    names: Mapping[str, str]
    offered: tuple[str, ...]
    language: str
    zone: tzinfo
    speaks: str = ""
    reason: str = ""
    pause: str = ""
    targets: Mapping[str, timedelta] = field(default_factory=dict)
    breaks: tuple[tuple[str, str], ...] = ()
    """Why there may be a break, as (id, name)."""
    long_in_hand: timedelta = timedelta(0)
    lock_after: timedelta = timedelta(0)
    holder: str = ""
    """Who is signed on, by name; not who has forgotten to sign off on an earlier day."""
    people: bool = False
    """Whether there is somebody who can sign on."""
    trusts: bool = True
    """Whether nobody needs to, while there is nobody."""

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
    from data import desk, people  # sqlalchemy: not before the first paint

    now = desk.read(store, window=window)
    centre = store.centre
    language = language or centre.languages[0]
    day = lambda at: centre.service_day(micros(at))  # noqa: E731
    return Seen(
        desk=now,
        names={service.id: name(service.name, language) for service in centre.services},
        offered=tuple(service.id for service in centre.current_services),
        language=language,
        zone=centre.zone,
        speaks=shown_name(now.in_hand.language) if now.in_hand else "",
        reason=_named(now.in_hand.reason, centre.reasons, language) if now.in_hand else "",
        pause=_named(now.pause, centre.breaks, language),
        targets={service.id: timedelta(microseconds=service.target_wait) for service in centre.services},
        breaks=tuple((one.id, name(one.name, language)) for one in centre.breaks),
        long_in_hand=timedelta(microseconds=centre.rules.in_hand_long),
        lock_after=timedelta(microseconds=centre.rules.lock_after),
        holder=now.person if now.since and day(now.since) >= day(now.at) else "",
        people=people.exist(store),
        trusts=centre.about.trust == "local",
    )


def _named(given: str, known: "Iterable[Reason | Break]", language: str) -> str:
    """A reason of the centre's by its name, any other as it was typed."""
    names = {one.id: one.name for one in known}
    return name(names[given], language) if given in names else printable(given)


def printable(text: str) -> str:
    """The text with nothing in it that a terminal obeys."""
    return "".join(character if character.isprintable() else " " for character in text)
