"""What is done with a sound leaves it the sound that it was."""

import pytest

from display.parts.speech import samples
from display.parts.speech.chime import chime
from display.parts.speech.engine import Sound
from tests.display.parts.speech.tones import frequency, loudness, tone


@pytest.mark.parametrize("rate", [8000, 11_025, 22_050, 44_100, 48_000])
def test_at_a_finer_rate_it_is_as_long_as_high_and_as_loud(rate: int) -> None:
    given = tone(0.5)
    made = samples.at_rate(given, rate)
    assert made.rate == rate
    assert made.seconds == pytest.approx(0.5, abs=0.001)
    assert frequency(made) == pytest.approx(400, abs=4)
    assert loudness(made) == pytest.approx(loudness(given), rel=0.05)


def test_sounds_of_different_rates_come_one_after_another_at_the_finest() -> None:
    made = samples.joined([tone(0.5, 8000, 400), tone(0.25, 48_000, 1000)], 0.1)
    assert made.rate == 48_000
    assert made.seconds == pytest.approx(0.85, abs=0.001)
    parts = [Sound(48_000, made.samples[2 * round(a * 48_000) : 2 * round(b * 48_000)]) for a, b in PLACES]
    assert [round(frequency(part), -2) for part in parts] == [400, 0, 1000]


PLACES = [(0, 0.5), (0.51, 0.59), (0.6, 0.85)]


def test_it_is_cut_free_of_the_silence_around_it_but_not_within() -> None:
    noise = samples.scaled(tone(0.3), 0.005)
    made = samples.trimmed(samples.joined([noise, tone(0.2), noise, tone(0.2), noise]))
    assert made.seconds == pytest.approx(0.7, abs=0.01)


@pytest.mark.parametrize("quiet", [Sound(8000, b""), samples.silence(1, 8000), samples.scaled(tone(1), 0.001)])
def test_of_silence_nothing_is_left(quiet: Sound) -> None:
    assert samples.trimmed(quiet).samples == b""


def test_louder_than_can_be_is_cut_and_does_not_turn_over() -> None:
    made = samples.numbers(samples.scaled(tone(0.1), 5))
    assert (max(made), min(made)) == (samples.MOST, samples.LEAST)
    assert [value > 0 for value in made] == [value > 0 for value in samples.numbers(tone(0.1))]


def test_the_chime_is_short_and_louder_by_volume_and_silent_at_none() -> None:
    chimes = [chime(volume) for volume in range(6)]
    assert all(0.5 < one.seconds < 1.5 for one in chimes)
    heard = [loudness(one) for one in chimes]
    assert heard[0] == 0
    assert heard[1] > 100
    assert heard == sorted(heard)
    assert max(map(abs, samples.numbers(chimes[-1]))) < samples.MOST
