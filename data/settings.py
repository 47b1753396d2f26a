"""What is set for this centre? One frozen object, asked by name."""

from functools import cached_property
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, model_validator

from data import clock
from data.entries import STORED, About, Agency, Classes, Rules, Service, Table, Window
from data.faults import Fault, Place, once, shown
from data.hours import Week, covers, week
from data.refused import Refused

ONE_OF = "{file}: {key}: {value} must be one of: {allowed}"
NAMELESS = "{file}: {key}: must be in at least one of: {allowed}"


class Centre(Table):
    """A centre as its file sets it up; services and windows that the file no longer names are in it as retired."""

    about: About = Field(alias="centre")
    rules: Rules = Rules()
    classes: Classes = Classes()
    agencies: tuple[Agency, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    windows: tuple[Window, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def fits_together(self, info: ValidationInfo) -> Self:
        """Nothing is there twice, and what one table names is in the other."""
        agencies, services = [agency.id for agency in self.agencies], [service.id for service in self.services]
        once(agencies, ("agencies",), ("id",))
        once(services, ("services",), ("id",))
        once([window.number for window in self.windows], ("windows",), ("number",))
        for index, service in enumerate(self.services):
            one_of(service.agency, agencies, ("services", index, "agency"))
        for index, window in enumerate(self.windows):
            for position, service in enumerate(window.services):
                one_of(service, services, ("windows", index, "services", position))
        if info.context != STORED:  # a retired service may have no name in the languages of today
            self.has_names()
        return self

    def has_names(self) -> None:
        """Raise the Fault of the first name that is in none of the centre's languages."""
        names = {("centre", "name"): self.about.name}
        names |= {("agencies", index, "name"): agency.name for index, agency in enumerate(self.agencies)}
        names |= {("services", index, "name"): service.name for index, service in enumerate(self.services)}
        for place, name in names.items():
            if name.keys().isdisjoint(self.languages):
                raise Fault(NAMELESS, place, allowed=", ".join(self.languages))

    @property
    def id(self) -> str:
        return self.about.id

    @property
    def name(self) -> dict[str, str]:
        return self.about.name

    @property
    def languages(self) -> tuple[str, ...]:
        return self.about.languages

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.about.timezone)

    @property
    def day_starts(self) -> int:
        """Minutes after midnight, by the wall clock."""
        return self.about.day_starts

    @property
    def address(self) -> str | None:
        return self.about.address

    @property
    def hours(self) -> dict[str, tuple[str, ...]] | None:
        return self.about.hours

    @cached_property
    def week(self) -> Week | None:
        """The hours as ranges of minutes of a week; None when it is always open."""
        return None if self.hours is None else week(self.hours)

    @property
    def current_services(self) -> tuple[Service, ...]:
        """Those that are not retired, in the order of the file."""
        return tuple(service for service in self.services if not service.retired)

    def agency(self, key: str) -> Agency:
        """The agency with this id; LookupError when there is none, since only a service names one."""
        for agency in self.agencies:
            if agency.id == key:
                return agency
        raise LookupError(key)

    def service(self, key: str) -> Service:
        """The service with this id, retired or not; Refused `unknown-service` when there is none."""
        for service in self.services:
            if service.id == key:
                return service
        raise Refused("unknown-service", "There is no service {service}.", service=shown(key))

    def current_service(self, key: str) -> Service:
        """The service with this id that is not retired; Refused `unknown-service` when there is none."""
        service = self.service(key)
        if service.retired:
            raise Refused("unknown-service", "There is no service {service}.", service=shown(key))
        return service

    def window(self, number: int) -> Window:
        """The window with this number, retired or not; Refused `unknown-window` when there is none."""
        for window in self.windows:
            if window.number == number:
                return window
        raise Refused("unknown-window", "There is no window {window}.", window=shown(number))

    @cached_property
    def head_starts(self) -> dict[str, int]:
        """The head start of each class over a normal ticket, in microseconds."""
        return {"normal": 0} | dict(self.classes)

    def head_start(self, class_: str) -> int:
        """Microseconds that a ticket of this class is ahead of a normal one; Refused `unknown-class` for no class."""
        starts = self.head_starts
        if class_ not in starts:
            raise Refused(
                "unknown-class",
                "There is no class {given}; there are: {allowed}.",
                given=shown(class_),
                allowed=", ".join(starts),
            )
        return starts[class_]

    def is_open(self, at: int) -> bool:
        """Is the centre open at `at`, in microseconds since the epoch?"""
        return self.week is None or covers(self.week, clock.moment(at).astimezone(self.zone))

    def service_day(self, at: int) -> str:
        """The ISO date of the service day of `at`, in microseconds since the epoch."""
        return clock.service_day(at, self.zone, self.day_starts).isoformat()

    def document(self) -> str:
        """The centre as JSON, in the shape of the file, with what is retired marked."""
        return self.model_dump_json(by_alias=True)


def one_of(value: str, known: list[str], place: Place) -> None:
    """Raise a Fault at `place` when `value` is not known."""
    if value not in known:
        raise Fault(ONE_OF, place, value=shown(value), allowed=", ".join(known))
