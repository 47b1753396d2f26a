"""What the screens of a hall are sent: each call has its turn, in order, and all screens of a zone show the same."""

import json
from typing import Any
from unittest.mock import patch

import pytest

from data import window
from display.web.hall import routes
from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served, until
from tests.display.web.streamed import Listening, listening


@pytest.fixture
def centre_of(sqlite_url: str, clock: MovableClock, served_sqlite: Served) -> Centre:
    acting = Centre(sqlite_url, clock)
    acting.open(1, 2, 3)
    return acting


def picture(stream: Listening) -> dict[str, Any]:
    return json.loads(stream.next("message").data)


def announced(stream: Listening, clock: MovableClock, many: int) -> list[str]:
    """Those that are announced one after another; the clock goes on by a turn with each."""
    found: list[str] = []
    while len(found) < many:
        first = picture(stream)["parts"]["tile0"]
        number = first.partition('class="ticket">')[2].partition("<")[0]
        if "announced" in first and found[-1:] != [number]:
            found.append(number)
            clock.advance(5.1)
    return found


@pytest.mark.slow
def test_each_call_of_a_burst_has_its_turn(centre_of: Centre, served_sqlite: Served, clock: MovableClock) -> None:
    centre_of.take(times=30)
    with listening(f"{served_sqlite.address}/hall/events") as stream:
        assert "announced" not in picture(stream)["parts"]["tile0"]
        called = centre_of.call(1, times=30)
        assert announced(stream, clock, 30) == called


def test_the_newest_flashes_and_then_keeps_its_frame(
    centre_of: Centre, served_sqlite: Served, clock: MovableClock
) -> None:
    centre_of.take()
    with listening(f"{served_sqlite.address}/hall/events") as stream:
        picture(stream)
        (called,) = centre_of.call(2)
        first = picture(stream)
        assert f'class="ticket">{called}<' in first["parts"]["tile0"]
        assert 'class="call announced flashing"' in first["parts"]["tile0"]
        assert called in first["parts"]["said"]
        clock.advance(3.5)
        later = next(one for one in iter(lambda: picture(stream), None) if "flashing" not in one["parts"]["tile0"])
        assert 'class="call announced"' in later["parts"]["tile0"]


def test_a_call_before_the_screen_came_is_not_announced(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take()
    (called,) = centre_of.call(1)
    until(lambda: served_sqlite.web.live.version > 0)
    with listening(f"{served_sqlite.address}/hall/events") as stream:
        first = picture(stream)["parts"]
        assert called in first["tile0"]
        assert "announced" not in first["tile0"]


def test_an_undone_call_leaves(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take(times=2)
    centre_of.call(1)
    with listening(f"{served_sqlite.address}/hall/events") as stream:
        picture(stream)
        (undone,) = centre_of.call(2)
        while undone not in picture(stream)["parts"]["tile0"]:
            pass
        with centre_of.store() as store:
            window.undo(store, window=2)
        while undone in picture(stream)["parts"]["tile0"]:
            pass


def test_all_screens_of_a_zone_show_the_same_with_one_look(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take()
    address = f"{served_sqlite.address}/hall/events?windows=1-3"
    with listening(address) as one, listening(address) as other:
        assert picture(one) == picture(other)
        centre_of.call(1)
        assert picture(one) == picture(other)


def test_a_beat_comes_while_nothing_changes(centre_of: Centre, served_sqlite: Served) -> None:
    with patch.object(routes, "BEAT_S", 0.05), listening(f"{served_sqlite.address}/hall/events") as stream:
        at = picture(stream)["at"]
        assert stream.next("beat").data == at


def test_the_languages_have_turns_and_a_screen_reader_hears_the_visitors(
    centre_of: Centre, served_sqlite: Served, clock: MovableClock
) -> None:
    centre_of.take(language="ru")
    with listening(f"{served_sqlite.address}/hall/events") as stream:
        seen = {picture(stream)["parts"]["captions"]}
        centre_of.call(1)
        said = picture(stream)["parts"]["said"]
        assert 'lang="ru"' in said
        assert "Окно" in said or "окно" in said
        for _ in range(2):
            clock.advance(10)
            centre_of.take()
            before = len(seen)
            while len(seen) == before:
                seen.add(picture(stream)["parts"]["captions"])
        assert all(any(f'lang="{language}"' in one for one in seen) for language in ("az", "en", "ru"))
