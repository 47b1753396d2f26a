"""What becomes of a centre when its file changes: things are added, renamed and retired."""

from hypothesis import given
from hypothesis import strategies as st

from data import centre
from tests.data.centre_files import FILE, ONE_SERVICE, edited, read

NO_TAX = edited('[[agencies]]\nid = "tax"\nname = { en = "Tax" }\n', "", ONE_SERVICE)
ONE_WINDOW = FILE[: FILE.index("\n[[windows]]\nnumber = 2")]


def test_a_service_that_is_left_out_is_retired_and_stays_with_its_windows() -> None:
    old = read(FILE)
    new = read(ONE_SERVICE)
    merged = centre.merge(old, new)
    assert [(service.id, service.retired) for service in merged.services] == [("id-card", False), ("company", True)]
    assert [service.id for service in merged.current_services] == ["id-card"]
    assert [window.services for window in merged.windows] == [("id-card", "company"), ("id-card", "company")]
    assert merged.service("company").retired
    assert centre.merge(merged, new) == merged


def test_an_agency_stays_while_a_service_of_it_does() -> None:
    merged = centre.merge(read(FILE), read(NO_TAX))
    assert [agency.id for agency in merged.agencies] == ["interior", "tax"]
    assert merged.agency(merged.service("company").agency).name == {"en": "Tax"}


def test_a_window_that_is_left_out_is_retired() -> None:
    merged = centre.merge(read(FILE), read(ONE_WINDOW))
    assert [(window.number, window.retired) for window in merged.windows] == [(1, False), (2, True)]
    assert [window.number for window in merged.windows if not window.retired] == [1]


def test_what_comes_back_is_no_longer_retired() -> None:
    old = read(FILE)
    assert centre.merge(centre.merge(old, read(ONE_SERVICE)), old) == old
    assert centre.merge(centre.merge(old, read(ONE_WINDOW)), old) == old


def test_names_and_order_are_those_of_the_new_file() -> None:
    cards = FILE.index('[[services]]\nid = "id-card"')
    company, windows = FILE.index('[[services]]\nid = "company"'), FILE.index("[[windows]]")
    turned = FILE[:cards] + FILE[company:windows] + FILE[cards:company] + FILE[windows:]
    merged = centre.merge(read(FILE), read(edited('"Company"', '"Firm"', turned)))
    assert [service.id for service in merged.services] == ["company", "id-card"]
    assert merged.service("company").name == {"en": "Firm"}


def test_a_retired_service_may_have_no_name_in_the_languages_of_today() -> None:
    less = edited('["az", "en"]', '["az"]', edited('{ en = "Identity card" }', '{ az = "Vəsiqə" }', NO_TAX))
    merged = centre.merge(read(FILE), read(less))
    assert centre.from_document(merged.document()) == merged


@given(st.sets(st.sampled_from("abcdef"), min_size=1), st.sets(st.sampled_from("abcdef"), min_size=1))
def test_a_change_loses_no_service(before: set[str], after: set[str]) -> None:
    old, new = (read(offering(sorted(ids))) for ids in (before, after))
    merged = centre.merge(old, new)
    assert {service.id for service in merged.services} == before | after
    assert {service.id for service in merged.current_services} == after
    assert set(merged.window(1).services) == before | after
    assert centre.from_document(merged.document()) == merged
    assert centre.merge(merged, old).current_services == old.services


def offering(ids: list[str]) -> str:
    head = FILE[: FILE.index("[[services]]")]
    services = [f'[[services]]\nid = "{id_}"\nagency = "tax"\nseries = "A"\nname = {{ en = "X" }}\n' for id_ in ids]
    return head + "\n".join(services) + f"[[windows]]\nnumber = 1\nservices = {ids}\n"
