"""What has its turn now, where things take turns on one place of the screen?"""

from datetime import datetime
from math import gcd, lcm

SECONDS = 10
"""How long each has its turn."""


def turn(now: datetime) -> int:
    """The number of the turn at `now`."""
    return int(now.timestamp()) // SECONDS


def left(now: datetime) -> float:
    """The seconds until the next turn."""
    return SECONDS - now.timestamp() % SECONDS


def page(turn: int, pages: int, languages: int) -> int:
    """Which of so many pages is shown while `languages` take turns too: each page comes in each language."""
    skipped = turn // lcm(pages, languages) if gcd(pages, languages) > 1 else 0
    return (turn + skipped) % pages
