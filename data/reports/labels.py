"""Which groups does a report have, in which order, and what are they called?"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from data.centre import Centre
from data.centre.hours import WEEKDAYS
from data.reports.grouping import By, Key
from data.reports.period import ONE, Period
from data.store import Statement, Store
from data.tables import PERSON
from data.texts import Words, mark, name, own_name

PEOPLE = Statement(select(PERSON.c.id, PERSON.c.name))
NONE = "–"
CLASSES = {"normal": mark("Normal"), "priority": mark("Priority"), "immediate": mark("Immediate")}


class Label(NamedTuple):
    """A group: as programs know it, "" where there is none, and its `name`, for people."""

    group: str
    name: str


def keys(centre: Centre, by: By, period: Period, found: Iterable[Key]) -> list[Key]:
    """The groups of a report in order: all that there could be something of, and those that were found besides."""
    there = set(found)
    known = list(_known(centre, by, period, there))
    more = [key for key in there if key not in known and key is not None]
    return known + sorted(more, key=lambda key: (str(type(key)), key)) + ([None] if None in there else [])


def _known(centre: Centre, by: By, period: Period, there: set[Key]) -> Iterable[Key]:
    match by:
        case By.HOUR:
            hours = [key for key in there if isinstance(key, int)]
            return range(min(hours), max(hours) + 1) if hours else ()
        case By.WEEKDAY:
            days = min(7, (period.last - period.first).days + 1)
            return sorted((period.first + day * ONE).isoweekday() for day in range(days))
        case By.DAY:
            return _days(period, there)
        case By.SERVICE:
            return [one.id for one in centre.services if not one.retired or one.id in there]
        case By.AGENCY:
            serving = {service.agency for service in centre.current_services}
            return [one.id for one in centre.agencies if one.id in serving | there]
        case By.WINDOW:
            return [one.number for one in centre.windows if not one.retired or one.number in there]
        case By.CLASS:
            return list(CLASSES)
        case By.LANGUAGE:
            return list(centre.languages)
    return ()


def _days(period: Period, there: set[Key]) -> Iterable[Key]:
    """Every day from the first on which there was anything to the last."""
    found = sorted(key for key in there if isinstance(key, str))
    if not found:
        return [period.first.isoformat()] if period.first == period.last else []
    first, last = date.fromisoformat(found[0]), date.fromisoformat(found[-1])
    return [(first + day * ONE).isoformat() for day in range((last - first).days + 1)]


def labels(store: Store, by: By, found: list[Key], say: Words) -> list[Label]:
    """What the groups are called, in the language of `say` where they have a name in it."""
    with store.snapshot():
        people: dict[int, str] = dict(store.all(PEOPLE)) if by is By.OPERATOR else {}
    return [_label(store.centre, by, key, say, people) for key in found]


def _label(centre: Centre, by: By, key: Key, say: Words, people: dict[int, str]) -> Label:
    if key is None:
        return Label("", NONE)
    group = WEEKDAYS[int(key) - 1] if by is By.WEEKDAY else f"{key:02}:00" if by is By.HOUR else str(key)
    return Label(group, _name(centre, by, key, say, people) or group)


def _name(centre: Centre, by: By, key: Key, say: Words, people: dict[int, str]) -> str:
    match by:
        case By.WEEKDAY:
            return weekday(int(key or 0), say.language)
        case By.SERVICE:
            return next((name(one.name, say.language) for one in centre.services if one.id == key), "")
        case By.AGENCY:
            return next((name(one.name, say.language) for one in centre.agencies if one.id == key), "")
        case By.OPERATOR:
            return people.get(int(key or 0), "")
        case By.CLASS:
            return say(CLASSES[str(key)]) if key in CLASSES else ""
        case By.LANGUAGE:
            return own_name(str(key))
    return ""


def weekday(iso: int, language: str) -> str:
    """The name of a weekday; Monday is 1."""
    from babel.dates import get_day_names

    return get_day_names("wide", "stand-alone", language)[iso - 1]
