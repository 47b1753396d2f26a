"""What may stand in a centre file?"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from data.centre.faults import must, whole
from data.centre.hours import Days, Span
from data.centre.spans import MINUTE, Micros, Minutes
from data.centre.values import (
    LABEL,
    MOST,
    STORED,
    ZONE,
    Count,
    Date,
    Id,
    Language,
    Name,
    Network,
    Retired,
    Series,
    known_country,
    known_zone,
    must_last,
    only_stored,
    readable,
    unique,
    web_address,
    within_a_day,
)
from data.clock import HOUR, SECOND


class Table(BaseModel):
    """A table of the centre file: unknown keys are refused, and nothing changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class About(Table):
    """The centre itself; `day_starts` in minutes after midnight; without `hours` it is always open.

    `trust` says who may act for the staff: "local" whoever sits at a machine, "signed" only who signed on.
    `news` is a line for the hall. Codes, reasons and names are purged `retention` days after theirs; 0 keeps them.
    """

    id: Id
    name: Name
    timezone: Annotated[str, must(known_zone, ZONE)]
    languages: Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(unique)]
    day_starts: Minutes = 0
    holidays: Annotated[tuple[Date, ...], AfterValidator(unique)] = ()
    country: Annotated[str, AfterValidator(known_country)] | None = None
    address: Annotated[str, AfterValidator(web_address)] | None = None
    hours: Annotated[dict[Days, tuple[Span, ...]], Field(min_length=1)] | None = None
    trust: Literal["local", "signed"] = "signed"
    news: Name | None = None
    retention: Count = 30

    @model_validator(mode="before")
    @classmethod
    def as_it_was(cls, value: Any, info: ValidationInfo) -> Any:
        """A store from before anybody could sign on goes on as it was, until it is set up anew."""
        return {"trust": "local", **value} if info.context == STORED and isinstance(value, dict) else value


class Rules(Table):
    """When an act is allowed: times in microseconds, and how often. 0 switches a guard off."""

    recall_after: Micros = 15 * SECOND
    no_show_calls: Count = 2
    no_show_after: Micros = 60 * SECOND
    requeue_pause: Micros = 5 * MINUTE
    requeue_times: Count = 2
    revive_within: Micros = 30 * MINUTE
    undo_within: Micros = 10 * SECOND
    check_in_early: Micros = 30 * MINUTE
    check_in_late: Micros = 10 * MINUTE
    last_ticket: Annotated[Micros, AfterValidator(within_a_day)] = 15 * MINUTE
    postpone_by: Micros = 10 * MINUTE
    postpone_times: Count = 3
    lock_after: Micros = 5 * MINUTE
    in_hand_long: Micros = 30 * MINUTE
    silent_after: Micros = 2 * MINUTE
    warn_before: Annotated[Micros, AfterValidator(within_a_day)] = 30 * MINUTE


class Classes(Table):
    """The head start of each class over a normal ticket, in microseconds."""

    priority: Micros = 20 * MINUTE
    immediate: Micros = 24 * HOUR


class Agency(Table):
    """Who serves."""

    id: Id
    name: Name


class Reason(Table):
    """Why a visitor may have class `priority`."""

    id: Id
    name: Name


class Break(Table):
    """Why a window may have a break."""

    id: Id
    name: Name


class Hall(Table):
    """The hall screens: no sound in the `quiet` spans of each day, `volume` from 0 to 5, a folder of recorded `clips`.

    A call is shown for `dwell`, in microseconds, while not many wait to be shown.
    """

    quiet: tuple[Span, ...] = ()
    volume: Annotated[int, whole(0, 5)] = 4
    clips: Annotated[str, must(readable, LABEL)] | None = None
    dwell: Annotated[Micros, AfterValidator(within_a_day)] = 5 * SECOND


class Kiosk(Table):
    """The kiosks: `distance` from the eyes to the screen and height of a character `cell` in mm, `paper` in mm.

    `text` is the size of letters that every visit begins with.
    """

    distance: Annotated[int, whole(100, 5000)] = 600
    cell: Annotated[int, whole(1, 100)] = 9
    text: Literal["small", "medium", "large"] = "small"
    paper: Literal[58, 80] = 80


class Web(Table):
    """The pages for phones: a ticket may be taken there where it is `remote`, and only from the `networks` if there are
    any, at most `rate` in ten minutes from each; a forwarded address counts only when it comes from `trusted_proxies`.
    """

    remote: bool = False
    networks: tuple[Network, ...] = ()
    rate: Annotated[int, whole(1, MOST)] = 60
    trusted_proxies: tuple[Network, ...] = ()


class Service(Table):
    """What a visitor picks; `target_wait` in microseconds, `quota` in tickets a service day (None: without end).

    Without `hours` those of the centre hold. With a `duration`, in microseconds, it can be booked, in slots that long.
    A ticket for it goes on to the services of `then`, one after the other. On the service day `closed_on`, an ISO date,
    a supervisor has stopped it: no more tickets are given.
    """

    id: Id
    agency: str
    series: Series
    name: Name
    target_wait: Micros = 15 * MINUTE
    quota: Annotated[int, whole(1, MOST)] | None = None
    hours: Annotated[dict[Days, tuple[Span, ...]], Field(min_length=1)] | None = None
    duration: Annotated[Micros, must_last] | None = None
    where: Name | None = None
    then: Annotated[tuple[str, ...], AfterValidator(unique)] = ()
    closed_on: Annotated[str | None, BeforeValidator(only_stored)] = None
    retired: Retired = False


class Window(Table):
    """A service window and the ids of what it serves; `assigned` is what a supervisor has it serve instead."""

    number: Annotated[int, whole(1, 999)]
    services: Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(unique)]
    assigned: Annotated[tuple[str, ...] | None, BeforeValidator(only_stored)] = None
    retired: Retired = False

    @property
    def serves(self) -> tuple[str, ...]:
        """The ids of what it serves now."""
        return self.services if self.assigned is None else self.assigned
