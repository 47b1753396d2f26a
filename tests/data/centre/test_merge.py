"""What becomes of a centre when its file changes: things are added, renamed and retired."""

from hypothesis import given
from hypothesis import strategies as st

from data import centre
from tests.data.centre.centre_files import FILE, ONE_SERVICE, edited, read

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


def assigned(to: centre.Centre, number: int, *services: str) -> centre.Centre:
    """The centre, where a supervisor has a window serve these."""
    windows = tuple(
        window.model_copy(update={"assigned": services}) if window.number == number else window for window in to.windows
    )
    return to.model_copy(update={"windows": windows})


def test_what_a_supervisor_has_stopped_stays_stopped() -> None:
    old = read(FILE)
    services = tuple(service.model_copy(update={"closed_on": "2026-11-25"}) for service in old.services)
    merged = centre.merge(old.model_copy(update={"services": services}), read(edited('"Company"', '"Firm"')))
    assert [service.closed_on for service in merged.services] == ["2026-11-25"] * 2
    assert centre.from_document(merged.document()) == merged


def test_what_a_window_is_assigned_stays_while_the_file_has_the_same_for_it() -> None:
    old = assigned(read(FILE), 1, "company")
    merged = centre.merge(old, read(edited('"Company"', '"Firm"')))
    assert (merged.window(1).assigned, merged.window(1).serves) == (("company",), ("company",))
    assert centre.from_document(merged.document()) == merged
    other = centre.merge(old, read(edited('services = ["id-card", "company"]', 'services = ["company", "id-card"]')))
    assert (other.window(1).assigned, other.window(1).serves) == (None, ("company", "id-card"))


def test_what_a_window_was_assigned_and_is_retired_stays_with_it() -> None:
    """Whoever waits for it is still called there, and nowhere else."""
    old = assigned(read(FILE), 2, "id-card", "company")
    merged = centre.merge(old, read(ONE_SERVICE))
    assert set(merged.window(2).serves) == {"id-card", "company"}
    nothing_else = centre.merge(assigned(read(FILE), 1, "company"), read(ONE_SERVICE))
    assert nothing_else.window(1).serves == ("id-card", "company"), "all that it was assigned is retired"


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
