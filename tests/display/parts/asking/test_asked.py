"""What is typed is read as it is meant."""

import pytest

from display.parts.asking.number import number
from display.parts.asking.question import Asked, fold


@pytest.mark.parametrize(
    ("typed", "ticket"),
    [
        ("A007", "A007"),
        (" a7 ", "A007"),
        ("ab 12", "AB012"),
        ("а007", "A007"),
        ("a1000", "A1000"),
        ("7", "007"),
        ("x", "X"),
    ],
)
def test_a_number_is_read_as_it_is_meant(typed: str, ticket: str) -> None:
    assert number(typed) == ticket


@pytest.mark.parametrize("typed", ["ŞƏXS", "sexs", "vesiqe", "VƏSİQƏ", "vəsiqəsi"])
def test_a_service_is_found_without_its_accents(typed: str) -> None:
    asked = Asked("?", "!", (("id-card", "Şəxsiyyət vəsiqəsi"), ("passport", "Pasport")))
    assert [answer for answer, _ in asked.found(typed)] == ["id-card"]


def test_folding_is_the_same_for_all_capitals() -> None:
    assert fold("İIıi") == "iiii"
