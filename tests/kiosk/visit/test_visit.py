"""The way of a visit, without a screen."""

from collections.abc import Sequence

import pytest

from data.clock import SECOND
from kiosk.visit.directory import Directory
from kiosk.visit.offered import Offered
from kiosk.visit.question import BACK
from kiosk.visit.steps import asked
from kiosk.visit.visit import SORRY, home
from tests.kiosk.centres import TWO, a_centre
from tests.kiosk.walks import FULL, NOW, Walk, a_ticket

OFFERED = Offered(Directory(TWO))
SERVICE = "agency-1-service-1"


def test_language_agency_service_ticket() -> None:
    walk = Walk()
    assert walk.choose("en").step == "agency"
    assert walk.choose("agency-1").step == "service"
    taking = walk.choose("agency-1-service-2")
    assert (taking.step, taking.service, taking.key) == ("taking", "agency-1-service-2", "key 1")
    assert walk.answer(a_ticket()).step == "ticket"


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
    assert asked(Offered(Directory(a_centre(services, languages)))) == steps


def test_an_agency_of_one_service_leads_to_the_ticket() -> None:
    assert Walk().choose("en", "agency-2").service == "agency-2-service-1"


def test_back_leads_one_question_back_and_not_out_of_the_first() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    assert [walk.choose(BACK).step for _ in range(3)] == ["agency", "language", "language"]


def test_one_key_for_a_visit_and_a_service() -> None:
    walk = Walk()
    first = walk.choose("en", "agency-1", SERVICE)
    walk.visit = first.refused(FULL, walk.now)
    assert walk.wait(10).step == "service"
    assert walk.choose(SERVICE).key == first.key
    walk.visit = first.refused(FULL, walk.now)
    walk.wait(10)
    assert walk.choose("agency-1-service-2").key != first.key


def test_the_next_visitor_has_another_key_and_begins_at_the_beginning() -> None:
    walk = Walk()
    key = walk.choose("en", "agency-2").key
    walk.answer(a_ticket())
    assert walk.wait(20) == home(OFFERED, walk.now)
    assert walk.choose("en", "agency-2").key != key


def test_a_refused_visitor_comes_back_to_where_the_choice_was() -> None:
    walk = Walk()
    walk.visit = walk.choose("en", "agency-2").refused(FULL, walk.now)
    assert walk.visit.text == FULL.text
    assert walk.wait(10).step == "agency"


def test_after_twenty_seconds_without_an_answer_the_visitor_is_told() -> None:
    walk = Walk()
    walk.choose("en", "agency-2")
    assert walk.wait(19).step == "taking"
    assert (walk.wait(1).step, walk.visit.text) == ("told", SORRY)
    assert walk.wait(10).step == "language"


def test_what_was_never_seen_is_not_dismissed() -> None:
    ticket = home(OFFERED, NOW).taken(a_ticket(), NOW)
    assert ticket.dismissed(OFFERED, NOW + SECOND // 4).step == "ticket"
    assert ticket.dismissed(OFFERED, NOW + SECOND // 2).step == "language"


def test_a_clock_set_back_keeps_no_ticket_on_the_screen() -> None:
    walk = Walk()
    walk.visit = home(OFFERED, NOW).taken(a_ticket(), NOW)
    walk.wait(-5 * 3600)
    assert walk.wait(19).step == "ticket"
    assert walk.wait(1).step == "language"


def test_a_centre_that_changed_under_the_visitor_begins_anew() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    assert walk.visit.within(OFFERED, walk.now) is walk.visit
    other = Offered(Directory(a_centre({"Other": ["a", "b"]}, ["az", "en"])))
    assert walk.choose(BACK).within(other, walk.now).step == "language"


def test_a_language_that_no_terminal_shows_is_that_of_the_ticket_alone() -> None:
    walk = Walk(Offered(Directory(a_centre({"One": ["a", "b"]}, ["az", "en", "ar"]))))
    assert walk.names() == ["Azərbaycanca", "English", "Arabic"]
    visit = walk.choose("ar")
    assert (visit.language, visit.own) == ("en", "ar")


def test_without_english_a_screen_falls_back_to_the_first_language() -> None:
    visit = Walk(Offered(Directory(a_centre({"One": ["a", "b"]}, ["az", "ar"])))).choose("ar")
    assert (visit.language, visit.own) == ("az", "ar")
