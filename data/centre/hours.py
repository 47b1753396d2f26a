"""What are the opening hours of a week, and what do they make of one day? By the clock on the wall of a zone."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from data.centre.faults import must
from data.clock import SECOND

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 24 * 60

DAYS = '{file}: {key}: {value} must be a day or a range of days, such as "mon" or "mon-fri"'
RANGE = '{file}: {key}: {value} must be a range of times, such as "09:00-18:00", that ends at "24:00" or before'

Ranges = tuple[tuple[int, int], ...]
Week = tuple[Ranges, ...]
ALWAYS: Week = 7 * (((0, DAY),),)


def days(key: str) -> tuple[int, ...]:
    """The weekdays (Monday is 0) of "mon" or "fri-mon"; nothing when it is no such key."""
    first, dash, last = key.partition("-")
    last = last if dash else first
    if first not in WEEKDAYS or last not in WEEKDAYS:
        return ()
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return tuple(day % 7 for day in range(start, end + 1 if end >= start else end + 8))


def span(text: str) -> tuple[int, int] | None:
    """Start and end of "09:00-18:00" in minutes, past a day when it ends on the next; None when it is no range."""
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)", text):
        return None
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in text.split("-"))
    if start == end:
        return None
    return start, end if end > start else end + DAY


def week(hours: Mapping[str, Iterable[str]] | None) -> Week:
    """For each weekday the ranges that begin on it, in minutes after its midnight; without hours always open."""
    if hours is None:
        return ALWAYS
    spans = [(day, span(text)) for key, texts in hours.items() for text in texts for day in days(key)]
    return tuple(tuple(sorted({found for on, found in spans if found and on == day})) for day in range(7))


@lru_cache(maxsize=4096)
def ranges(week: Week, zone: ZoneInfo, day: date) -> Ranges:
    """The ranges that begin on `day`, in order, as opening and closing in microseconds since the epoch.

    A range of which nothing is left where the clocks are put forward is not there.
    """
    found = ((reached(zone, day, start), reached(zone, day, end)) for start, end in week[day.weekday()])
    return tuple((opening, closing) for opening, closing in found if opening < closing)


def reached(zone: ZoneInfo, day: date, minutes: int) -> int:
    """The first moment, in microseconds, at which the clocks of `zone` show `minutes` after midnight of `day`, or more.

    So a time that the clocks jump over comes as they jump, and one that they show twice comes the first time.
    """
    wall = datetime.combine(day, time(), zone) + timedelta(minutes=minutes)
    first, second = int(wall.timestamp()), int(wall.replace(fold=1).timestamp())
    if second < first:  # only a time that is jumped over
        before = datetime.fromtimestamp(second, zone).utcoffset()
        jump = bisect_left(
            range(second, first), True, key=lambda at: datetime.fromtimestamp(at, zone).utcoffset() != before
        )
        first = second + jump
    return first * SECOND


Days = Annotated[str, must(days, DAYS)]
Span = Annotated[str, must(span, RANGE)]
