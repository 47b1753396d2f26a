"""Every text that a person sees is in every catalogue, once, with its placeholders and its plural forms."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import data
from data.texts import name, words

ROOT = Path(data.__file__).parent.parent
ROOMS = ("data", "display", "kiosk")
LANGUAGES = {"az": 2, "en": 2, "ru": 3}
REFUSALS = {"Refused": 1, "Fault": 0}
"""The place of the message among the arguments."""

Message = str | tuple[str, str]


def messages() -> Iterator[tuple[Message, str]]:
    """Each message that the code says or marks, and where."""
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        constants = dict(_constants(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for message in _said(node, constants):
                    yield message, f"{path.relative_to(ROOT)}:{node.lineno}"
            elif isinstance(node, ast.Constant) and path.parent.name == "data" and _is_of_a_fault(node.value):
                yield str(node.value), f"{path.relative_to(ROOT)}:{node.lineno}"


def _is_of_a_fault(value: object) -> bool:
    """The sentences about a centre file stand in constants and tables, and all begin alike."""
    return isinstance(value, str) and value.startswith(("{file}: ", "{first} "))


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _text(node.value):
            yield node.targets[0].id, _text(node.value) or ""


def _said(call: ast.Call, constants: dict[str, str]) -> Iterator[Message]:
    called = _name(call.func)
    texts = [_text(argument) or constants.get(getattr(argument, "id", "")) for argument in call.args]
    if called == "count" and len(texts) >= 3 and texts[0] and texts[1]:
        yield texts[0], texts[1]
    elif called in ("say", "mark", "words(…)"):
        yield from filter(None, texts[:1])
    elif called in REFUSALS and len(texts) > REFUSALS[called]:
        yield from filter(None, [texts[REFUSALS[called]]])


def _name(called: ast.expr) -> str:
    """What is called: `say`, `self.say` and `words(language)` are what says a message."""
    match called:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case ast.Call(func=ast.Name(id="words")):
            return "words(…)"
    return ""


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def catalogue(language: str) -> Catalog:
    with (ROOT / "data" / "texts" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def translations(language: str) -> Iterator[tuple[Message, tuple[str, ...]]]:
    """Each message of the catalogue, and its text or its plural forms."""
    for message in catalogue(language):
        if message.id:
            ours = message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
            yield ours, tuple(map(str, message.string)) if isinstance(message.string, tuple) else (str(message.string),)


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


SAID = dict(messages())


def test_messages_are_found_in_the_code() -> None:
    assert len(SAID) > 150
    for message in ("Choose a service", "{ticket} is waiting, so this cannot be done.", "This needs a reason."):
        assert message in SAID
    assert ("{n} person ahead", "{n} people ahead") in SAID
    assert "{file}: {key} is missing" in SAID


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing(language: str) -> None:
    there = {ours for ours, said in translations(language) if all(said)}
    missing = {message: place for message, place in SAID.items() if message not in there}
    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_unused(language: str) -> None:
    assert [ours for ours, _ in translations(language) if ours not in SAID] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same(language: str) -> None:
    for message, said in translations(language):
        wanted = placeholders(message if isinstance(message, str) else message[-1])
        assert all(placeholders(text) == wanted for text in said), message


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_is_there(language: str) -> None:
    assert catalogue(language).num_plurals == LANGUAGES[language]
    for message, said in translations(language):
        assert len(said) == (1 if isinstance(message, str) else LANGUAGES[language]), message


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_there_twice(language: str) -> None:
    text = (ROOT / "data" / "texts" / f"{language}.po").read_text("utf-8")
    ids = re.findall(r'^msgid ((?:".*"\n)+)', text, re.MULTILINE)
    assert sorted(ids) == sorted(set(ids))
    assert not re.search(r"^#, *fuzzy", text, re.MULTILINE)


def test_english_says_what_the_code_says() -> None:
    for message, said in translations("en"):
        assert said == ((message,) if isinstance(message, str) else message)


@pytest.mark.parametrize("language", ["az", "ru"])
def test_the_others_are_translated(language: str) -> None:
    letters = re.compile(r"[A-Za-zƏəА-я]{2}")
    assert [ours for ours, said in translations(language) if ours in said and letters.search(str(ours))] == []


def test_a_message_is_filled_whatever_it_is_filled_with() -> None:
    for language in LANGUAGES:
        say = words(language)
        assert "[/] {x} %s" in say("Window {window}", window="[/] {x} %s")
        for message in SAID:
            if isinstance(message, str):
                say(message, **dict.fromkeys(placeholders(message), "{y}"))


def test_numbers_take_the_form_of_the_language() -> None:
    count = {language: words(language).count for language in LANGUAGES}
    ahead = "{n} person ahead", "{n} people ahead"
    assert [count["en"](*ahead, n) for n in (0, 1, 2)] == ["0 people ahead", "1 person ahead", "2 people ahead"]
    forms = [re.sub(r"\d+", "", count["ru"](*ahead, n)) for n in (1, 2, 5, 11, 21, 22, 0)]
    one, few, many, eleven, twenty_one, twenty_two, none = forms
    assert (one, few, many, many) == (twenty_one, twenty_two, eleven, none)
    assert one != few


def test_an_unknown_language_is_said_in_english() -> None:
    for language in ("de", "", "../en", "EN", "xx", "a\x00"):
        assert words(language)("Choose a service") == "Choose a service"


def test_a_name_is_in_the_language_or_the_first_there_is() -> None:
    assert name({"az": "Bir", "en": "One"}, "en") == "One"
    assert name({"az": "Bir", "en": "One"}, "ru") == "Bir"
