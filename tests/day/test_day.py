"""A day of a centre with 12 windows: the log, the hall and the reports say what was done on it."""

from time import monotonic

import pytest

from data import log
from data.lifecycle import Act
from data.reports.grouping import By
from tests.commands import Commands
from tests.day.books import Books
from tests.day.compare import compare, differences
from tests.day.script import TODAY, Script
from tests.day.whole import day

IN_TIME_S = 120


def check(url: str, guests: int, seed: int) -> None:
    """Do a day, and ask the store what it was."""
    with day(url, guests=guests, seed=seed) as (script, halls):
        for hall in halls:
            hall.check()
        script.clock.advance(hours=12)
        wrong = [line for by in By for line in differences(script.store, script.books, by)]
        assert not wrong, "\n".join(wrong)
        all_was_done(script)
        by_command_line(Commands(url), script.books)


def all_was_done(script: Script) -> None:
    """There is no act that nobody did; and who did it is in the log, but for the visitors."""
    events = [*log.events(script.store)]
    acts = {event.act for event in events}
    assert acts == {act.value for act in Act} - {Act.NEXT, Act.POSTPONE, Act.PURGE} or len(script.books.guests) < 1000
    assert {event.act for event in events if event.person is None} <= {"init", "take", "book", "check-in", "cancel"}


def by_command_line(novbe: Commands, books: Books) -> None:
    """The log is whole, and the report says the same as from Python."""
    verified = novbe("verify", "--json")
    assert (verified.code, verified.json["ok"]) == (0, True)
    asked = ("--from", TODAY.isoformat(), "--to", TODAY.isoformat(), "--format", "json")
    by_window = novbe("report", *asked, "--by", "window").json
    said = {group.pop("group"): group for group in by_window["groups"] if group.pop("name")}
    wrong = [*compare(said | {"total": by_window["total"]}, books, "window")]
    assert not wrong, "\n".join(wrong)


def test_a_day_of_a_few_hundred(sqlite_url: str) -> None:
    check(sqlite_url, 350, 1)


@pytest.mark.slow
def test_a_short_day_on_postgresql(postgres_url: str) -> None:
    check(postgres_url, 120, 2)


@pytest.mark.slow
def test_a_day_of_two_thousand(sqlite_url: str) -> None:
    began = monotonic()
    check(sqlite_url, 2000, 3)
    assert monotonic() - began < IN_TIME_S
