"""What is set for this centre? One frozen object, asked by name."""

from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, model_validator

from data import clock
from data.centre import names
from data.centre.closed_days import closed_days
from data.centre.entries import (
    About,
    Agency,
    Break,
    Classes,
    Hall,
    Kiosk,
    Reason,
    Rules,
    Service,
    Table,
    Web,
    Window,
)
from data.centre.faults import Fault, Place, once, shown
from data.centre.hours import Ranges, Week, reached, week
from data.centre.timetable import Timetable
from data.centre.values import STORED
from data.refused import Refused

ONE_OF = "{file}: {key}: {value} must be one of: {allowed}"


class Centre(Table):
    """A centre as its file sets it up; services and windows that the file no longer names are in it as retired."""

    about: About = Field(alias="centre")
    rules: Rules = Rules()
    classes: Classes = Classes()
    kiosk: Kiosk = Kiosk()
    hall: Hall = Hall()
    web: Web = Web()
    reasons: tuple[Reason, ...] = ()
    breaks: tuple[Break, ...] = ()
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
        once([reason.id for reason in self.reasons], ("reasons",), ("id",))
        once([reason.id for reason in self.breaks], ("breaks",), ("id",))
        for index, service in enumerate(self.services):
            one_of(service.agency, agencies, ("services", index, "agency"))
            for position, step in enumerate(service.then):
                one_of(
                    step, [other for other in services if other != service.id], ("services", index, "then", position)
                )
        for index, window in enumerate(self.windows):
            for position, service in enumerate(window.services):
                one_of(service, services, ("windows", index, "services", position))
        names.put_in_order(self._names(), self.languages)
        if info.context != STORED:  # a retired service may have no name in the languages of today
            names.check(self._names(), self.languages)
        return self

    def _names(self) -> dict[Place, dict[str, str]]:
        return names.names(self.about, self.reasons, self.breaks, self.agencies, self.services)

    @property
    def missing_names(self) -> tuple[str, ...]:
        """The names that lack a language of the centre, each as `services.3.name.ru`; not those of what is retired."""
        services = self.current_services
        serving = {service.agency for service in services}
        retired = {("agencies", index) for index, one in enumerate(self.agencies) if one.id not in serving}
        retired |= {("services", index) for index, one in enumerate(self.services) if one.retired}
        current = {place: name for place, name in self._names().items() if place[:2] not in retired}
        return tuple(names.missing(current, self.languages))

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

    @cached_property
    def timetables(self) -> dict[str, Timetable]:
        """The timetable of each service, by its own hours or else the centre's; one for all with the same hours."""
        is_closed_on = closed_days(self.about.holidays, self.about.country)
        centres, same = week(self.hours), dict[Week, Timetable]()
        weeks = {one.id: centres if one.hours is None else week(one.hours) for one in self.services}
        for hours in weeks.values():
            same.setdefault(hours, Timetable(hours, self.zone, is_closed_on, self.rules.last_ticket))
        return {service: same[hours] for service, hours in weeks.items()}

    def timetable(self, service: str) -> Timetable:
        """The timetable of a service; Refused `unknown-service` when there is none."""
        return self.timetables[self.service(service).id]

    def ranges(self, service: str, day: date) -> Ranges:
        """The ranges in which a service is open that begin on a day by the centre's clock, as `Timetable.ranges`."""
        return self.timetable(service).ranges(day)

    def is_open(self, service: str, at: int) -> bool:
        """Is a service open at `at`, in microseconds since the epoch?"""
        return self.timetable(service).is_open(at)

    def gives_tickets(self, service: str, at: int) -> bool:
        """Is a service open at `at`, not too near its closing for another ticket, and not stopped for that day?"""
        return self.timetable(service).gives_tickets(at) and not self.stopped(service, at)

    def stopped(self, service: str, at: int) -> bool:
        """Has a supervisor stopped the service for the service day of `at`?"""
        closed_on = self.service(service).closed_on
        return closed_on is not None and closed_on == self.service_day(at)

    def opens(self, service: str, at: int) -> int | None:
        """The first moment from `at` on at which a service gives tickets; None: not in the next 60 days."""
        return self.timetable(service).opens(self.day_ends(at) if self.stopped(service, at) else at)

    def check_in(self, slot: int) -> tuple[int, int]:
        """From when until when a booking has the place of its slot, in microseconds: within its service day."""
        day = clock.service_day(slot, self.zone, self.day_starts)
        begins, ends = (reached(self.zone, each, self.day_starts) for each in (day, day + timedelta(days=1)))
        early, late = self.rules.check_in_early, self.rules.check_in_late
        return max(begins, slot - early) if early else begins, min(ends, slot + late) if late else ends

    def wall(self, at: int) -> datetime:
        """The time that the centre's clock shows at `at`, in microseconds since the epoch."""
        return clock.moment(at).astimezone(self.zone)

    def service_day(self, at: int) -> str:
        """The ISO date of the service day of `at`, in microseconds since the epoch."""
        return clock.service_day(at, self.zone, self.day_starts).isoformat()

    def day_ends(self, at: int) -> int:
        """When the service day of `at` is over, in microseconds since the epoch."""
        day = clock.service_day(at, self.zone, self.day_starts)
        return reached(self.zone, day + timedelta(days=1), self.day_starts)

    def document(self) -> str:
        """The centre as JSON, in the shape of the file, with what is retired marked."""
        return self.model_dump_json(by_alias=True)


def one_of(value: str, known: list[str], place: Place) -> None:
    """Raise a Fault at `place` when `value` is not known."""
    if value not in known:
        raise Fault(ONE_OF, place, value=shown(value), allowed=", ".join(known))
