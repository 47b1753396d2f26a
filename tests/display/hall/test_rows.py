"""Ordinary lines: whole, or with an ellipsis, or counted; never cut half-way."""

import pytest
from rich.cells import cell_len

from data.clock import moment
from data.views import Call
from display.hall.plan import plan
from display.hall.rows import calls, waiting

CALLS = [Call(f"A{n:03d}", n % 12 + 1, moment(n), n) for n in range(20, 0, -1)]
NASTY = ["Tax [A]", "[/]", "🎫 " * 60, "x" * 200, "Ə" * 50, "two\nlines"]


def more(n: int) -> str:
    return f"+ {n} more"


@pytest.mark.parametrize("width", [10, 20, 34, 57])
def test_calls_stand_in_columns_newest_first(width: int) -> None:
    lines = calls(CALLS, width, 5).plain.split("\n")
    assert [line.split()[0] for line in lines] == ["A020", "A019", "A018", "A017", "A016"]
    assert all(cell_len(line) <= width for line in lines)
    assert "A020 → 9 " in lines[0] + " "


def test_services_with_somebody_waiting_come_first() -> None:
    lines = waiting([("Passport", 0), ("Tax", 3), ("Notary", 0), ("Card", 12)], 36, 9, more).plain.split("\n")
    assert [line.split() for line in lines] == [["Tax", "3"], ["Card", "12"], ["Passport", "0"], ["Notary", "0"]]


def test_those_that_do_not_fit_are_counted() -> None:
    lines = waiting([(f"Service {n}", n) for n in range(20)], 36, 6, more).plain.split("\n")
    assert [line.split()[1] for line in lines[:5]] == ["1", "2", "3", "4", "5"]
    assert lines[5].strip() == "+ 15 more"


def test_no_more_than_fit_needs_no_count() -> None:
    assert "more" not in waiting([(f"Service {n}", n) for n in range(6)], 36, 6, more).plain


@pytest.mark.parametrize("width", [12, 40, 54, 140])
def test_any_name_keeps_to_its_column_and_leaves_the_count(width: int) -> None:
    lines = waiting([(name, 77) for name in NASTY], width, 6, more).plain.split("\n")
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).count("77") == 6


@pytest.mark.parametrize(("size", "tiles"), [((80, 24), 1), ((120, 34), 2), ((200, 60), 4), ((300, 100), 4)])
def test_the_plan_leaves_room_for_the_lines(size: tuple[int, int], tiles: int) -> None:
    shared = plan(*size)
    assert shared.tiles == tiles
    assert size[1] - shared.rows >= 12
