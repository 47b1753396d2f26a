"""What the page of a ticket tells, in words."""

import pytest

from data.texts import words
from display.web.ticket.told import NUMBER, STATES, told
from tests.display.web.ticket.tellings import LANGUAGES, UNNUMBERED, appointment, followed, place
from tests.display.web.ticket.tellings import STATES as ALL

PLACE = place()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ALL)
def test_each_state_says_how_it_stands(state: str, language: str) -> None:
    seen = told(PLACE, followed(state), language)
    assert seen.lead
    assert seen.heading == NUMBER
    assert seen.lead in seen.title or state == "called"
    assert seen.lead.rstrip(".") in seen.say
    if state in STATES:
        assert seen.lead == words(language)(STATES[state], window=3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", UNNUMBERED)
def test_an_appointment_has_its_time_in_place_of_a_number(state: str, language: str) -> None:
    seen = told(PLACE, appointment(state), language)
    assert seen.time == "12:00"
    assert "2026" in seen.day
    assert NUMBER not in seen.title + seen.say + seen.heading


def test_who_waits_reads_how_many_are_ahead() -> None:
    seen = told(PLACE, followed(ahead=4), "en")
    assert (seen.lead, seen.mood) == ("4 people ahead", "calm")
    assert seen.more == ("Please wait until your number is called.",)
    assert told(PLACE, followed(ahead=21), "ru").lead == words("ru").count("{n} person ahead", "{n} people ahead", 21)


@pytest.mark.parametrize(
    ("ahead", "says"), [(3, "3 people ahead"), (1, "1 person ahead"), (0, "Nobody is ahead of you.")]
)
def test_with_three_ahead_the_turn_comes_soon(ahead: int, says: str) -> None:
    seen = told(PLACE, followed(ahead=ahead), "en")
    assert (seen.lead, seen.mood) == (says, "soon")
    assert seen.more == ("It is your turn soon. Please stay near the windows.",)


def test_who_is_called_reads_where_to_go_in_title_and_page() -> None:
    seen = told(PLACE, followed("called"), "en")
    assert (seen.lead, seen.window) == ("Please go to window 3.", 3)
    assert seen.title == f"▶ {NUMBER} → 3"
    assert seen.say == f"{NUMBER}. Please go to window 3."


def test_an_appointment_says_when_and_with_what_to_check_in() -> None:
    seen = told(PLACE, appointment(), "en")
    assert seen.more == ("Please check in at a kiosk between 11:30 and 12:10 with this code:",)
    assert seen.shows_code
    assert seen.title == "Your appointment · Wednesday, November 25, 2026 · 12:00"
    assert seen.say == (
        "Your appointment. Wednesday, November 25, 2026. 12:00. "
        "Please check in at a kiosk between 11:30 and 12:10 with this code."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_out_is_whole_sentences(language: str) -> None:
    for one in (appointment(), followed("served", may=frozenset({"rate"})), followed(ahead=2)):
        said = told(PLACE, one, language).say
        assert said[-1] in ".?؟"
        assert not any(wrong in said for wrong in (":.", "?.", "؟.", "..", " ."))


def test_who_was_served_hears_that_the_visit_may_be_rated() -> None:
    assert told(PLACE, followed("served", may=frozenset({"rate"})), "en").say.endswith("How was your visit?")
    assert "visit" not in told(PLACE, followed("served"), "en").say


def test_from_right_to_left_the_number_of_those_ahead_stays_off_that_of_the_ticket() -> None:
    assert told(PLACE, followed(ahead=8), "ar").title.startswith(f"{NUMBER}\u200f · 8")
    assert told(PLACE, followed(ahead=8), "en").title.startswith(f"{NUMBER} · 8")


def test_an_appointment_that_nobody_came_for_says_what_to_do() -> None:
    seen = told(PLACE, appointment("no-show"), "en")
    assert seen.lead == "This appointment was on Wednesday, November 25, 2026. Please take a ticket."
    assert told(PLACE, appointment("cancelled"), "en").lead == "Your appointment is cancelled."


def test_where_to_wait_and_what_comes_afterwards_are_said_while_it_goes_on() -> None:
    seen = told(PLACE, followed(steps=("passport",)), "en")
    assert seen.where
    assert seen.where.text == "Hall 2"
    assert [step.text for step in seen.steps] == ["Passport"]
    assert told(PLACE, followed("called"), "en").where is None
    assert told(PLACE, followed("cancelled", steps=("passport",)), "en").steps == ()


def test_a_name_says_which_language_it_is_in() -> None:
    seen = told(PLACE, followed(), "ar")
    assert seen.service == ("بطاقة", "ar")
    assert seen.agency == ("Interior", "en")
