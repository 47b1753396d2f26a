"""A fault in a centre file is one sentence that names the file, the key and what is allowed."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import centre
from data.refused import Refused
from data.texts import words
from tests.data.centre.centre_files import FILE, edited, fault, read, refused


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ('"AB"', '"a1"', ['services.2.series: "a1" must be one or two capital letters']),
        ('"AB"', '"ABC"', ["services.2.series", "one or two capital letters"]),
        ('"AB"', '"Ə"', ["services.2.series", "one or two capital letters"]),
        ('"AB"', "7", ["services.2.series: 7", "text"]),
        ('id = "company"', 'id = "Company"', ['services.2.id: "Company"', "small letters"]),
        ('id = "company"', f'id = "{"x" * 41}"', ["services.2.id", "40"]),
        ('id = "company"', 'id = "id-card"', ['services.2.id: "id-card"', "twice"]),
        ('id = "tax"', 'id = "interior"', ['agencies.2.id: "interior"', "twice"]),
        ("number = 2", "number = 1", ["windows.2.number: 1", "twice"]),
        ("number = 2", "number = 0", ["windows.2.number: 0", "from 1 to 999"]),
        ("number = 2", "number = 1000", ["windows.2.number: 1000", "from 1 to 999"]),
        ("number = 2", "number = true", ["windows.2.number: true", "whole number"]),
        ("number = 2", 'number = "2"', ['windows.2.number: "2"', "whole number"]),
        ("number = 2", f"number = 0x{'f' * 9000}", ["windows.2.number: …", "whole number"]),
        ("quota = 200", "quota = 0", ["services.2.quota: 0", "from 1"]),
        ("quota = 200", "quota = 1.5", ["services.2.quota: 1.5", "whole number"]),
        ('"20m"', '"20 minutes"', ['services.2.target_wait: "20 minutes"', "15s", "20m", "24h"]),
        ('"20m"', "20", ["services.2.target_wait: 20", "20m"]),
        ('"20m"', '"-20m"', ["services.2.target_wait", "20m"]),
        ('"20m"', '"٢٠m"', ["services.2.target_wait", "20m"]),
        ('"20m"', '"20m\\n"', ["services.2.target_wait", "20m"]),
        ("[rules]", "[rules]\nno_show_calls = true", ["rules.no_show_calls: true", "whole number from 0"]),
        ("[rules]", "[rules]\nno_show_calls = -1", ["rules.no_show_calls: -1", "whole number from 0"]),
        ("[rules]", "[rules]\nrecal_after = '1s'", ["rules.recal_after is not a known key", "recall_after"]),
        ("[rules]", "[classes]\nvip = '1h'", ["classes.vip is not a known key", "priority, immediate"]),
        ("[rules]", "[rule]", ["rule is not a known key", "rules"]),
        ("[rules]", "[rule\n]", ["must be TOML", "line"]),
        ("quota", "qouta", ["services.2.qouta is not a known key", "quota"]),
        ("quota = 200", "retired = true", ["services.2.retired is not a known key", "target_wait"]),
        ("number = 2", "number = 2\nretired = false", ["windows.2.retired is not a known key", "number, services"]),
        ('agency = "tax"', 'agency = "taxi"', ['services.2.agency: "taxi"', "one of: interior, tax"]),
        ('["company"]', '["visa"]', ['windows.2.services.1: "visa"', "one of: id-card, company"]),
        ('["company"]', '["company", "company"]', ["windows.2.services.2", "twice"]),
        ('["company"]', "[]", ["windows.2.services", "at least one"]),
        ('["company"]', '"company"', ["windows.2.services", "list"]),
        ('{ en = "Company" }', "{}", ["services.2.name", "at least one"]),
        ('{ en = "Company" }', '"Company"', ["services.2.name", "table"]),
        ('{ en = "Company" }', '{ en = " " }', ["services.2.name.en", "blank"]),
        ('{ en = "Company" }', '{ en = "a\\u001b[2Jb" }', ["services.2.name.en", "\\u001b[2J", "one line"]),
        ('{ en = "Company" }', '{ de = "Firma" }', ["services.2.name", "at least one of: az, en"]),
        ('{ en = "Tax" }', '{ EN = "Tax" }', ["agencies.2.name.EN", "language code"]),
        ('{ az = "Mərkəz", en = "Centre" }', '{ de = "Zentrum" }', ["centre.name", "at least one of: az, en"]),
        ('["az", "en"]', '["az", "az"]', ["centre.languages.2", "twice"]),
        ('["az", "en"]', "[]", ["centre.languages", "at least one"]),
        ('["az", "en"]', '["aze-latn"]', ["centre.languages.1", "two or three small letters"]),
        ('"Asia/Baku"', '"Mars/Olympus"', ['centre.timezone: "Mars/Olympus"', "Asia/Baku"]),
        ('"Asia/Baku"', '"Asia"', ["centre.timezone", "Asia/Baku"]),
        ('"Asia/Baku"', '"/etc/passwd"', ["centre.timezone", "Asia/Baku"]),
        ('timezone = "Asia/Baku"', "", ["centre.timezone is missing"]),
        ('id = "demo"', 'id = "demo"\nday_starts = "24:00"', ["centre.day_starts", "00:00", "23:59"]),
        ('id = "demo"', 'id = "demo"\nday_starts = 04:00:00', ["centre.day_starts", "00:00"]),
        ('id = "demo"', 'id = "demo"\naddress = "HTTPS://Q/?A=1"', ["centre.address", "letters A-Z"]),
        ('id = "demo"', 'id = "demo"\naddress = "///"', ["centre.address"]),
        ('id = "demo"', f'id = "demo"\naddress = "HTTPS://{"Q" * 36}"', ["centre.address", "43"]),
        ('id = "demo"', 'id = "demo"\nhours = {}', ["centre.hours", "at least one"]),
        ('id = "demo"', 'id = "demo"\nhours = { mo = [] }', ["centre.hours.mo", "mon-fri"]),
        ('id = "demo"', 'id = "demo"\nhours = { mon = ["9-18"] }', ["centre.hours.mon.1", '"9-18"', "09:00-18:00"]),
        ('id = "demo"', 'id = "demo"\nhours = { mon = "09:00-18:00" }', ["centre.hours.mon", "list"]),
        ('id = "demo"', 'id = "demo"\nholidays = ["2026-13-01"]', ["centre.holidays.1", '"2026-13-01"', "2026-12-31"]),
        ('id = "demo"', 'id = "demo"\nholidays = ["20261231"]', ["centre.holidays.1", "2026-12-31"]),
        ('id = "demo"', 'id = "demo"\nholidays = [2026-12-31T09:00:00]', ["centre.holidays.1", "2026-12-31"]),
        ('id = "demo"', 'id = "demo"\nholidays = [20261231]', ["centre.holidays.1", "2026-12-31"]),
        ('id = "demo"', 'id = "demo"\nholidays = ["2026-12-31", 2026-12-31]', ["centre.holidays.2", "twice"]),
        ('id = "demo"', 'id = "demo"\nholidays = "2026-12-31"', ["centre.holidays", "list"]),
        ('id = "demo"', 'id = "demo"\ncountry = "XX"', ['centre.country: "XX"', "package holidays", '"AZ"']),
        ("[rules]", "[rules]\nlast_ticket = '25h'", ['rules.last_ticket: "25h"', 'at most "24h"']),
        ("[rules]", "[rules]\nlast_ticket = 15", ["rules.last_ticket: 15", '"15s"']),
        ("quota", 'hours = { mon = ["9-18"] }\nquota', ["services.2.hours.mon.1", "09:00-18:00"]),
        ("quota", 'duration = "59s"\nquota', ['services.2.duration: "59s"', '"1m"']),
        ("quota", 'where = { de = "Oben" }\nquota', ["services.2.where", "at least one of: az, en"]),
        ("[rules]", '[[reasons]]\nid = "e"\nname = { de = "Alt" }', ["reasons.1.name", "at least one of: az, en"]),
        ("[rules]", "[kiosk]\ndistance = 20", ["kiosk.distance: 20", "from 100 to 5000"]),
        ("[rules]", '[kiosk]\ntext = "huge"', ['kiosk.text: "huge"', "small"]),
        ("[rules]", "[kiosk]\npaper = 70", ["kiosk.paper: 70", "58", "80"]),
        ("[centre]", "centre = 1\n[other]", ["not a known key", "and"]),
        ("[[windows]]", "[[doors]]", ["doors is not a known key", "windows"]),
    ],
)
def test_a_fault_names_the_file_the_key_and_what_is_allowed(old: str, new: str, parts: list[str]) -> None:
    message = fault(old, new)
    assert message.startswith("centre.toml: ")
    for part in parts:
        assert part in message


def test_the_sentence_of_a_fault_is_exact() -> None:
    assert fault('"AB"', '"a1"') == 'centre.toml: services.2.series: "a1" must be one or two capital letters'


def test_of_several_faults_the_first_is_named_and_the_others_are_counted() -> None:
    text = edited('"AB"', '"a1"', edited("quota = 200", "quota = 0", edited("number = 2", "number = 0")))
    message = refused(lambda: read(text)).message
    assert message == 'centre.toml: services.2.series: "a1" must be one or two capital letters (and 2 more)'


def test_a_mistyped_key_is_named_before_the_one_that_is_missing_for_it() -> None:
    assert fault("timezone", "time_zone").startswith("centre.toml: centre.time_zone is not a known key; allowed: id,")


def test_a_long_or_wild_value_is_cut_and_made_harmless() -> None:
    message = fault('"AB"', f'"\\u009b\\u202e{"x" * 5000}"')
    assert len(message) < 160
    assert message.isprintable()
    assert len(fault("quota", f'"{"k" * 5000}"')) < 220


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    refusal = refused(lambda: read(text))
    assert refusal.code == "bad-centre-file"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=70),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def sentence(tables: dict[str, object]) -> str | None:
    """What is said about these tables; None when they are a centre."""
    try:
        centre.check(tables, "centre.toml")
    except Refused as refusal:
        return refusal.message
    return None


@given(st.data(), VALUES)
def test_any_wrong_value_anywhere_is_one_sentence(data: st.DataObject, value: object) -> None:
    tables = tomllib.loads(FILE)
    table = data.draw(st.sampled_from([tables, tables["centre"], tables["services"][1], tables["windows"][0]]))
    table[data.draw(st.sampled_from(sorted(table)) | st.text(max_size=5))] = value
    said = sentence(tables)
    assert said is None or (said.startswith("centre.toml: ") and said.isprintable())


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "is empty"),
        (b"# nothing yet\n", "is empty"),
        (b"[centre", "must be TOML"),
        (b"a = 1\na = 2\n", "line 2"),
        (b"[" * 5000, "must be TOML"),
        (b"a = " + b"[" * 5000, "must be TOML"),
        ("[centre]\nname = 'Bakı'".encode("utf-16"), "UTF-8"),
        (b"[centre]\nid = '\xff'", "byte 16"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes, part: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(content)
    refusal = refused(lambda: centre.load(file))
    assert refusal.code == "bad-centre-file"
    assert refusal.message.startswith(f"{file}: ")
    assert part in refusal.message


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        refusal = refused(lambda path=path: centre.load(path))
        assert (refusal.code, refusal.message.startswith(f"{path}: cannot be read: ")) == ("bad-centre-file", True)


def test_a_fault_is_said_in_the_languages_of_the_centre() -> None:
    refusal = refused(lambda: read(edited('"AB"', '"a1"')))
    for language in ("az", "ru"):
        said = words(language)(refusal.text, **refusal.values)
        assert said != refusal.message
        assert said.startswith('centre.toml: services.2.series: "a1"')
