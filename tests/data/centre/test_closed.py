"""What is said when no ticket is given, in the visitor's language, with the day and the time at which it opens."""

import pytest

from data.centre.closed import closed, why
from data.texts import words
from tests.data.centre.walls import BAKU, at, opening

OFFICE = '{ mon-fri = ["09:00-13:00", "14:00-18:00"], sat = ["10:00-15:00"] }'


@pytest.mark.parametrize(
    ("wall", "said"),
    [
        ("2026-11-25 08:00", "This service is closed now. It opens at 09:00."),
        ("2026-11-25 12:45", "The last ticket for now has been given out. The next one is given at 14:00."),
        ("2026-11-25 13:10", "This service is closed now. It opens at 14:00."),
        (
            "2026-11-28 14:50",
            "The last ticket for today has been given out. It opens again: Monday, November 30, 2026, 09:00.",
        ),
        ("2026-11-28 16:00", "This service is closed now. It opens again: Monday, November 30, 2026, 09:00."),
    ],
)
def test_it_says_when_it_opens(wall: str, said: str) -> None:
    refusal = closed(opening(OFFICE), "id-card", at(BAKU, wall))
    assert refusal.code == "service-closed"
    assert words("en")(refusal.text, **refusal.values) == said


def test_it_says_that_a_supervisor_has_stopped_it_and_when_it_opens_after_that_day() -> None:
    ours = opening(OFFICE)
    services = tuple(one.model_copy(update={"closed_on": "2026-11-25"}) for one in ours.services)
    stopped = ours.model_copy(update={"services": services})
    said = "No more tickets are given for this service today. It opens again: Thursday, November 26, 2026, 09:00."
    for wall in ("2026-11-25 08:00", "2026-11-25 12:55", "2026-11-25 13:30", "2026-11-25 20:00"):
        refusal = closed(stopped, "id-card", at(BAKU, wall))
        assert (refusal.code, words("en")(refusal.text, **refusal.values)) == ("service-closed", said)
    assert not stopped.gives_tickets("id-card", at(BAKU, "2026-11-25 10:00"))
    assert stopped.gives_tickets("id-card", at(BAKU, "2026-11-26 10:00"))


def test_a_stop_without_an_opening_promises_nothing() -> None:
    refusal = why(None, opening(OFFICE).wall(at(BAKU, "2026-11-25 08:00")), last_passed=False, stopped=True)
    assert refusal.message == "No more tickets are given for this service today."


def test_where_it_does_not_open_it_promises_nothing() -> None:
    assert closed(opening("{ mon = [] }"), "id-card", 0).message == "This service is closed now."
    ours = opening('{ mon-sun = ["09:00-09:10"] }')
    assert closed(ours, "id-card", at(BAKU, "2026-11-25 09:05")).message == "The last ticket has been given out."


def test_programs_read_the_time_as_iso() -> None:
    refusal = closed(opening(OFFICE), "id-card", at(BAKU, "2026-11-28 16:00"))
    assert refusal.message == "This service is closed now. It opens again: 2026-11-30 09:00."


@pytest.mark.parametrize(("language", "month"), [("az", "noyabr"), ("ru", "ноября"), ("fr", "novembre")])
def test_each_language_writes_the_day_its_own_way(language: str, month: str) -> None:
    ours = opening(OFFICE)
    refusal = why(ours.wall(at(BAKU, "2026-11-30 09:00")), ours.wall(at(BAKU, "2026-11-28 16:00")), last_passed=False)
    said = words(language)("{opens}", **refusal.values)
    assert all(part in said for part in (month, "30", "09:00")), said
    assert "November" not in said
