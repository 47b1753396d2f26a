"""What may be missing by now, since the log says that it was purged?"""

from datetime import UTC, date, datetime
from typing import NamedTuple

from data.clock import micros
from data.records import Event


class Purged(NamedTuple):
    """What an event `purge` says: its revision, and the last service day that it covers."""

    revision: int
    day: str

    def covers(self, event: Event) -> bool:
        """Whether what was kept aside of an event may be missing: by the service day of its ticket, or by its time."""
        over = event.at < before(self.day) if event.ticket_id is None else (event.service_day or "") <= self.day
        return event.revision < self.revision and over


def before(day: str) -> int:
    """The moment at which a day begins in UTC: nothing before it is of a later service day, wherever the centre is."""
    return micros(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC))
