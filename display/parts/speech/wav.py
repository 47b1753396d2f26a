"""Which sound does a file hold?"""

import wave
from array import array
from io import BytesIO
from pathlib import Path

from display.parts.speech import samples
from display.parts.speech.engine import Sound, Unspoken

LARGEST = 12_000_000
"""Bytes: a minute as studios record it. A file that is larger is no announcement, and not read."""
RATE = 44_100
SIGN = bytes(value ^ 0x80 for value in range(256))


def read(file: Path) -> Sound:
    """The sound of a WAV file, whatever its rate, its channels and the bits of its samples; Unspoken when it has none.

    What the standard library cannot read, as samples of floating point, miniaudio can, where it is installed.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise Unspoken(f"{file}: too large")
        data = file.read_bytes()
        found = _plain(data) or _any(data)
    except (OSError, EOFError, ValueError, ZeroDivisionError) as error:
        raise Unspoken(f"{file}: {error}") from error
    if not (found and found.samples and found.rate > 0):
        raise Unspoken(f"{file}: no sound")
    return found


def _plain(data: bytes) -> Sound | None:
    try:
        with wave.open(BytesIO(data)) as opened:
            channels, width = opened.getnchannels(), opened.getsampwidth()
            frames = opened.readframes(opened.getnframes())
            whole = len(frames) - len(frames) % (width * channels)
            return _one_channel(Sound(opened.getframerate(), _two_bytes(frames[:whole], width)), channels)
    except wave.Error:
        return None


def _two_bytes(frames: bytes, width: int) -> bytes:
    """Samples of `width` bytes with their two highest, which are the last; those of one byte have no sign."""
    made = bytearray(2 * (len(frames) // width))
    made[1::2] = frames[width - 1 :: width].translate(SIGN) if width == 1 else frames[width - 1 :: width]
    if width > 1:
        made[0::2] = frames[width - 2 :: width]
    return bytes(made)


def _one_channel(given: Sound, channels: int) -> Sound:
    if channels == 1:
        return given
    values = samples.numbers(given)
    return samples.sound(given.rate, (sum(frame) // channels for frame in zip(*_apart(values, channels), strict=True)))


def _apart(values: "array[int]", channels: int) -> "list[array[int]]":
    return [values[channel::channels] for channel in range(channels)]


def _any(data: bytes) -> Sound | None:
    try:
        import miniaudio  # some 25 MB: only for such a file
    except ImportError:
        return None
    try:
        decoded = miniaudio.decode(data, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError:
        return None
    return samples.sound(RATE, decoded.samples)
