"""Names of any length in the room there is."""

import pytest
from rich.cells import cell_len

from kiosk.screen.fitted import fitted


@pytest.mark.parametrize("text", ["x" * 200, "word " * 40, "🎉" * 100, "Şəxsiyyət vəsiqəsi " * 9])
def test_what_has_no_room_ends_in_an_ellipsis(text: str) -> None:
    lines = fitted(text, 29, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(cell_len(line) <= 29 for line in lines)


def test_what_has_room_is_whole() -> None:
    assert fitted("Tax [A] of [/] all", 10, 3) == ["Tax [A] of", "[/] all"]


def test_nothing_needs_no_lines() -> None:
    assert fitted(" \t ", 20, 2) == []
    assert fitted("name", 20, 0) == []
