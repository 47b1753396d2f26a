"""Since when do the numbers stand?"""

from dataclasses import dataclass
from datetime import datetime

from data.refused import Refused


@dataclass(frozen=True, slots=True)
class Outage:
    """The store is gone `since` then; why, where that is known."""

    since: datetime
    refused: Refused | None = None
