"""The centre's own names: which are missing, and what stands for them."""

from data import centre, setup
from data.centre import from_document
from data.texts import name
from tests.clocks import MovableClock
from tests.data.centre.centre_files import FILE, edited, read

LANGUAGES = 'languages = ["az", "ar", "en"]'
THREE = edited('languages = ["az", "en"]', LANGUAGES)


def test_a_missing_name_is_said_in_the_first_language_of_the_centre() -> None:
    ours = read(edited('{ en = "Company" }', '{ ru = "Компания", en = "Company", az = "Şirkət" }', THREE))
    for one in (ours, from_document(ours.document())):
        assert name(one.service("company").name, "ar") == "Şirkət"
        assert name(one.service("company").name, "en") == "Company"
        assert name(one.service("id-card").name, "ar") == "Identity card"
        assert list(one.service("company").name) == ["az", "en", "ru"]


def test_names_that_miss_a_language_are_found_by_their_places() -> None:
    reasons = '[[reasons]]\nid = "elderly"\nname = { ar = "كبار السن", az = "Ahıl yaş" }\n\n[[agencies]]'
    text = edited("quota = 200", 'quota = 200\nwhere = { az = "2-ci mərtəbə", ar = "x", en = "2nd floor" }', THREE)
    assert read(edited("[[agencies]]", reasons, text)).missing_names == (
        "centre.name.ar",
        "reasons.1.name.en",
        "agencies.1.name.ar",
        "agencies.1.name.en",
        "agencies.2.name.az",
        "agencies.2.name.ar",
        "services.1.name.az",
        "services.1.name.ar",
        "services.2.name.az",
        "services.2.name.ar",
    )
    assert centre.default().missing_names == ()


def test_what_is_retired_is_not_missed(sqlite_url: str, clock: MovableClock) -> None:
    text = FILE.replace('agency = "tax"', 'agency = "interior"')
    setup.init(sqlite_url, read(FILE), clock=clock)
    gone = text[: text.index('[[services]]\nid = "company"')] + text[text.index("[[windows]]") :]
    done = setup.init(
        sqlite_url, read(gone.replace(', "company"', "").replace('["company"]', '["id-card"]')), clock=clock
    )
    assert done.missing == ("agencies.1.name.en", "services.1.name.az")
