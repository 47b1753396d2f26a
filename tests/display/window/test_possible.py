"""What may be done now, and why not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.views import Desk, InHand, Possible
from display.window.possible import refusal, seconds_left

NOW = datetime(2026, 11, 25, 6, 20, tzinfo=UTC)
FREE = Desk(1, "open", (), 1, NOW, None, None, (), (), ())
CALLED = InHand("A001", "id-card", "normal", "az", "called", 1, NOW, NOW, None)
HAS_CALLED = replace(FREE, in_hand=CALLED)
SERVES = replace(FREE, in_hand=replace(CALLED, state="serving"))


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("possible", "left"),
    [
        (Possible("recall"), 0),
        (Possible("recall", after(-3)), 0),
        (Possible("recall", after(0)), 0),
        (Possible("recall", after(0.001)), 1),
        (Possible("recall", after(11.2)), 12),
        (Possible("recall", None, after(0)), 0),
        (Possible("recall", None, after(-0.001)), None),
        (Possible("start"), None),
    ],
)
def test_an_act_is_possible_from_its_beginning_to_its_end(possible: Possible, left: int | None) -> None:
    assert seconds_left(replace(FREE, acts=(possible,)), "recall", NOW) == left


@pytest.mark.parametrize(
    ("desk", "act", "sentence"),
    [
        (replace(FREE, state="closed"), "call", "The window is closed: w opens it."),
        (HAS_CALLED, "call", "A001 is in hand."),
        (HAS_CALLED, "close", "A001 is in hand."),
        (FREE, "start", "Nothing is in hand."),
        (FREE, "transfer", "Nothing is in hand."),
        (SERVES, "recall", "A001 is being served."),
        (HAS_CALLED, "finish", "A001 has been called but not started."),
        (HAS_CALLED, "no-show", "A001 must be called once more first."),
        (HAS_CALLED, "requeue", "A001 cannot be put back again."),
        (FREE, "resume", "Nobody is on hold."),
        (FREE, "undo", "There is nothing to undo."),
        (FREE, "revive", "That is not possible now."),
        (replace(HAS_CALLED, acts=(Possible("recall", after(3)),)), "recall", "It is too soon: wait 3 seconds more."),
    ],
)
def test_what_is_not_possible_says_why(desk: Desk, act: str, sentence: str) -> None:
    refused = refusal(desk, act, NOW)
    assert refused is not None
    assert refused.message == sentence


def test_what_is_possible_is_not_refused() -> None:
    assert refusal(replace(FREE, acts=(Possible("call"),)), "call", NOW) is None
