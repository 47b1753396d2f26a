"""The thread that speaks: nothing that is wrong with sound holds up what comes after."""

import sys
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from time import monotonic
from typing import Any

import pytest

from data.views import Call
from display.hall import speaker as module
from display.hall.speaker import Speaker
from display.hall.spoken import Announcement
from display.parts.calls.announcements import Manner
from display.parts.speech import found
from display.parts.speech.player import Command
from tests.clocks import MORNING
from tests.display.hall.announcing import until
from tests.display.parts.speech.fakes import FakeEngine, FakePlayer
from tests.programs import needs


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MINDED", 0.001)


def announcement(ticket: str, revision: int = 1, manner: Manner = Manner.FULL) -> Announcement:
    return Announcement(Call(ticket, 3, MORNING, revision, "passport", "en"), ("en",), manner)


@pytest.fixture
def posted() -> "SimpleQueue[Any]":
    return SimpleQueue()


@pytest.fixture
def make(posted: "SimpleQueue[Any]") -> Iterator[Callable[..., Speaker]]:
    made: list[Speaker] = []

    def make(engine: Any, *players: Any) -> Speaker:
        made.append(Speaker(posted.put, lambda: engine, lambda: players))
        made[-1].start()
        return made[-1]

    yield make
    for speaker in made:
        speaker.close()
        assert not speaker.is_alive()


def test_thirty_at_once_are_said_in_order(make: Callable[..., Speaker], posted: "SimpleQueue[Any]") -> None:
    player = FakePlayer(ends=0)
    speaker = make(FakeEngine(), player)
    for n in range(30):
        speaker.say(announcement(f"A{n:03d}", n))
    assert [posted.get(timeout=5).call.revision for _ in range(30)] == list(range(30))
    assert len(player.played) == 30


def test_a_hushed_one_is_heard_no_more_and_the_next_is(
    make: Callable[..., Speaker], posted: "SimpleQueue[Any]"
) -> None:
    player = FakePlayer()
    speaker = make(FakeEngine(), player)
    speaker.say(announcement("A001", 1))
    speaker.say(announcement("A002", 2))
    until(lambda: player.played)
    speaker.hush()
    speaker.say(announcement("A003", 3))
    until(lambda: len(player.played) == 2)
    player.played[1].ended = 0
    assert posted.get(timeout=5).call.ticket == "A003"
    assert player.played[0].stopped


@pytest.mark.parametrize("problem", [ValueError("odd"), OSError("no voice data"), KeyError()])
def test_an_engine_that_fails_leaves_the_chime_and_says_why(
    make: Callable[..., Speaker], posted: "SimpleQueue[Any]", problem: Exception
) -> None:
    engine, player = FakeEngine(problem=problem), FakePlayer(ends=0)
    speaker = make(engine, player)
    speaker.say(announcement("A001"))
    silent = posted.get(timeout=5).silent
    assert silent
    assert silent.code == "no-speech"
    assert len(player.played) == 1
    engine.problem = None
    speaker.say(announcement("A002"))
    assert posted.get(timeout=5).silent is None


def test_a_device_that_goes_away_is_told_and_tried_again(
    make: Callable[..., Speaker], posted: "SimpleQueue[Any]"
) -> None:
    device = FakePlayer("device")
    speaker = make(FakeEngine(), device)
    speaker.say(announcement("A001"))
    until(lambda: device.played)
    device.played[0].ended = 1
    gone = posted.get(timeout=5).silent
    assert gone
    assert "device" in gone.message
    device.problem = OSError("no such device")
    speaker.say(announcement("A002"))
    still = posted.get(timeout=5).silent
    assert still
    assert "no such device" in still.message
    device.problem, device.ends = None, 0
    speaker.say(announcement("A003"))
    assert posted.get(timeout=5).silent is None


def test_where_a_device_goes_away_the_next_player_says_it_from_the_start(
    make: Callable[..., Speaker], posted: "SimpleQueue[Any]"
) -> None:
    device, other = FakePlayer("device", ends=1), FakePlayer("other", ends=0)
    make(FakeEngine(), device, other).say(announcement("A001"))
    assert posted.get(timeout=5).silent is None
    assert device.played[0].sound == other.played[0].sound


def test_without_player_or_engine_the_hall_goes_on(make: Callable[..., Speaker], posted: "SimpleQueue[Any]") -> None:
    make(None).say(announcement("A001"))
    assert posted.get(timeout=5).silent is None


def test_closing_ends_what_is_being_said(make: Callable[..., Speaker], posted: "SimpleQueue[Any]") -> None:
    player = FakePlayer()
    speaker = make(FakeEngine(), player)
    speaker.say(announcement("A001"))
    until(lambda: player.played)
    speaker.close()
    assert not speaker.is_alive()
    assert player.played[0].stopped
    assert posted.empty()


def test_a_real_voice_on_a_device_takes_as_long_as_its_sound(posted: "SimpleQueue[Any]") -> None:
    needs("espeak-ng")
    speaker = Speaker(posted.put, players=lambda: [Command("null", sys.executable, (*found.PLAY, "NULL"))])
    speaker.start()
    start = monotonic()
    speaker.say(announcement("A012", manner=Manner.NUMBERS))
    assert posted.get(timeout=20).silent is None
    assert 2.5 < monotonic() - start < 15
    speaker.close()
