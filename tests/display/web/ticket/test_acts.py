"""What the holder of a ticket may do, and how it is asked."""

import pytest

from data import centre, ratings
from display.web.ticket import notices, rating
from display.web.ticket.acts import MAY_BE_CALLED, acts
from tests.display.web.ticket.tellings import FILE, LANGUAGES, appointment, followed, place

PLACE = place()
BOTH = frozenset({"cancel", "postpone"})


def test_only_what_may_be_done_is_offered() -> None:
    assert [act.name for act in acts(PLACE, followed(may=BOTH), "en")] == ["postpone", "cancel"]
    assert [act.name for act in acts(PLACE, followed(may=frozenset({"cancel"})), "en")] == ["cancel"]
    assert acts(PLACE, followed("called"), "en") == ()


def test_letting_others_go_first_says_by_how_much_and_how_often_yet() -> None:
    (act, _) = acts(PLACE, followed(may=BOTH, postpones=1), "en")
    assert act.summary == "I need 10 more minutes"
    assert act.text == (
        f"Others go first: your place moves back by 10 minutes. {MAY_BE_CALLED}",
        "You can do this 2 more times.",
    )
    assert act.seen == 1
    (act, _) = acts(PLACE, followed(may=BOTH, postpones=2), "en")
    assert act.text[1] == "You can do this 1 more time."


def test_the_minutes_are_those_of_the_centre_and_no_limit_is_none() -> None:
    free = centre.read(FILE + '[rules]\npostpone_by = "90s"\npostpone_times = 0\n', "centre.toml")
    (act, _) = acts(free, followed(may=BOTH), "en")
    assert act.summary == "I need 2 more minutes"
    assert act.text == (f"Others go first: your place moves back by 2 minutes. {MAY_BE_CALLED}",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_giving_up_is_asked_once_more(language: str) -> None:
    (ticket,) = acts(PLACE, followed(may=frozenset({"cancel"})), language)
    (booking,) = acts(PLACE, appointment(), language)
    assert ticket.summary != booking.summary
    assert ticket.summary != ticket.button


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_asks_all_questions_with_all_their_answers(language: str) -> None:
    form = rating.form(language)
    assert {one.name: tuple(value for value, _ in one.answers) for one in form.questions} == ratings.QUESTIONS
    assert [one.name for one in form.questions if one.needed] == ["overall"]
    assert all(one.text and all(text for _, text in one.answers) for one in form.questions)
    assert not form.wrong


def test_a_form_that_comes_back_says_what_is_missing_and_keeps_what_was_chosen() -> None:
    form = rating.form("en", {"cost": "agree"})
    assert form.wrong == "Please say how satisfied you are with the visit."
    assert form.chosen == {("cost", "agree")}


def test_only_answers_that_there_are_count() -> None:
    fields = {"overall": "satisfied", "cost": "satisfied", "time": "", "name": "agree"}
    assert rating.answers(fields) == {"overall": "satisfied"}


def test_a_word_in_the_address_that_is_none_of_ours_says_nothing() -> None:
    assert notices.notice("postponed") == "Your place has moved back. You keep your ticket."
    assert notices.notice("<b>") == notices.notice(None) == ""
