"""Whatever a studio or a telephone writes is read as the sound that it is; what is no sound is refused."""

import os
import struct
from pathlib import Path

import pytest

from display.parts.speech import wav
from display.parts.speech.engine import Unspoken
from tests.display.parts.speech.tones import frequency, loudness, tone, write


@pytest.mark.parametrize("rate", [8000, 44_100, 48_000])
@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_any_rate_channels_and_width(tmp_path: Path, rate: int, channels: int, width: int) -> None:
    sound = wav.read(write(tmp_path / "a.wav", tone(0.2, rate), channels, width))
    assert sound.rate == rate
    assert sound.seconds == pytest.approx(0.2, abs=0.001)
    assert frequency(sound) == pytest.approx(400, abs=6)
    assert loudness(sound) == pytest.approx(loudness(tone(0.2, rate)), rel=0.05)


def test_what_is_in_one_channel_only_is_heard(tmp_path: Path) -> None:
    given = tone(0.2)
    frames = b"".join(given.samples[at : at + 2] + b"\0\0" for at in range(0, len(given.samples), 2))
    header = struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 36 + len(frames), b"WAVEfmt ", 16, 1, 2, 8000, 32_000, 4, 16,
                         b"data", len(frames))  # fmt: skip
    (tmp_path / "left.wav").write_bytes(header + frames)
    assert loudness(wav.read(tmp_path / "left.wav")) == pytest.approx(loudness(given) / 2, rel=0.05)


def test_samples_of_floating_point_are_read_too(tmp_path: Path) -> None:
    frames = b"".join(struct.pack("<f", value) for value in [0.5, -0.5] * 4000)
    header = struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 36 + len(frames), b"WAVEfmt ", 16, 3, 1, 44_100, 176_400, 4, 32,
                         b"data", len(frames))  # fmt: skip
    (tmp_path / "float.wav").write_bytes(header + frames)
    sound = wav.read(tmp_path / "float.wav")
    assert sound.seconds == pytest.approx(8000 / 44_100, abs=0.001)
    assert loudness(sound) == pytest.approx(16_384, rel=0.01)


BROKEN = {
    "empty": b"",
    "text": b"no sound at all",
    "header only": b"RIFF\x00\x00\x00\x00WAVE",
    "random": bytes(range(256)) * 40,
    "no samples": struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 36, b"WAVEfmt ", 16, 1, 1, 8000, 16_000, 2, 16, b"data", 0),
    "no rate": struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 40, b"WAVEfmt ", 16, 1, 1, 0, 0, 2, 16, b"data", 4) + bytes(4),
    "no channel": struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 40, b"WAVEfmt ", 16, 1, 0, 8000, 0, 0, 16, b"data", 4),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_sound_says_so_with_its_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.wav"
    file.write_bytes(content)
    with pytest.raises(Unspoken, match=r"broken\.wav"):
        wav.read(file)


def test_a_file_that_is_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    file = write(tmp_path / "short.wav", tone(0.2), channels=2)
    file.write_bytes(file.read_bytes()[:-1001])
    assert 0.1 < wav.read(file).seconds < 0.2


def test_what_is_not_there_or_too_large_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(Unspoken):
        wav.read(tmp_path / "gone.wav")
    with pytest.raises(Unspoken):
        wav.read(tmp_path)
    (tmp_path / "large.wav").touch()
    os.truncate(tmp_path / "large.wav", wav.LARGEST + 1)
    with pytest.raises(Unspoken, match="large"):
        wav.read(tmp_path / "large.wav")
