"""Which key does what."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data.texts import words
from data.views import Desk, InHand
from display.parts.keyboard import spellings
from display.window.buttons import SECONDS
from display.window.keys import AFTER_KEYS, BACK, CLOSE, KEYS, LETTERS, common, pressed

NOW = datetime(2026, 11, 25, 6, 20, tzinfo=UTC)
FREE = Desk(1, "open", ("id-card",), 1, NOW, None, None, (), (), ())
CALLED = InHand("A001", "id-card", "normal", "az", "called", 1, NOW, NOW, None)
ROOM = 14  # columns inside a button at 80x24


@pytest.mark.parametrize(
    ("desk", "act"),
    [
        (replace(FREE, state="closed"), "open"),
        (FREE, "call"),
        (replace(FREE, in_hand=CALLED), "start"),
        (replace(FREE, in_hand=replace(CALLED, state="serving")), "next"),
        (replace(FREE, pause="lunch"), "back"),
    ],
)
def test_n_does_the_common_thing(desk: Desk, act: str) -> None:
    assert common(desk).act == pressed("n", desk).act == act


def test_w_opens_and_closes() -> None:
    assert pressed("w", FREE).act == "close"
    assert pressed("w", replace(FREE, state="closed")).act == "open"


def test_p_begins_a_break_and_ends_it() -> None:
    assert pressed("p", FREE).act == "break"
    assert pressed("p", replace(FREE, pause="lunch")).act == "back"


def test_no_key_stands_for_two_acts_on_any_keyboard() -> None:
    spelt = [key for letter in LETTERS for key in spellings(letter).split(",")]
    assert len(spelt) == len(set(spelt))


@pytest.mark.parametrize("language", ["az", "en", "es", "fr", "ru"])
def test_labels_fit_their_buttons_with_the_seconds_left(language: str) -> None:
    say = words(language)
    for key in (*KEYS, *AFTER_KEYS, CLOSE, BACK):
        wait = " " + say(SECONDS, n=60) if key.act in ("recall", "no-show") else ""
        assert len(f"{key.key} {say(key.label)}{wait}") <= ROOM


@pytest.mark.parametrize("language", ["az", "en", "es", "fr", "ru"])
def test_no_two_buttons_say_the_same(language: str) -> None:
    labels = [words(language)(key.label) for key in (*KEYS, *AFTER_KEYS, CLOSE, BACK)]
    assert len(labels) == len(set(labels))
