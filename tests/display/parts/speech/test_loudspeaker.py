"""One sound at a time, by the first player that can."""

import os
import wave
from pathlib import Path
from time import monotonic

import pytest

from display.parts.speech.engine import Sound, Unspoken
from display.parts.speech.loudspeaker import SLACK, Loudspeaker
from display.parts.speech.player import Command
from tests.display.parts.speech.fakes import FakePlayer

SOUND = Sound(100, bytes(range(200)))


def test_the_next_sound_ends_the_one_before() -> None:
    player = FakePlayer()
    loudspeaker = Loudspeaker(lambda: [player])
    loudspeaker.play(SOUND)
    loudspeaker.play(SOUND)
    assert [playing.stopped for playing in player.played] == [True, False]
    loudspeaker.hush()
    assert player.played[-1].stopped
    assert not loudspeaker.playing


def test_a_sound_is_heard_to_its_end() -> None:
    player = FakePlayer()
    loudspeaker = Loudspeaker(lambda: [player])
    loudspeaker.play(SOUND)
    assert not loudspeaker.mind()
    player.played[0].ended = 0
    assert loudspeaker.mind()
    assert not loudspeaker.playing
    assert not loudspeaker.mind()


@pytest.mark.parametrize("first", [FakePlayer(ends=1), FakePlayer(problem=OSError("gone"))])
def test_where_one_player_fails_the_next_is_asked(first: FakePlayer) -> None:
    second = FakePlayer()
    loudspeaker = Loudspeaker(lambda: [first, second])
    loudspeaker.play(SOUND)
    loudspeaker.mind()
    assert [playing.sound for playing in second.played] == [SOUND]


def test_where_all_fail_the_last_problem_is_told() -> None:
    loudspeaker = Loudspeaker(lambda: [FakePlayer("one", ends=1), FakePlayer("two", ends=2)])
    loudspeaker.play(SOUND)
    assert not loudspeaker.mind()
    with pytest.raises(Unspoken, match="two"):
        loudspeaker.mind()
    assert not loudspeaker.playing


def test_a_player_that_hangs_is_ended() -> None:
    now, player = [0.0], FakePlayer("slow")
    loudspeaker = Loudspeaker(lambda: [player], lambda: now[0])
    loudspeaker.play(SOUND)
    now[0] = SOUND.seconds + SLACK - 0.1
    assert not loudspeaker.mind()
    now[0] += 0.2
    with pytest.raises(Unspoken, match="slow"):
        loudspeaker.mind()
    assert player.played[0].stopped


def test_without_a_player_all_is_silent() -> None:
    loudspeaker = Loudspeaker(list)
    loudspeaker.play(SOUND)
    assert not loudspeaker.playing


def test_a_program_gets_the_sound_by_its_stdin(tmp_path: Path) -> None:
    copier, heard = tmp_path / "copier", tmp_path / "heard.wav"
    copier.write_text(f'#!/bin/sh\ncat "$1" > {heard}\n')
    copier.chmod(0o755)
    loudspeaker = Loudspeaker(lambda: [Command("copier", str(copier))])
    loudspeaker.play(SOUND)
    end = monotonic() + 5
    while not loudspeaker.mind():
        assert monotonic() < end
    with wave.open(str(heard)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (100, 1, 2)
        assert file.readframes(1000) == SOUND.samples


def test_a_program_that_is_stopped_leaves_no_process(tmp_path: Path) -> None:
    player, began = tmp_path / "player", tmp_path / "began"
    player.write_text(f"#!/bin/sh\necho $$ > {began}\nexec sleep 60\n")
    player.chmod(0o755)
    playing = Command("player", str(player)).play(SOUND)
    end = monotonic() + 5
    while not (began.exists() and began.read_text().endswith("\n")):
        assert monotonic() < end
    assert playing.poll() is None
    playing.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(int(began.read_text()), 0)
