"""What is read from a centre file, and what the store keeps of it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import centre
from data.centre.spans import MINUTE, duration, micros
from data.clock import HOUR, SECOND
from tests.data.centre.centre_files import FILE, ONE_SERVICE, edited, read, refused

HOSTILE = ["[/]", "Tax [A]", "🪪👩‍👩‍👧‍👦", "Ə" * 200, "{file} {0}", "a\\b", "%s"]


def test_a_file_is_read_as_written() -> None:
    ours = read(FILE)
    assert (ours.id, ours.name["az"], ours.zone.key, ours.languages) == ("demo", "Mərkəz", "Asia/Baku", ("az", "en"))
    assert (ours.day_starts, ours.address, ours.hours) == (0, None, None)
    assert ours.agency("tax").name == {"en": "Tax"}
    card, company = ours.services
    assert (card.id, card.series, card.target_wait, card.quota) == ("id-card", "A", 15 * MINUTE, None)
    assert (company.agency, company.target_wait, company.quota) == ("tax", 20 * MINUTE, 200)
    assert [(window.number, window.services) for window in ours.windows] == [
        (1, ("id-card", "company")),
        (2, ("company",)),
    ]


def test_the_rules_are_those_of_the_design_unless_set() -> None:
    rules = read(FILE).rules
    assert (rules.recall_after, rules.no_show_calls, rules.no_show_after) == (15 * SECOND, 2, 60 * SECOND)
    assert (rules.requeue_pause, rules.requeue_times) == (5 * MINUTE, 2)
    assert (rules.revive_within, rules.undo_within) == (30 * MINUTE, 10 * SECOND)
    assert (rules.check_in_early, rules.check_in_late) == (30 * MINUTE, 10 * MINUTE)
    assert (rules.postpone_by, rules.postpone_times) == (10 * MINUTE, 3)


def test_a_rule_is_set_and_switched_off() -> None:
    rules = read(edited("[rules]", '[rules]\nrecall_after = "0s"\nno_show_calls = 0\nundo_within = "1h"')).rules
    assert (rules.recall_after, rules.no_show_calls, rules.undo_within) == (0, 0, HOUR)


def test_a_class_has_a_head_start() -> None:
    ours = read(edited("[rules]", '[classes]\npriority = "30m"'))
    assert [ours.head_start(each) for each in ("normal", "priority", "immediate")] == [0, 30 * MINUTE, 24 * HOUR]
    refusal = refused(lambda: ours.head_start("vip"))
    assert refusal.code == "unknown-class"
    assert all(part in refusal.message for part in ("vip", "normal", "priority", "immediate"))


def test_what_is_not_there_is_refused() -> None:
    ours = read(FILE)
    assert ours.service("company") is ours.services[1]
    assert ours.window(2) is ours.windows[1]
    assert refused(lambda: ours.service("visa")).code == "unknown-service"
    assert refused(lambda: ours.window(3)).code == "unknown-window"


def test_nothing_of_a_centre_changes_afterwards() -> None:
    ours = read(FILE)
    for part, key in ((ours, "rules"), (ours.rules, "undo_within"), (ours.services[0], "series")):
        with pytest.raises(ValueError, match="frozen"):
            setattr(part, key, None)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_may_be_anything_that_can_be_read(name: str) -> None:
    ours = read(edited('"Company"', f"'{name}'"))
    assert ours.service("company").name["en"] == name
    assert centre.from_document(ours.document()) == ours


def test_a_name_may_lack_the_first_language() -> None:
    assert read(FILE).service("company").name == {"en": "Company"}


def test_the_address_is_kept_as_its_qr_needs_it() -> None:
    ours = read(edited('id = "demo"', 'id = "demo"\naddress = "https://q.example.az/"'))
    assert ours.address == "HTTPS://Q.EXAMPLE.AZ"


def test_a_file_may_come_from_another_system(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    assert centre.load(str(file)) == read(FILE)


def test_the_default_is_a_centre_that_works() -> None:
    ours = centre.default()
    assert (ours.id, ours.languages, ours.hours, ours.address) == ("demo", ("az", "en", "ru"), None, None)
    assert (len(ours.agencies), len(ours.windows)) == (6, 12)
    assert 18 <= len(ours.services) <= 22
    assert {key for window in ours.windows for key in window.services} == {service.id for service in ours.services}
    assert {service.agency for service in ours.services} == {agency.id for agency in ours.agencies}
    for part in (*ours.agencies, *ours.services):
        assert set(part.name) == {"az", "en", "ru"}


def test_the_default_shows_the_rules_as_they_are() -> None:
    """The rules that its comments offer are the ones that hold without them."""
    text = Path(centre.__file__).with_name("centre.toml").read_text("utf-8")
    lines = text[text.index("# [rules]") : text.index("[classes]")].splitlines()
    rules = tomllib.loads("\n".join(line.removeprefix("# ") for line in lines))["rules"]
    assert centre.Rules.model_validate(rules) == centre.Rules()
    assert set(rules) == set(centre.Rules.model_fields)


def test_what_is_kept_reads_back_the_same() -> None:
    more = 'id = "demo"\naddress = "HTTPS://Q.EXAMPLE.AZ"\nday_starts = "04:30"\nhours = { fri-mon = ["22:00-02:00"] }'
    ours = read(edited('id = "demo"', more))
    merged = centre.merge(ours, read(ONE_SERVICE))
    for each in (ours, merged, centre.default()):
        again = centre.from_document(each.document())
        assert again == each
        assert again.document() == each.document()
    assert centre.from_document(ours.document()).day_starts == 270


@pytest.mark.parametrize("document", ["", "{}", "null", "[", '{"centre": 1}', "\ud800"])
def test_something_else_in_its_place_is_not_a_store(document: str) -> None:
    assert refused(lambda: centre.from_document(document)).code == "not-a-store"


@pytest.mark.parametrize(("text", "size"), [("15s", 15 * SECOND), ("20m", 20 * MINUTE), ("24h", 24 * HOUR), ("0s", 0)])
def test_a_duration_is_in_microseconds(text: str, size: int) -> None:
    assert micros(text) == size


@given(st.integers(0, 999_999), st.sampled_from("smh"))
def test_a_duration_is_written_so_that_it_reads_back(number: int, unit: str) -> None:
    size = micros(f"{number}{unit}")
    assert micros(duration(size)) == size
