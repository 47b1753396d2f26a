"""Plays a WAV file through miniaudio: `python play.py [BACKEND] FILE`, where the backend is one of miniaudio's.

It is a program of its own. So what plays is not held up by the screen that wants it, a driver that hangs can be ended,
what ALSA writes to stderr stands on no screen, and the 30 MB that it takes are given back.
"""

import sys
import wave
from collections.abc import Generator
from threading import Event

PERIOD = 100
"""Milliseconds that the device asks for at a time."""
AFTER = 3 * PERIOD
"""Milliseconds of silence after the sound: what the device has asked for is not yet heard."""
PATIENCE = 2.0
"""Seconds beyond the sound's length until a device that asks for nothing more is given up."""


def play(file: str, *backends: str) -> str:
    """Let `file` be heard; why it was not, if so."""
    import miniaudio

    with wave.open(file) as opened:
        rate, frames = opened.getframerate(), opened.readframes(opened.getnframes())
    heard = Event()
    try:
        with miniaudio.PlaybackDevice(
            miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=rate,
            buffersize_msec=PERIOD,
            backends=[miniaudio.Backend[name] for name in backends],
            app_name="novbe",
        ) as device:
            if device.backend == "Null" and not backends:
                return "no device plays sound"
            device.start(fed(frames + bytes(2 * (rate * AFTER // 1000)), heard))
            ended = heard.wait(len(frames) / 2 / rate + PATIENCE)
    except miniaudio.MiniaudioError as error:
        return str(error)
    return "" if ended else "the device is gone"


def fed(samples: bytes, heard: Event) -> Generator[bytes, int, None]:
    """What a device asks for, in frames, is given to it; tells when all has been."""
    feeding = _feeding(samples, heard)
    next(feeding)
    return feeding


def _feeding(samples: bytes, heard: Event) -> Generator[bytes, int, None]:
    frames, at = (yield b""), 0
    while at < len(samples):
        chunk = samples[at : at + 2 * frames]
        at += len(chunk)
        frames = yield chunk
    heard.set()


if __name__ == "__main__":
    *given, last = sys.argv[1:]
    sys.exit(play(last, *given) or None)
