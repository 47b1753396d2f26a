"""What belongs to what? Said here once, for every figure and every way to group them.

A ticket (arrived, waiting time, within target, served, no-show, abandoned, expired, in system) belongs to the hour,
weekday, day, service, agency, class and language with which it arrived, and to the window and the operator that called
it last before it was first served; to none (`None`) where nobody did. What is done with a ticket (walk, service, calls,
recalls, transfers, out-of-turn calls, overtakings, breaches) belongs to the same hour, weekday, day, class and
language, but to the service, agency, window and operator of that act. Queue length and occupancy belong to the hour,
weekday and day by the clock.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from data.centre import Centre
from data.centre.spans import MINUTE
from data.reports.rows import ASKED_FOR, AT, PLAIN, SERVICE, WINDOW, WITH_CLASS, WITH_PERSON, Reading, Row
from data.reports.waiter import Waiter


class By(StrEnum):
    """The ways to group the figures."""

    HOUR = "hour"
    WEEKDAY = "weekday"
    DAY = "day"
    SERVICE = "service"
    AGENCY = "agency"
    WINDOW = "window"
    OPERATOR = "operator"
    CLASS = "class"
    LANGUAGE = "language"


Key = str | int | None
CLOCK = frozenset({By.HOUR, By.WEEKDAY, By.DAY})
"""Groups that are stretches of time."""
PLACES = frozenset({By.WINDOW, By.OPERATOR})
"""Groups of those who call; nobody waits for them."""


class Grouping(NamedTuple):
    """How one report groups its figures.

    `ticket` is the group of a ticket by its first event, the call that ended its waiting, if any, and its service day.
    `act` is the group of an act with it; None where that is always the ticket's. `reading` is how to read the log.
    """

    by: By
    ticket: Callable[[Waiter, Row | None, str], Key]
    act: Callable[[Row], Key] | None
    reading: Reading


def grouping(by: By, centre: Centre) -> Grouping:
    """The grouping of a report; services and hours are those of the centre."""
    agencies = {service.id: service.agency for service in centre.services}
    hour = hours(centre)
    tickets: dict[By, Callable[[Waiter, Row | None, str], Key]] = {
        By.HOUR: lambda ticket, call, day: hour(ticket.events[0][AT]),
        By.WEEKDAY: lambda ticket, call, day: date.fromisoformat(day).isoweekday(),
        By.DAY: lambda ticket, call, day: day,
        By.SERVICE: lambda ticket, call, day: ticket.events[0][SERVICE],
        By.AGENCY: lambda ticket, call, day: agencies.get(ticket.events[0][SERVICE]),
        By.WINDOW: lambda ticket, call, day: call[WINDOW] if call else None,
        By.OPERATOR: lambda ticket, call, day: call[ASKED_FOR] if call else None,
        By.CLASS: lambda ticket, call, day: ticket.events[0][ASKED_FOR],
        By.LANGUAGE: lambda ticket, call, day: ticket.language,
    }
    acts: dict[By, Callable[[Row], Key]] = {
        By.SERVICE: itemgetter(SERVICE),
        By.AGENCY: lambda row: agencies.get(row[SERVICE]),
        By.WINDOW: itemgetter(WINDOW),
        By.OPERATOR: itemgetter(ASKED_FOR),
    }
    reading = {By.CLASS: WITH_CLASS, By.OPERATOR: WITH_PERSON}.get(by, PLAIN)
    return Grouping(by, tickets[by], acts.get(by), reading)


def hours(centre: Centre) -> Callable[[int], int]:
    """A function that tells the hour that the centre's clock shows at a moment; it remembers each minute."""
    known: dict[int, int] = {}

    def hour(at: int) -> int:
        minute = at // MINUTE
        if minute not in known:
            known[minute] = centre.wall(minute * MINUTE).hour
        return known[minute]

    return hour


def stretches(centre: Centre, by: By, day: str, first: int, last: int) -> list[tuple[int, int, Key]]:
    """The groups of clock time from `first` to `last` of a service day: from, to (exclusive), group."""
    if by is By.DAY:
        return [(first, last, day)]
    if by is By.WEEKDAY:
        return [(first, last, date.fromisoformat(day).isoweekday())]
    hour, found = hours(centre), list[tuple[int, int, Key]]()
    begins, shown = first, hour(first)
    for minute in range(first // MINUTE + 1, last // MINUTE + 1):
        now = hour(minute * MINUTE)
        if now != shown:
            found.append((begins, minute * MINUTE, shown))
            begins, shown = minute * MINUTE, now
    return [*found, (begins, last, shown)]
