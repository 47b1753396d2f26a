"""One to four columns of tiles, by the size of the screen, and always room for the lines below."""

import pytest

from display.hall.plan import plan


@pytest.mark.parametrize(
    ("size", "across", "tiles"),
    [
        ((60, 24), 1, 1),
        ((80, 24), 1, 1),
        ((120, 34), 1, 2),
        ((160, 45), 2, 3),
        ((200, 60), 2, 5),
        ((240, 67), 3, 10),
        ((320, 45), 4, 5),
        ((60, 100), 1, 4),
        ((67, 120), 1, 4),
        ((108, 96), 1, 6),
    ],
)
def test_the_larger_the_screen_the_more_tiles(size: tuple[int, int], across: int, tiles: int) -> None:
    assert (plan(*size).across, plan(*size).tiles) == (across, tiles)


def test_every_size_leaves_room_for_the_lines_and_letters_of_five_rows() -> None:
    for columns in range(60, 330, 3):
        for rows in range(24, 130, 3):
            shared = plan(columns, rows)
            assert rows - shared.rows >= 10
            assert shared.tile_rows >= (14 if shared.upright else 7)
            assert shared.first_rows >= shared.tile_rows
            assert shared.tiles <= 20
            assert 1 <= shared.across <= 4


def test_a_narrow_screen_has_each_window_under_its_ticket() -> None:
    assert [plan(columns, 100).upright for columns in (60, 73, 74, 120)] == [True, True, False, False]
    assert plan(60, 100).tall
    assert not plan(60, 24).tall
