"""miniaudio plays in a process of its own. Its null backend stands for a device: a sound takes as long as it lasts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest

from display.parts.speech import play
from display.parts.speech.engine import Sound, Unspoken
from display.parts.speech.found import PLAY
from display.parts.speech.loudspeaker import Loudspeaker
from display.parts.speech.player import Command
from tests.display.parts.speech.tones import tone, write

NULL = (*PLAY, "NULL")
START = 4.0
"""Seconds that a Python may take to start on a busy machine."""


@pytest.fixture
def loudspeaker() -> Iterator[Loudspeaker]:
    loudspeaker = Loudspeaker(lambda: [Command("null", sys.executable, NULL)])
    yield loudspeaker
    loudspeaker.hush()


def heard(loudspeaker: Loudspeaker, sound: Sound) -> float:
    """How long it took to hear `sound` to its end."""
    start = monotonic()
    loudspeaker.play(sound)
    while not loudspeaker.mind():
        sleep(0.005)
    return monotonic() - start


def test_a_sound_is_heard_as_long_as_it_lasts(loudspeaker: Loudspeaker) -> None:
    for sound in (tone(0.3, 22_050), tone(1.2, 48_000)):
        assert sound.seconds <= heard(loudspeaker, sound) < sound.seconds + START


def test_a_sound_that_is_ended_leaves_no_process(loudspeaker: Loudspeaker) -> None:
    playing = Command("null", sys.executable, NULL).play(tone(60))
    assert playing.poll() is None
    playing.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(playing._process.pid, 0)


def test_without_a_device_the_next_player_is_asked(tmp_path: Path) -> None:
    copier, copy = tmp_path / "copier", tmp_path / "heard.wav"
    copier.write_text(f'#!/bin/sh\ncat "$1" > {copy}\n')
    copier.chmod(0o755)
    none = Command("jack", sys.executable, (*PLAY, "JACK"))  # a sound server that hardly a machine has
    assert heard(Loudspeaker(lambda: [none, Command("copier", str(copier))]), tone(0.1)) < 2 * START
    assert copy.exists()


def test_without_any_device_it_says_so() -> None:
    loudspeaker = Loudspeaker(lambda: [Command("jack", sys.executable, (*PLAY, "JACK"))])
    with pytest.raises(Unspoken, match="jack"):
        heard(loudspeaker, tone(0.1))


def test_a_device_that_asks_for_nothing_more_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(play, "PATIENCE", 0.05)
    monkeypatch.setattr("miniaudio.PlaybackDevice.start", lambda device, feeding: None)
    start = monotonic()
    assert "gone" in play.play(str(write(tmp_path / "a.wav", tone(0.1))), "NULL")
    assert monotonic() - start < 2


def test_all_that_a_device_asks_for_is_given_once() -> None:
    sound, given, told = tone(0.5), bytearray(), Event()
    feeding = play.fed(sound.samples, told)
    with suppress(StopIteration):
        while not told.is_set():
            given += feeding.send(333)
    assert bytes(given) == sound.samples
    assert told.is_set()


def test_a_screen_has_nothing_of_miniaudio_in_it() -> None:
    code = """
import sys
from display.parts.speech import found
from display.parts.speech.engine import Sound
from display.parts.speech.player import Command
playing = Command("null", sys.executable, (*found.PLAY, "NULL")).play(Sound(8000, bytes(800)))
while playing.poll() is None: pass
print(playing.poll(), "miniaudio" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["0", "False"]
    assert done.stderr == ""
