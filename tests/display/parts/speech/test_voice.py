"""What is said next breaks off what is being said; nothing that is wrong with speech ends the screen."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from time import monotonic, sleep, thread_time
from typing import Any

import pytest

from display.parts.speech import voice as module
from display.parts.speech.program import Program
from display.parts.speech.sentences import Sentence
from display.parts.speech.speaking import AMPLITUDES
from display.parts.speech.voice import Silent, Voice
from tests.display.parts.speech.fakes import FakeEngine, FakePlayer

ONE, TWO = [Sentence("az", "Bir")], [Sentence("en", "Two")]


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def player() -> FakePlayer:
    return FakePlayer()


@pytest.fixture
def heard() -> "SimpleQueue[Any]":
    return SimpleQueue()


@pytest.fixture
def voice(
    engine: FakeEngine, player: FakePlayer, heard: "SimpleQueue[Any]", monkeypatch: pytest.MonkeyPatch
) -> Iterator[Voice]:
    monkeypatch.setattr(module, "MINDED", 0.001)
    voice = Voice(heard.put, lambda: engine, lambda: [player])
    voice.start()
    yield voice
    voice.close()
    assert not voice.is_alive()


def until(condition: Callable[[], object]) -> None:
    end = monotonic() + 5
    while not condition():
        assert monotonic() < end
        sleep(0.001)


def test_it_says_each_language_in_its_voice_as_one_sound(voice: Voice, engine: FakeEngine, player: FakePlayer) -> None:
    voice.say([*ONE, *TWO], 3)
    until(lambda: player.played)
    assert engine.said == [("<s>Bir</s>", "az", AMPLITUDES[3]), ("<s>Two</s>", "en", AMPLITUDES[3])]
    assert player.played[0].sound.seconds == 2


def test_what_is_said_next_breaks_off_what_is_being_said(voice: Voice, player: FakePlayer) -> None:
    voice.say(ONE, 3)
    until(lambda: len(player.played) == 1)
    voice.say(TWO, 3)
    until(lambda: len(player.played) == 2)
    assert [playing.stopped for playing in player.played] == [True, False]
    voice.stop()
    until(lambda: player.played[1].stopped)


def test_nobody_waits_for_a_voice_that_has_ended(voice: Voice) -> None:
    voice.close()
    voice.say(ONE, 3)
    assert not voice.speaking


def test_of_what_is_asked_in_a_burst_the_last_is_said(voice: Voice, engine: FakeEngine, player: FakePlayer) -> None:
    engine.may_go_on = Event()
    voice.say(ONE, 3)
    until(lambda: engine.said)
    for _ in range(5):
        voice.say(ONE, 3)
    voice.say(TWO, 3)
    engine.may_go_on.set()
    until(lambda: player.played)
    assert [voice for _, voice, _ in engine.said] == ["az", "en"]


@pytest.mark.parametrize(("volume", "amplitude"), [(1, AMPLITUDES[1]), (5, AMPLITUDES[5]), (9, AMPLITUDES[5])])
def test_the_volume_is_that_of_the_order(
    voice: Voice, engine: FakeEngine, player: FakePlayer, volume: int, amplitude: int
) -> None:
    voice.say(TWO, volume)
    until(lambda: player.played)
    assert engine.said[0][2] == amplitude


def test_at_no_volume_nothing_is_heard_but_the_one_before_ends(voice: Voice, player: FakePlayer) -> None:
    voice.say(ONE, 3)
    until(lambda: player.played)
    voice.say(TWO, 0)
    until(lambda: player.played[0].stopped)
    assert len(player.played) == 1


def test_a_language_without_a_voice_is_said_in_english(voice: Voice, engine: FakeEngine, player: FakePlayer) -> None:
    voice.say([*ONE, Sentence("xx", "Three")], 3)
    until(lambda: player.played)
    assert [voice for _, voice, _ in engine.said] == ["az", "en"]


@pytest.mark.parametrize("problem", [OSError("no voice data"), ValueError("odd"), KeyError()])
def test_an_engine_that_fails_is_told_once_until_it_works(
    voice: Voice, engine: FakeEngine, player: FakePlayer, heard: "SimpleQueue[Any]", problem: Exception
) -> None:
    engine.problem = problem
    for said in (1, 2, 3):
        voice.say(ONE, 3)
        until(lambda said=said: len(engine.said) == said)
    silent = heard.get(timeout=5)
    assert isinstance(silent, Silent)
    assert silent.refused.code == "no-speech"
    engine.problem = None
    voice.say(TWO, 3)
    until(lambda: player.played)
    assert heard.empty()


def test_a_player_that_fails_is_told(voice: Voice, player: FakePlayer, heard: "SimpleQueue[Any]") -> None:
    player.ends = 1
    voice.say(ONE, 3)
    assert "fake" in heard.get(timeout=5).refused.message
    player.ends = 0
    voice.say(ONE, 3)
    until(lambda: len(player.played) == 2 and player.played[1].polled)
    player.ends = 1
    voice.say(ONE, 3)
    assert heard.get(timeout=5)


def test_without_an_engine_it_is_silent(heard: "SimpleQueue[Any]") -> None:
    player = FakePlayer()
    voice = Voice(heard.put, lambda: None, lambda: [player])
    voice.start()
    voice.say(ONE, 3)
    voice.close()
    assert not voice.is_alive()
    assert not player.played
    assert heard.empty()


def test_closing_ends_what_is_being_said(engine: FakeEngine, player: FakePlayer, heard: "SimpleQueue[Any]") -> None:
    voice = Voice(heard.put, lambda: engine, lambda: [player])
    voice.start()
    voice.say(ONE, 3)
    until(lambda: player.played)
    voice.close()
    assert not voice.is_alive()
    assert player.played[0].stopped


def test_closing_does_not_wait_for_an_engine_that_hangs(tmp_path: Path, heard: "SimpleQueue[Any]") -> None:
    began, hanging = tmp_path / "began", tmp_path / "espeak-ng"
    hanging.write_text(f"#!/bin/sh\necho $$ > {began}\nexec sleep 60\n")
    hanging.chmod(0o755)
    voice = Voice(heard.put, lambda: Program(str(hanging)), lambda: [FakePlayer()])
    voice.start()
    voice.say(ONE, 3)
    until(lambda: began.exists() and began.read_text().endswith("\n"))
    start = monotonic()
    voice.close()
    assert monotonic() - start < 1
    assert not voice.is_alive()
    assert heard.empty()
    with pytest.raises(ProcessLookupError):
        os.kill(int(began.read_text()), 0)


def test_a_voice_that_was_never_started_can_be_closed(heard: "SimpleQueue[Any]") -> None:
    Voice(heard.put).close()


def test_waiting_costs_nothing(engine: FakeEngine, heard: "SimpleQueue[Any]") -> None:
    used: list[float] = []

    class Timed(Voice):
        def run(self) -> None:
            super().run()
            used.append(thread_time())

    voice = Timed(heard.put, lambda: engine, lambda: [FakePlayer()])
    voice.start()
    voice.join(timeout=0.3)
    voice.close()
    assert used[0] < 0.005


def test_nothing_heavy_is_loaded_before_something_is_said() -> None:
    code = """
import sys
import kiosk.voice.spoken
from display.parts.speech import found
from display.parts.speech.voice import Voice
Voice(print).start()
found.missing()
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    loaded = done.stdout.split()
    assert "display.parts.speech.voice" in loaded
    assert not {"espeakng_loader", "display.parts.speech.library", "babel", "sqlalchemy"} & set(loaded)
