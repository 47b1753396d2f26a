"""What the slow figures share: what they know of a centre, and what they count."""

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
QUARTER = 900_000_000
WORK = ("open", "close", "sign-on", "sign-off", "break", "back")


class World(NamedTuple):
    """What the log does not say: of the centre, of the languages of tickets, and the time of the report."""

    zone: ZoneInfo
    day_starts: int
    targets: dict[str, int]
    agencies: dict[str, str]
    pause: int
    languages: dict[int, str]
    now: int


class Observed(NamedTuple):
    """Something to count: the group it belongs to, what it is, and how much."""

    group: Any
    what: str
    value: int = 1


def wall(world: World, at: int) -> datetime:
    return (EPOCH + timedelta(microseconds=at)).astimezone(world.zone)


def service_day(world: World, at: int) -> str:
    return (wall(world, at).replace(tzinfo=None) - timedelta(minutes=world.day_starts)).date().isoformat()
