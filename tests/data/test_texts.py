"""Every text that a person sees is in every catalogue, once, with its placeholders and its plural forms."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import PurePosixPath
from string import Formatter

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from data.texts import name, own_name, right_to_left, shown_name, words, written
from tests.data.sayings import ROOT, Message, messages

TEXTS = ROOT / "data" / "texts"
LANGUAGES = sorted(file.stem for file in TEXTS.glob("*.po"))
ON_SCREENS = [language for language in LANGUAGES if written(language)]
NOT_ON_SCREENS = [language for language in LANGUAGES if not written(language)]
ELSEWHERE = [
    "data/paper", "data/texts", "data/visitor.py", "data/admission.py", "data/bookings.py", "data/slots.py",
    "data/centre/closed.py", "data/lifecycle.py", "data/tickets.py", "data/typed.py", "data/ratings.py",
    "display/parts/away.py", "display/parts/calls", "display/parts/own_ticket.py", "display/web",
]  # fmt: skip
"""Whose messages are said outside a terminal as well: on paper, aloud, and on pages, as on the visitor's own phone."""
AT_A_TERMINAL = ["display/web/serve.py"]
"""What of them is told whoever starts a server."""
ALSO = {"{ticket}, window {window}."}
"""What a voice says."""
THE_SAME = {
    "az": {"Operator"},
    "fr": {
        "Ticket", "Tickets", "Normal", "Maintenance", "Message", "Service", "Services", "service", "Long", "max",
        "quantiles", "questions", "{n} min", "{hours} h {minutes} min",
    },
    "es": {"Normal", "PIN", "Supervisor", "{n} min", "{hours} h {minutes} min"},
}  # fmt: skip
"""What another language happens to write as English does."""

SAID = messages()


def wanted(language: str) -> set[Message]:
    """The messages that a catalogue holds: all, or for a language that no screen shows, those said elsewhere."""
    if written(language):
        return set(SAID)
    said = {message for message, places in SAID.items() if any(map(_elsewhere, places))}
    return said | ALSO


def _elsewhere(place: str) -> bool:
    path = PurePosixPath(place.partition(":")[0])
    return str(path) not in AT_A_TERMINAL and any(map(path.is_relative_to, ELSEWHERE))


def catalogue(language: str) -> Catalog:
    with (TEXTS / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def translations(language: str) -> Iterator[tuple[Message, tuple[str, ...]]]:
    """Each message of the catalogue, and its text or its plural forms."""
    for message in catalogue(language):
        if message.id:
            ours = message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
            yield ours, tuple(map(str, message.string)) if isinstance(message.string, tuple) else (str(message.string),)


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def test_messages_are_found_in_the_code() -> None:
    assert len(SAID) > 150
    for message in ("Choose a service", "{ticket} is waiting, so this cannot be done.", "This needs a reason."):
        assert message in SAID
    assert ("{n} person ahead", "{n} people ahead") in SAID
    assert "{file}: {key} is missing" in SAID
    assert all((ROOT / room).exists() for room in ELSEWHERE + AT_A_TERMINAL)
    assert "display/web/pages/take/take.html" in {place.partition(":")[0] for place in SAID["Type to find"]}


def test_the_catalogues_are_those_of_the_issue() -> None:
    assert {"az", "en", "es", "fr", "ru"} <= set(ON_SCREENS)
    assert "ar" in NOT_ON_SCREENS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing(language: str) -> None:
    there = {ours for ours, said in translations(language) if all(said)}
    assert {message: SAID[message] for message in wanted(language) - there} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_unused(language: str) -> None:
    assert {ours for ours, _ in translations(language)} - wanted(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same(language: str) -> None:
    for message, said in translations(language):
        expected = placeholders(message if isinstance(message, str) else message[-1])
        # "one person" and "two people" may stand in words, where the language has a form for that number alone
        forms = said if isinstance(message, str) else said[_own_forms(language) :]
        assert all(placeholders(text) == expected for text in forms), message
        assert all(placeholders(text) <= expected for text in said), message


def _own_forms(language: str) -> int:
    """How many plural forms of `language` stand for one number alone."""
    return 3 if get_plural(language).num_plurals == 6 else 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_babel(language: str) -> None:
    rule = get_plural(language)
    assert f"nplurals={rule.num_plurals}; plural={rule.plural_expr};" in catalogue(language).plural_forms
    header = next(line for line in lines(language) if line.startswith('"Plural-Forms'))
    assert header == f'"Plural-Forms: {rule}\\n"'
    for message, said in translations(language):
        assert len(said) == (1 if isinstance(message, str) else rule.num_plurals), message


def lines(language: str) -> list[str]:
    return (TEXTS / f"{language}.po").read_text("utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_catalogue_says_at_its_head_who_wrote_and_checked_it(language: str) -> None:
    called = re.escape(Locale.parse(language).english_name or "")
    assert re.fullmatch(rf"# {called}.*: .*written by \w+.*; checked by .+\.", lines(language)[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_there_twice(language: str) -> None:
    text = "\n".join(lines(language))
    ids = re.findall(r'^msgid ((?:".*"\n)+)', text, re.MULTILINE)
    assert sorted(ids) == sorted(set(ids))
    assert not re.search(r"^#, *fuzzy", text, re.MULTILINE)


def test_english_says_what_the_code_says() -> None:
    for message, said in translations("en"):
        assert said == ((message,) if isinstance(message, str) else message)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_the_others_are_translated(language: str) -> None:
    letters = re.compile(r"[^\W\d_]{2}(?![^{]*})")
    same = {ours for ours, said in translations(language) if ours in said and letters.search(str(ours))}
    assert same <= THE_SAME.get(language, set())


def test_a_message_is_filled_whatever_it_is_filled_with() -> None:
    for language in LANGUAGES:
        say = words(language)
        assert "[/] {x} %s" in say("{file} is there already. Choose another name.", file="[/] {x} %s")
        for message in SAID:
            if isinstance(message, str):
                say(message, **dict.fromkeys(placeholders(message), "{y}"))


def test_numbers_take_the_form_of_the_language() -> None:
    def ahead(language: str, *numbers: int) -> list[str]:
        count = words(language).count
        return [re.sub(r"\d+", "", count("{n} person ahead", "{n} people ahead", n)) for n in numbers]

    assert ahead("en", 0, 1, 2) == [" people ahead", " person ahead", " people ahead"]
    one, few, many, eleven, twenty_one, twenty_two, none = ahead("ru", 1, 2, 5, 11, 21, 22, 0)
    assert (one, few, many, many) == (twenty_one, twenty_two, eleven, none)
    assert one != few
    none, one, two = ahead("fr", 0, 1, 2)
    assert none == one != two
    none, one, two = ahead("es", 0, 1, 2)
    assert none == two != one
    assert len(set(ahead("ar", 0, 1, 2, 3, 11))) == 5
    assert ahead("ar", 3, 11) == ahead("ar", 110, 99)


def test_an_unknown_language_is_said_in_english() -> None:
    for language in ("de", "", "../en", "EN", "xx", "a\x00"):
        assert words(language)("Choose a service") == "Choose a service"


def test_what_a_language_lacks_is_said_in_english() -> None:
    assert words("ar")("The window is open") == "The window is open"
    assert (
        words("ar").count("This closes in {n} second.", "This closes in {n} seconds.", 2) == "This closes in 2 seconds."
    )


def test_a_name_is_in_the_language_or_the_first_there_is() -> None:
    assert name({"az": "Bir", "en": "One"}, "en") == "One"
    assert name({"az": "Bir", "en": "One"}, "ru") == "Bir"


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("az", "25 noyabr 2026, çərşənbə"),
        ("en", "Wednesday, November 25, 2026"),
        ("ru", "среда, 25 ноября 2026\u202fг."),
        ("fr", "mercredi 25 novembre 2026"),
        ("es", "miércoles, 25 de noviembre de 2026"),
        ("ar", "الأربعاء، 25 نوفمبر 2026"),
        ("xx", "Wednesday, November 25, 2026"),
    ],
)
def test_a_day_has_its_weekday_and_is_written_as_its_language_does(language: str, day: str) -> None:
    assert words(language).date(date(2026, 11, 25)) == day


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_is_of_24_hours_in_every_language(language: str) -> None:
    assert words(language).time(datetime(2026, 11, 25, 9, 5, tzinfo=UTC)) == "09:05"
    assert words(language).time(time(18, 20)) == "18:20"


def test_days_and_times_in_a_sentence_are_in_its_language() -> None:
    opens = datetime(2026, 11, 25, 9, 5, tzinfo=UTC)
    sentence = "This service is closed now. It opens again: {opens}."
    assert words("fr")(sentence, opens=opens).endswith(" mercredi 25 novembre 2026, 09:05.")
    assert words("ar")(sentence, opens=opens).endswith(" الأربعاء، 25 نوفمبر 2026، 09:05.")
    assert "09:05" in words("es")("This service is closed now. It opens at {time}.", time=opens.time())
    assert "25 noyabr" in words("az")("This appointment was on {day}. Please take a ticket.", day=opens.date())
    assert words("xx").count("{n} {day}", "{n} {day}", 2, day=opens.date()) == "2 Wednesday, November 25, 2026"


def test_which_languages_are_written_from_right_to_left() -> None:
    assert right_to_left("ar")
    assert not written("ar")
    assert all(map(written, ("az", "en", "ru", "fr", "es", "xx")))
    for language in {identifier for identifier in locale_identifiers() if re.fullmatch("[a-z]{2,3}", identifier)}:
        assert right_to_left(language) == (Locale.parse(language).text_direction == "rtl"), language


def test_a_screen_names_a_language_that_it_cannot_show_by_its_code() -> None:
    languages = ("az", "en", "ru", "fr", "es", "xx")
    named = [own_name(language) for language in languages]
    assert named == ["Azərbaycanca", "English", "Русский", "Français", "Español", "XX"]
    assert [shown_name(language) for language in languages] == named
    assert (own_name("ar"), shown_name("ar")) == ("العربية", "AR")
