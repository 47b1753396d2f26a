"""Which acts does a state allow? Every state against every act."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

from data import setup, visitor, window
from data.centre import Centre, read
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data.moments import STATES
from tests.data.refusing import refused

ACTS: dict[str, Callable[[Store, str], object]] = {
    "call": lambda store, code: window.call(store, window=3, ticket="A001", reason="asked"),
    "recall": lambda store, code: window.recall(store, window=1),
    "start": lambda store, code: window.start(store, window=1),
    "finish": lambda store, code: window.finish(store, window=1),
    "no-show": lambda store, code: window.no_show(store, window=1),
    "requeue": lambda store, code: window.requeue(store, window=1),
    "hold": lambda store, code: window.hold(store, window=1, reason="a photo"),
    "transfer": lambda store, code: window.transfer(store, window=1, service="tax"),
    "resume": lambda store, code: window.resume(store, window=3, ticket="A001"),
    "revive": lambda store, code: window.revive(store, window=3, ticket="A001"),
    "cancel": lambda store, code: visitor.cancel(store, code=code),
    "remove": lambda store, code: window.remove(store, ticket="A001", reason="left"),
    "check-in": lambda store, code: visitor.check_in(store, code=code),
    "postpone": lambda store, code: visitor.postpone(store, code=code),
}
"""What becomes of it, or the code of the refusal; `-` stands for not-allowed, `.` for nothing-in-hand."""
TABLE = """
          call           recall  start    finish       no-show   requeue  hold     transfer  resume          revive          cancel     remove               check-in    postpone
booked    unknown-ticket .       .        .            .         .        .        .         unknown-ticket  unknown-ticket  cancelled  unknown-ticket       waiting     -
waiting   called         .       .        .            .         .        .        .         -               -               cancelled  removed              -           waiting
called    -              called  serving  not-started  too-soon  waiting  on-hold  waiting   -               -               -          removed              -           -
serving   -              -       -        served       -         -        on-hold  waiting   -               -               -          -                    -           -
on-hold   -              .       .        .            .         .        .        .         called          -               cancelled  removed              -           -
no-show   -              .       .        .            .         .        .        .         -               waiting         -          -                    -           -
served    -              .       .        .            .         .        .        .         -               -               -          -                    -           -
cancelled -              .       .        .            .         .        .        .         -               -               -          -                    -           -
removed   -              .       .        .            .         .        .        .         -               -               -          -                    -           -
expired   unknown-ticket .       .        .            .         .        .        .         unknown-ticket  unknown-ticket  -          unknown-ticket       -           -
"""  # noqa: E501
ROWS = [line.split() for line in TABLE.strip().splitlines()]
BOOKABLE = CENTRE.replace('series = "A"', 'series = "A"\nduration = "20m"')
SHORT = {"-": "not-allowed", ".": "nothing-in-hand"}


@pytest.fixture
def centre() -> Centre:
    return read(BOOKABLE, "bookable.toml")


@pytest.mark.parametrize("row", ROWS[1:], ids=lambda row: row[0])
def test_each_act_in_this_state(row: list[str], tmp_path: Path, centre: Centre, clock: MovableClock) -> None:
    made = tmp_path / "made.db"
    setup.init(str(made), centre, clock=clock)
    with Store.open(str(made), clock=clock) as store:
        code = STATES[row[0]](store, clock).code
        assert visitor.ticket(store, code=code).state == row[0]
    clock.advance(20)
    for act, outcome in zip(ROWS[0], row[1:], strict=True):
        with Store.open(str(copy(made, tmp_path / f"{act}.db")), clock=clock) as store:
            assert (act, _outcome(store, act, code)) == (act, SHORT.get(outcome, outcome))


def _outcome(store: Store, act: str, code: str) -> str:
    """The state that the act led to, or the code with which it was refused; then nothing has changed."""
    before = visitor.ticket(store, code=code), store.revision()
    try:
        ACTS[act](store, code)
    except Refused as refusal:
        assert (visitor.ticket(store, code=code), store.revision()) == before
        return refusal.code
    after = visitor.ticket(store, code=code)
    assert after.revision == store.revision() == before[1] + 1
    return after.state


def test_every_act_and_every_state_is_in_the_table() -> None:
    assert ROWS[0] == list(ACTS)
    assert [row[0] for row in ROWS[1:]] == list(STATES)


def test_a_closed_window_does_nothing(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="id-card")
    for act in ("close", "call", "next", "finish_and_call"):
        assert refused(store, lambda act=act: getattr(window, act)(store, window=2)) == "window-closed"
    for act in ("recall", "start", "finish", "no_show", "requeue"):
        assert refused(store, lambda act=act: getattr(window, act)(store, window=2)) == "nothing-in-hand"
    assert refused(store, lambda: window.resume(store, window=2, ticket="A001")) == "window-closed"
    assert refused(store, lambda: window.revive(store, window=2, ticket="A001")) == "window-closed"
    assert refused(store, lambda: window.hold(store, window=2, reason="a photo")) == "nothing-in-hand"
    assert refused(store, lambda: window.transfer(store, window=2, service="tax")) == "nothing-in-hand"
    assert refused(store, lambda: window.undo(store, window=2)) == "not-allowed"


def test_a_window_that_is_not_there(store: Store) -> None:
    for act in ("open", "close", "call", "next", "recall", "start", "finish", "no_show", "requeue", "undo"):
        for number in (0, -1, 77, 2**70):
            assert refused(store, lambda act=act, n=number: getattr(window, act)(store, window=n)) == "unknown-window"
