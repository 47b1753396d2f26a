"""Ordinary lines: whole, or with an ellipsis, or counted; never cut half-way."""

import re

import pytest
from rich.cells import cell_len

from data.clock import moment
from data.views import Call
from display.hall.rows import calls, pages, waiting

CALLS = [Call(f"A{n:03d}", n % 12 + 1, moment(n), n) for n in range(20, 0, -1)]
NASTY = ["Tax [A]", "[/]", "🎫 " * 60, "x" * 200, "Ə" * 50, "two\nlines"]


@pytest.mark.parametrize("width", [10, 20, 34, 57])
def test_calls_stand_in_columns_newest_first(width: int) -> None:
    lines = calls(CALLS, width, 5).plain.split("\n")
    assert [line.split()[0] for line in lines] == ["A020", "A019", "A018", "A017", "A016"]
    assert all(cell_len(line) <= width for line in lines)
    assert "A020 → 9 " in lines[0] + " "


def test_services_with_somebody_waiting_come_first() -> None:
    lines = waiting([("Passport", 0), ("Tax", 3), ("Notary", 0), ("Card", 12)], 36, 9).plain.split("\n")
    assert [line.split() for line in lines] == [["Tax", "3"], ["Card", "12"], ["Passport", "0"], ["Notary", "0"]]


@pytest.mark.parametrize("width", [36, 80, 140])
def test_those_that_do_not_fit_have_a_page_of_their_own(width: int) -> None:
    queues = [(f"Service {n}", n + 1) for n in range(40)]
    shown = [waiting(queues, width, 6, page).plain for page in range(pages(len(queues), width, 6))]
    assert all(len(page.split("\n")) <= 6 for page in shown)
    assert sorted(int(count) for page in shown for count in re.findall(r"Service \d+ +(\d+)", page)) == [*range(1, 41)]


def test_what_fits_is_one_page() -> None:
    assert pages(6, 36, 6) == pages(0, 36, 6) == pages(3, 0, 0) == 1
    assert pages(7, 36, 6) == 2


@pytest.mark.parametrize("width", [12, 40, 54, 140])
def test_any_name_keeps_to_its_column_and_leaves_the_count(width: int) -> None:
    lines = waiting([(name, 77) for name in NASTY], width, 6).plain.split("\n")
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).count("77") == 6
