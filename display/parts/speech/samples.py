"""What can be done with sounds: put one after another, made quieter, cut free of the silence around them."""

import sys
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat

from display.parts.speech.engine import Sound

LEAST, MOST = -32768, 32767
FAINT = 0.012
"""What is fainter than this part of the loudest is silence: the noise of a room is, the breath of a consonant isn't."""
SILENT = 60
"""A sound that is nowhere louder is silence all of it."""


def numbers(sound: Sound) -> "array[int]":
    """The samples as numbers."""
    found = array("h", sound.samples)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def sound(rate: int, samples: Iterable[int]) -> Sound:
    """The sound of these numbers."""
    made = array("h", samples)
    if sys.byteorder == "big":
        made.byteswap()
    return Sound(rate, made.tobytes())


def silence(seconds: float, rate: int) -> Sound:
    """Nothing, for so long."""
    return Sound(rate, bytes(2 * round(seconds * rate)))


def joined(sounds: Sequence[Sound], pause: float = 0) -> Sound:
    """One after another with a `pause` of seconds between two, at the finest rate among them: nothing is lost."""
    rate = max(one.rate for one in sounds)
    return Sound(rate, silence(pause, rate).samples.join(at_rate(one, rate).samples for one in sounds))


def at_rate(one: Sound, rate: int) -> Sound:
    """The same sound with `rate` samples a second, which must not be fewer than it has."""
    if one.rate == rate or not one.samples:
        return Sound(rate, one.samples)
    given = numbers(one)
    count = len(given) * rate // one.rate
    given.append(given[-1])
    places = accumulate(repeat(one.rate, count - 1), initial=0)  # in parts of 1 / rate of a sample
    found = ((at // rate, at % rate) for at in places)
    return sound(rate, (given[at] + (given[at + 1] - given[at]) * part // rate for at, part in found))


def scaled(one: Sound, factor: float) -> Sound:
    """The sound louder or quieter by `factor`; what would be louder than can be is cut."""
    if factor == 1:
        return one
    return sound(one.rate, (max(LEAST, min(round(value * factor), MOST)) for value in numbers(one)))


def trimmed(one: Sound) -> Sound:
    """The sound without the silence before and after it."""
    given = numbers(one)
    loudest = max(max(given, default=0), -min(given, default=0))
    if loudest <= SILENT:
        return Sound(one.rate, b"")
    first, last = (_heard(given, places, loudest * FAINT) for places in (range(len(given)), range(len(given))[::-1]))
    return sound(one.rate, given[first : last + 1])


def _heard(given: Sequence[int], places: Iterable[int], faint: float) -> int:
    """The first of `places` where more than `faint` is heard."""
    return next(place for place in places if abs(given[place]) > faint)
