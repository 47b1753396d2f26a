"""On which days does a centre not open?"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache


def closed_days(holidays: Iterable[str], country: str | None) -> Callable[[date], bool]:
    """Whether a day is one of the ISO dates `holidays`, or a public holiday of a country such as "AZ".

    A holiday that is moved to another day, since it falls on a weekend, closes both.
    """
    own = frozenset(map(date.fromisoformat, holidays))
    return lambda day: day in own or (country is not None and day in public(country, day.year))


@cache
def public(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country in a year, also those observed in its place on another day."""
    from holidays import country_holidays  # 65 ms and 11 MB that only a centre with a country needs

    try:
        return frozenset(country_holidays(country, years=year, observed=True))
    except NotImplementedError:  # a screen with an older package than the one that set the centre up: it works on
        return frozenset()
