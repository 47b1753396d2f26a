"""The rules of a visit, without a screen."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count

import pytest

from data.refused import Refused
from data.views import Ticket
from kiosk.offered import Offered
from kiosk.question import BACK, Choice
from kiosk.visit import SECOND, SORRY, Visit, asked, home
from tests.kiosk.centres import TWO, a_centre

OFFERED = Offered(TWO)
NOW = 1_000 * SECOND
TICKET = Ticket(
    "A001", "C", "NOVBE:C", "s", "normal", "az", "waiting", 0, date(2026, 11, 25), datetime(2026, 11, 25, tzinfo=UTC), 1
)
FULL = Refused("quota-full", "All tickets of this service for today have been taken.")


class Walk:
    """Goes on with a visit, a second at a time."""

    def __init__(self, offered: Offered = OFFERED) -> None:
        self.offered = offered
        self.now = NOW
        self.visit = home(offered, NOW)
        self._keys = count(1)

    def choose(self, *choices: str, why: str = "") -> Visit:
        for choice in choices:
            self.now += SECOND
            self.visit = self.visit.chosen(Choice(choice, choice, why=why), self.offered, self.now, self._key)
        return self.visit

    def wait(self, seconds: float) -> Visit:
        self.now += int(seconds * SECOND)
        self.visit = self.visit.later(self.offered, self.now)
        return self.visit

    def _key(self) -> str:
        return f"key {next(self._keys)}"


def test_language_agency_service_ticket() -> None:
    walk = Walk()
    assert walk.choose("en").step == "agency"
    assert walk.choose("agency-1").step == "service"
    taking = walk.choose("agency-1-service-2")
    assert (taking.step, taking.service, taking.key) == ("taking", "agency-1-service-2", "key 1")
    assert taking.taken(TICKET, walk.now).step == "ticket"


@pytest.mark.parametrize(
    ("languages", "services", "steps"),
    [
        (["az", "en"], {"One": ["a", "b"], "Two": ["c"]}, ("language", "agency", "service")),
        (["az"], {"One": ["a", "b"], "Two": ["c"]}, ("agency", "service")),
        (["az"], {"One": ["a"]}, ("service",)),
        (["az", "en"], {"One": ["a"]}, ("language", "service")),
    ],
)
def test_what_leaves_no_choice_is_not_asked(
    languages: Sequence[str], services: dict[str, Sequence[str]], steps: tuple[str, ...]
) -> None:
    assert asked(Offered(a_centre(services, languages))) == steps


def test_an_agency_of_one_service_leads_to_the_ticket() -> None:
    assert Walk().choose("en", "agency-2").service == "agency-2-service-1"


def test_back_leads_one_question_back_and_not_out_of_the_first() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    assert [walk.choose(BACK).step for _ in range(3)] == ["agency", "language", "language"]


def test_one_key_for_a_visit_and_a_service() -> None:
    walk = Walk()
    first = walk.choose("en", "agency-1", "agency-1-service-1")
    walk.visit = first.refused(FULL, OFFERED, walk.now)
    assert walk.wait(10).step == "service"
    assert walk.choose("agency-1-service-1").key == first.key
    walk.visit = first.refused(FULL, OFFERED, walk.now)
    walk.wait(10)
    assert walk.choose("agency-1-service-2").key != first.key


def test_the_next_visitor_has_another_key_and_begins_at_the_beginning() -> None:
    walk = Walk()
    key = walk.choose("en", "agency-2").key
    walk.visit = walk.visit.taken(TICKET, walk.now)
    assert walk.wait(20) == home(OFFERED, walk.now)
    assert walk.choose("en", "agency-2").key != key


def test_a_refused_visitor_comes_back_to_where_the_choice_was() -> None:
    walk = Walk()
    walk.visit = walk.choose("en", "agency-2").refused(FULL, OFFERED, walk.now)
    assert walk.visit.text == FULL.text
    assert walk.wait(10).step == "agency"


def test_what_cannot_be_chosen_says_why_and_takes_nothing() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    said = walk.choose("agency-1-service-1", why="Closed.")
    assert (said.step, said.text, said.key) == ("told", "Closed.", "")


def test_after_twenty_seconds_without_an_answer_the_visitor_is_told() -> None:
    walk = Walk()
    walk.choose("en", "agency-2")
    assert walk.wait(19).step == "taking"
    assert (walk.wait(1).step, walk.visit.text) == ("told", SORRY)
    assert walk.wait(10).step == "language"


def test_a_question_that_nobody_answers_ends_after_a_minute() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    assert walk.wait(59).step == "service"
    walk.visit = walk.visit.touched(walk.now)
    assert walk.wait(59).step == "service"
    assert walk.wait(1).step == "language"
    assert walk.visit.language == ""


def test_what_was_never_seen_is_not_dismissed() -> None:
    ticket = home(OFFERED, NOW).taken(TICKET, NOW)
    assert ticket.dismissed(OFFERED, NOW + SECOND // 4).step == "ticket"
    assert ticket.dismissed(OFFERED, NOW + SECOND // 2).step == "language"


def test_a_clock_set_back_keeps_no_ticket_on_the_screen() -> None:
    walk = Walk()
    walk.visit = home(OFFERED, NOW).taken(TICKET, NOW)
    walk.wait(-5 * 3600)
    assert walk.wait(19).step == "ticket"
    assert walk.wait(1).step == "language"


def test_a_centre_that_changed_under_the_visitor_begins_anew() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    assert walk.visit.within(OFFERED, walk.now) is walk.visit
    other = Offered(a_centre({"Other": ["a", "b"]}, ["az", "en"]))
    assert walk.choose(BACK).within(other, walk.now).step == "language"
