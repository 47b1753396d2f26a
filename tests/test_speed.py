"""Is it as fast as promised? Ratios, with room for a busy machine; the figures themselves: `python -m tests.bench`."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from data.log.verify import verify
from data.store import Store
from tests.bench import acts, crowd, history, screens, seen, size
from tests.bench.figures import Figure
from tests.bench.rounds import ratio

ROOM = 1.25
GROUPS = {"acts": acts.figures, "history": history.figures, "seen": seen.figures, "screens": screens.figures}


def test_the_hand_does_all_that_the_house_does(tmp_path: Path) -> None:
    measured = acts.measure(tmp_path, "OFF", rounds=3)
    for case in ("novbe", "hand"):
        with Store.open(str(tmp_path / f"{case}.db")) as store:
            verdict = verify(store)
            assert (verdict.ok, verdict.error) == (True, None)
            assert verdict.revision == 2 + 3 * acts.ACTS * 4
    for act in ("take", "call"):
        assert ratio(measured[act]["novbe"], measured[act]["hand"]) < 3.5


def test_a_past_costs_nothing(tmp_path: Path) -> None:
    call, *boards = history.compared(tmp_path, past=50_000, waiting=2_000, rounds=3)
    assert call.measured < 1.5
    assert boards[0].measured < 2 * boards[1].measured


def test_a_ticket_is_small(tmp_path: Path) -> None:
    assert size.bytes_each(tmp_path / "size.db", 1_000) < 1_200


def over(figures: Iterable[Figure], room: float) -> list[str]:
    """The figures that do not hold, though they have that much room."""
    return [figure.row() for figure in figures if figure.most is not None and figure.measured > figure.most * room]


def within(measure: Callable[[], Iterator[Figure]], room: float = ROOM) -> None:
    """The figures hold, with some room for what else the machine does; of three tries one must."""
    tries: list[list[str]] = []
    while len(tries) < 3 and [] not in tries:
        tries.append(over(measure(), room))
    assert [] in tries


@pytest.mark.slow
@pytest.mark.parametrize("measure", GROUPS.values(), ids=GROUPS)
def test_the_figures_hold(measure: Callable[[bool], Iterator[Figure]]) -> None:
    within(lambda: measure(True))


@pytest.mark.slow
def test_a_crowd_is_served() -> None:
    within(lambda: crowd.figures(True), room=2)
