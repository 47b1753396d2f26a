"""What stands on the screen is read aloud, in its language."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.texts import words
from data.views import Ticket
from display.parts.speech.library import Library
from display.parts.speech.sentences import Sentence
from kiosk.screen.tools import OPEN, SPEAK
from kiosk.visit.question import BACK, NEXT, PREVIOUS, TYPE_CODE, Choice, Question
from kiosk.voice import spoken
from tests.display.parts.speech.phonemes import Phonemes

SAY = words("en")
CARD, PAY = Choice("card", "Identity card", "3 people ahead"), Choice("pay", "Pay a fee")
ASKED = Question("1", SAY, "Centre", "Choose a service", (CARD, PAY))


def ticket(number: str = "A012", ahead: int | None = 3, window: int | None = None) -> Ticket:
    at = datetime(2026, 11, 25, 9, tzinfo=UTC)
    state = "waiting" if ahead is not None else "called"
    return Ticket(number, "c", "Q", "card", "normal", "en", state, ahead, date(2026, 11, 25), at, 1, window)


def texts(sentences: list[Sentence]) -> list[str]:
    return [sentence.text for sentence in sentences]


def test_a_question_is_read_with_its_targets_and_their_keys() -> None:
    leads = [("0", Choice(BACK, "Back")), ("-", Choice(PREVIOUS, "Previous page")), ("+", Choice(NEXT, "Next page"))]
    said = spoken.question(ASKED, [("1", CARD), ("2", PAY), *leads])
    assert texts(said) == [
        "Choose a service",
        "Press 1: Identity card, 3 people ahead.",
        "Press 2: Pay a fee.",
        "Press 0 to go back.",
        "Press minus for the previous page.",
        "Press plus for the next page.",
    ]
    assert {sentence.language for sentence in said} == {"en"}


def test_what_is_said_before_the_choices_is_read_before_them() -> None:
    asked = replace(ASKED, text="It is closed now.")
    assert texts(spoken.question(asked, [("1", PAY)])) == [
        "Choose a service",
        "It is closed now.",
        "Press 1: Pay a fee.",
    ]


def test_the_keys_that_help_are_those_of_the_tools() -> None:
    assert (SPEAK, OPEN) == (".", "*")
    assert texts(spoken.tools(SAY)) == ["Press the full stop to hear this again.", "Press the star for settings."]


def test_only_what_is_on_the_page_is_read() -> None:
    assert texts(spoken.question(ASKED, [("1", PAY)]))[1:] == ["Press 1: Pay a fee."]


def test_a_name_with_braces_is_read_as_it_is() -> None:
    assert texts(spoken.question(ASKED, [("1", Choice("x", "Tax {x}"))]))[1:] == ["Press 1: Tax {x}."]


def test_the_languages_are_read_each_in_its_own() -> None:
    ways = [("9", Choice(TYPE_CODE, "I have a code")), ("+", Choice(NEXT, "Next page"))]
    said = spoken.languages([("1", Choice("az", "")), ("2", Choice("en", "")), *ways])
    assert [sentence.language for sentence in said] == ["az", "az", "en", "en", "en", "en"]
    assert said[0].text == words("az")("Choose a language")
    assert "Azərbaycan" in said[1].text
    assert texts(said)[2:4] == ["Choose a language", "Press 2: English."]
    assert texts(said)[4:] == ["Press 9: I have a code.", "Press plus for the next page."]


def test_a_notice_is_read() -> None:
    assert spoken.notice(SAY, "Closed now", "") == [Sentence("en", "Closed now")]


def test_a_ticket_is_read_with_its_place_and_what_to_do() -> None:
    assert spoken.ticket(ticket(), "Identity card", SAY) == [
        Sentence("en", "Your number is A012.", "A012"),
        Sentence("en", "Identity card"),
        Sentence("en", "3 people ahead"),
        Sentence("en", "Please wait until your number is called."),
    ]
    assert texts(spoken.ticket(ticket(ahead=1), "", SAY))[2] == "1 person ahead"


@pytest.mark.parametrize(
    ("language", "number"),
    [
        ("az", "a onici"),
        ("en", "eɪ twɛlv"),
        ("ru", "(en)eɪ(ru) dvʲɪnɑttsʌtʲ"),
        ("fr", "a duz"),
        ("es", "a doθe"),
        ("ar", "(en)eɪ(ar) ʔiθnaː ʕʕaʃar"),
    ],
)
def test_in_each_language_the_number_is_heard_and_the_place_after_it(
    tmp_path: Path, language: str, number: str
) -> None:
    phonemes = Phonemes(Library(), tmp_path / "phonemes")
    yours, _, place, _ = spoken.ticket(ticket(), "Card", words(language))
    assert number in phonemes.of(yours)
    assert "3" in place.text
    assert phonemes.of(place)


def test_a_ticket_that_is_called_is_sent_to_its_window() -> None:
    assert texts(spoken.ticket(ticket(ahead=None, window=4), "Card", SAY))[2:] == ["Please go to window 4."]


def test_a_booking_has_no_number_yet() -> None:
    assert texts(spoken.ticket(ticket(number="", ahead=None), "Card", SAY)) == ["Card"]


@pytest.mark.parametrize("language", ["az", "ru"])
def test_what_is_read_names_the_language_it_is_in(language: str) -> None:
    said = spoken.ticket(ticket(), "Kart", words(language))
    assert {sentence.language for sentence in said} == {language}


def test_the_volume_is_read() -> None:
    assert texts(spoken.volume(4, 5, SAY)) == ["Volume 4 of 5."]
