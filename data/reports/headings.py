"""What every report says of itself: of which centre and days it is, as of when, and by what it is grouped."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from data.reports.grouping import By
from data.reports.period import Period
from data.texts import Words, mark, name

TITLE = mark("Report: {centre}")
TOTAL = mark("together")
GROUPS = {
    By.HOUR: mark("Hour"),
    By.WEEKDAY: mark("Weekday"),
    By.DAY: mark("Day"),
    By.SERVICE: mark("Service"),
    By.AGENCY: mark("Agency"),
    By.WINDOW: mark("Window"),
    By.OPERATOR: mark("Operator"),
    By.CLASS: mark("Class"),
    By.LANGUAGE: mark("Language"),
}


class Headed(Protocol):
    """A report of any kind."""

    @property
    def centre(self) -> Mapping[str, str]: ...

    @property
    def period(self) -> Period: ...

    @property
    def head(self) -> str: ...

    @property
    def made(self) -> datetime: ...

    @property
    def timezone(self) -> str: ...

    @property
    def set_back(self) -> int: ...


def title(report: Headed, say: Words) -> str:
    """What the report is called."""
    return say(TITLE, centre=name(report.centre, say.language))


def lines(report: Headed, say: Words) -> list[str]:
    """The period, as of when, the head of the log, and what else is to be known."""
    first, last = report.period
    said = [
        say(mark("Service day: {day}"), day=first)
        if first == last
        else say(mark("Service days: {first} to {last}"), first=first, last=last),
        say(mark("Made: {moment} ({zone})"), moment=report.made, zone=report.timezone),
        say(mark("Head of the log: {head}"), head=report.head),
    ]
    if report.set_back:
        said.append(
            say.count(
                "The clock was set back {n} time meanwhile: times across that are not exact.",
                "The clock was set back {n} times meanwhile: times across that are not exact.",
                report.set_back,
            )
        )
    return said
