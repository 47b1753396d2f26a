"""The store is lost, and what is said of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from data.refused import Refused
from data.texts import Words, mark

SHORT = timedelta(seconds=2)
STANDS, BACK = mark("What you see stands since {time}."), mark("The store is back")


@dataclass(frozen=True, slots=True)
class Outage:
    """Why the store is lost, and since when."""

    refused: Refused
    since: datetime

    def said(self, clock: str, say: Words) -> str:
        """What the screen says while it lasts: since when by its `clock`, "" where nothing has been seen yet."""
        return f"{say(STANDS, time=clock)} {self._why(say)}" if clock else self._why(say)

    def over(self, now: datetime, say: Words) -> tuple[str, str]:
        """What is said when the store is back, as what; why it was lost, where that was too short to be read."""
        return ("done", say(BACK)) if now - self.since >= SHORT else ("refused", self._why(say))

    def _why(self, say: Words) -> str:
        return say(self.refused.text, **self.refused.values)
