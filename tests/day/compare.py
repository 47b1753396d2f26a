"""What a report says, and what it should say."""

from collections.abc import Iterator, Mapping

from data.reports.grouping import By
from data.reports.report import report as of_store
from data.store import Store
from data.texts import words
from tests.day import expected, work
from tests.day.books import Books
from tests.day.script import TODAY

HAS_QUEUE = ("queue_observed_s", "queue_mean", "queue_max")
HAS_WORK = ("working_s", "occupancy")
NEAR = 0.0011


def differences(store: Store, books: Books, by: str) -> Iterator[str]:
    """Each figure of the report by `by` that is not as it was counted."""
    report = of_store(store, first=TODAY, last=TODAY, by=By(by), say=words("en"))
    there = {group.name if by == "operator" else group.group: group.figures for group in report.groups}
    yield from compare(there | {"total": report.total}, books, by)


def compare(reported: Mapping[str, Mapping[str, float | None]], books: Books, by: str) -> Iterator[str]:
    """Each figure of the groups that is not as it was counted; no figure is the same as 0."""
    reported = {"" if name == "–" else name: figures for name, figures in reported.items()}
    counted, worked = expected.count(books, by), work.count(books, by)
    for name in sorted({*reported, *counted, *worked}):
        should = counted.get(name, {}) | worked.get(name, {})
        said = reported.get(name, {})
        for figure in {*should, *said}:
            wanted = should.get(figure) if _has(by, name, figure) else None
            if abs((said.get(figure) or 0) - (wanted or 0)) > NEAR:
                yield f"by {by}, {name}: {figure} is {said.get(figure)}, not {wanted}"


def _has(by: str, name: str, figure: str) -> bool:
    if figure in HAS_QUEUE:
        return name == "total" or by not in work.PLACES
    return figure not in HAS_WORK or name == "total" or by in work.PLACES or by in work.CLOCK
