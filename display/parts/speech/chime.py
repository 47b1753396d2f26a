"""Two tones that make people look up, made of samples: no file is needed."""

from functools import lru_cache
from math import exp, pi, sin

from display.parts.speech import samples
from display.parts.speech.engine import Sound
from display.parts.speech.speaking import AMPLITUDES

TONES = (659.25, 523.25)
"""A third down, as of a door bell: E and C."""
TONE = 0.45
"""Seconds of each."""
RATE = 22_050
PEAK = 24_000
FADING = 5.0
RISE = 0.004
"""Seconds until a tone is full: at once would click."""


@lru_cache(maxsize=len(AMPLITUDES))
def chime(volume: int) -> Sound:
    """The chime at `volume`, from 0 to 5."""
    loudness = PEAK * AMPLITUDES[volume] / AMPLITUDES[-1]
    times = range(int(RATE * TONE))
    return samples.sound(RATE, (round(loudness * _tone(tone, time / RATE)) for tone in TONES for time in times))


def _tone(frequency: float, time: float) -> float:
    wave = sin(2 * pi * frequency * time) + 0.3 * sin(4 * pi * frequency * time)
    return wave / 1.3 * exp(-FADING * time) * min(1, time / RISE)
