"""Both engines make sound of every language, and say so when they can't."""

import sys
from array import array
from itertools import pairwise
from math import sqrt
from pathlib import Path

import pytest

from display.parts.speech import found
from display.parts.speech.engine import Engine, Sound, Unspoken
from display.parts.speech.library import Library
from display.parts.speech.program import Program
from display.parts.speech.sentences import Sentence, markup
from display.parts.speech.speaking import AMPLITUDES

TICKETS = {
    "az": "Nömrəniz A012.",
    "en": "Your number is A012.",
    "ru": "Ваш номер A012.",
    "fr": "Votre numéro est A012.",
    "es": "Su número es A012.",
    "ar": "رقمك A012.",
}
HELLO = "<s>Please wait until your number is called.</s>"


@pytest.fixture(params=["library", "program"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.getfixturevalue(request.param)


def loudness(sound: Sound) -> float:
    samples = array("h", sound.samples)
    return sqrt(sum(sample * sample for sample in samples) / len(samples))


@pytest.mark.parametrize("language", TICKETS)
def test_every_language_is_heard(engine: Engine, language: str) -> None:
    sound = engine.speak(markup(Sentence(language, TICKETS[language], "A012")), language, AMPLITUDES[3])
    assert 1 < sound.seconds < 6
    assert loudness(sound) > 200


def test_each_volume_is_louder_than_the_one_before(engine: Engine) -> None:
    heard = [loudness(engine.speak(HELLO, "en", amplitude)) for amplitude in AMPLITUDES]
    assert heard[0] < 1
    assert all(one * 1.7 < other for one, other in pairwise(heard))


def test_the_loudest_is_not_cut(engine: Engine) -> None:
    samples = array("h", engine.speak(HELLO, "en", AMPLITUDES[-1]).samples)
    assert sum(abs(sample) > 32_600 for sample in samples) < len(samples) / 1000


def test_a_voice_that_is_not_there_is_not_that_of_the_language_before(engine: Engine) -> None:
    engine.speak(HELLO, "ru", 100)
    with pytest.raises(Unspoken):
        engine.speak(HELLO, "xx", 100)


def test_a_closed_engine_says_nothing_more(program: Program) -> None:
    program.close()
    with pytest.raises(Unspoken):
        program.speak(HELLO, "en", 100)


def test_a_program_that_fails_or_makes_no_sound_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "espeak-ng"
    broken.write_text("#!/bin/sh\necho 'no voice data' >&2\nexit 1\n")
    broken.chmod(0o755)
    with pytest.raises(Unspoken, match="no voice data"):
        Program(str(broken)).speak(HELLO, "en", 100)
    broken.write_text("#!/bin/sh\nexit 0\n")
    with pytest.raises(Unspoken):
        Program(str(broken)).speak(HELLO, "en", 100)
    with pytest.raises(Unspoken):
        Program(str(tmp_path / "gone")).speak(HELLO, "en", 100)


def test_a_library_that_cannot_be_loaded_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    with pytest.raises(Unspoken, match="espeakng"):
        Library().speak(HELLO, "en", 100)


def test_the_program_comes_before_the_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "which", lambda name: f"/bin/{name}")
    assert isinstance(found.engine(), Program)
    monkeypatch.setattr(found, "which", lambda name: None)
    assert isinstance(found.engine(), Library)
    monkeypatch.setattr(found, "find_spec", lambda name: None)
    assert found.engine() is None


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "find_spec", lambda name: None)
    monkeypatch.setattr(found, "which", lambda name: None)
    refused = found.missing()
    assert refused
    assert "espeak-ng" in refused.message
    monkeypatch.setattr(found, "which", lambda name: "/bin/x" if name == "espeak-ng" else None)
    refused = found.missing()
    assert refused
    assert "aplay" in refused.message
    monkeypatch.setattr(found, "which", lambda name: f"/bin/{name}")
    assert found.missing() is None


def test_the_best_player_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "which", lambda name: None if name == "pw-play" else f"/bin/{name}")
    assert [player.name for player in found.players()] == ["miniaudio", "paplay", "aplay"]
    monkeypatch.setattr(found, "find_spec", lambda name: None)
    assert [player.name for player in found.players()] == ["paplay", "aplay"]


def test_with_miniaudio_alone_something_can_be_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "which", lambda name: None)
    assert found.no_player() is None
    assert found.missing() is None
