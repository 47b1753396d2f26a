"""Sounds that tests know, and files of them."""

import wave
from array import array
from itertools import pairwise
from math import pi, sin, sqrt
from pathlib import Path

from display.parts.speech import samples
from display.parts.speech.engine import Sound


def tone(seconds: float, rate: int = 8000, frequency: float = 400, loudest: int = 20_000) -> Sound:
    return samples.sound(
        rate, [round(loudest * sin(2 * pi * frequency * at / rate + 0.1)) for at in range(round(seconds * rate))]
    )


def loudness(sound: Sound) -> float:
    values = array("h", sound.samples)
    return sqrt(sum(value * value for value in values) / len(values)) if values else 0


def frequency(sound: Sound) -> float:
    """How often a second the sound goes through nought upwards."""
    values = array("h", sound.samples)
    return sum(one < 0 <= other for one, other in pairwise(values)) / sound.seconds


def write(file: Path, sound: Sound, channels: int = 1, width: int = 2) -> Path:
    """`sound` in a WAV file, the same in each channel, in samples of `width` bytes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    values = array("h", sound.samples)
    with wave.open(str(file), "wb") as opened:
        opened.setnchannels(channels)
        opened.setsampwidth(width)
        opened.setframerate(sound.rate)
        opened.writeframes(b"".join(_bytes(value, width) * channels for value in values))
    return file


def _bytes(value: int, width: int) -> bytes:
    if width == 1:
        return bytes([(value >> 8) + 128])
    return (value << 8 * (width - 2)).to_bytes(width, "little", signed=True)
