"""A screen tells the store that it lives, and harms nobody where it cannot."""

import re
from collections.abc import Callable

import pytest

from data import presence
from data.clock import SECOND
from data.refused import Refused
from data.store import Store
from display.parts import beats
from display.parts.beats import Beats, at_terminal
from tests.clocks import MovableClock


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beats, "FIRST_S", 0)


def known(store: Store) -> list[str]:
    with store.snapshot():
        return list(presence.beats(store))


def test_it_beats_not_at_once_and_then_now_and_then(
    sqlite_store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([100.0, 102.9, 103.0, 103.1, 122.9, 123.0])
    told: list[str] = []
    monkeypatch.setattr(beats, "monotonic", lambda: now)
    monkeypatch.setattr(presence, "beat", lambda store, source: told.append(f"{now} {source}"))
    now = next(moments)
    one = Beats(sqlite_store, "window 3")
    for now in moments:  # noqa: B007 (the clock reads it)
        one.beat_in_time()
    assert told == ["103.0 window 3", "123.0 window 3"]


@pytest.mark.parametrize(("seconds", "pause"), [(120, 20.0), (12, 4.0), (1, 1.0), (0, 20.0)])
def test_three_beats_fit_into_the_time_after_which_a_screen_is_silent(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch, seconds: int, pause: float
) -> None:
    rules = sqlite_store.centre.rules.model_copy(update={"silent_after": seconds * SECOND})
    monkeypatch.setattr(sqlite_store, "_centre", sqlite_store.centre.model_copy(update={"rules": rules}))
    assert presence.pause_s(sqlite_store) == pause


def test_a_screen_that_ends_in_good_order_takes_its_row_away(sqlite_store: Store, soon: None) -> None:
    with Beats(sqlite_store, "window 3") as one:
        one.beat_in_time()
        assert known(sqlite_store) == ["window 3"]
    assert known(sqlite_store) == []


def test_a_screen_that_breaks_leaves_its_row(sqlite_store: Store, soon: None) -> None:
    def screen() -> None:
        with Beats(sqlite_store, "window 3") as one:
            one.beat_in_time()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        screen()
    assert known(sqlite_store) == ["window 3"]


def test_without_a_name_it_tells_nothing(sqlite_store: Store, soon: None) -> None:
    with Beats(sqlite_store, "") as one:
        one.beat_in_time()
    assert known(sqlite_store) == []


def refuse(error: Exception) -> Callable[[Store, str], None]:
    def beat(store: Store, source: str) -> None:
        raise error

    return beat


@pytest.mark.parametrize("error", [Refused("store-read-only", "No."), Refused("store-busy", "No."), OSError("disk")])
def test_a_store_that_cannot_be_written_harms_nobody(
    sqlite_store: Store, soon: None, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(presence, "beat", refuse(error))
    monkeypatch.setattr(presence, "leave", refuse(error))
    with Beats(sqlite_store, "hall x:tty1") as one:
        one.beat_in_time()


def test_a_screen_without_a_number_is_called_by_machine_and_terminal() -> None:
    assert re.fullmatch(r"kiosk \S+:\S+", at_terminal("kiosk"))
