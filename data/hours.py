"""When is the centre open? By the wall clock of its zone, so that days of 23 and 25 hours need no care."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated

from data.faults import must

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 24 * 60
WEEK = 7 * DAY

DAYS = '{file}: {key}: {value} must be a day or a range of days, such as "mon" or "mon-fri"'
RANGE = '{file}: {key}: {value} must be a range of times, such as "09:00-18:00", that ends at "24:00" or before'

Week = tuple[tuple[int, int], ...]


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


def week(hours: Mapping[str, Iterable[str]]) -> Week:
    """All the ranges of a week, in minutes since Monday's midnight; the last may run past the week's end."""
    spans = [(day, span(text)) for key, texts in hours.items() for text in texts for day in days(key)]
    return tuple((day * DAY + found[0], day * DAY + found[1]) for day, found in spans if found)


def covers(week: Week, wall: datetime) -> bool:
    """Is `wall`, the time that the centre's clock shows, within a range? Its start is, its end is not."""
    minute = wall.weekday() * DAY + wall.hour * 60 + wall.minute
    return any(start <= minute < end or start <= minute + WEEK < end for start, end in week)


Days = Annotated[str, must(days, DAYS)]
Span = Annotated[str, must(span, RANGE)]
