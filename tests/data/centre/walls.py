"""Centres of a zone with opening hours, and the moments at which the clock on their wall shows a time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data import centre, clock
from tests.data.centre.centre_files import edited, read

MINUTE = 60 * 1_000_000
BAKU = ZoneInfo("Asia/Baku")
BERLIN = ZoneInfo("Europe/Berlin")


def opening(
    hours: str | None, zone: ZoneInfo = BAKU, day_starts: str = "00:00", more: str = "", last_ticket: str = "15m"
) -> centre.Centre:
    """A centre of `zone` that is open as `hours` say, written as TOML; `more` are further lines of its table."""
    lines = ['id = "demo"', f'day_starts = "{day_starts}"', more] + ([f"hours = {hours}"] if hours else [])
    text = edited('id = "demo"', "\n".join(lines), edited("Asia/Baku", zone.key))
    return read(edited("[rules]", f'[rules]\nlast_ticket = "{last_ticket}"', text))


def at(zone: ZoneInfo, wall: str) -> int:
    """The moment at which the clocks of `zone` show this; the first one where they show it twice."""
    return clock.micros(datetime.fromisoformat(wall).replace(tzinfo=zone))
