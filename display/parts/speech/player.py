"""What lets a sound be heard?"""

import subprocess
import tempfile
import wave
from collections.abc import Sequence
from typing import Protocol

from display.parts.speech.engine import Sound

THE_SOUND = "/dev/stdin"


class Playing(Protocol):
    """A sound that is being heard."""

    def poll(self) -> int | None:
        """None while it is heard; 0 when it was heard to its end, else it was not."""
        ...

    def stop(self) -> None:
        """Silence, at once, and nothing left behind."""
        ...


class Player(Protocol):
    """Lets sounds be heard."""

    @property
    def name(self) -> str:
        """What who looks after the machine knows it by."""
        ...

    def play(self, sound: Sound) -> Playing:
        """Begin to play `sound`; OSError when it can't."""
        ...


class Command:
    """Plays by a program. The sound is its stdin, a file without a name: nothing to feed, nothing left on the disk."""

    def __init__(self, name: str, path: str, options: Sequence[str] = ()) -> None:
        self.name = name
        self._command = [path, *options, THE_SOUND]

    def play(self, sound: Sound) -> "Running":
        with tempfile.TemporaryFile() as file:
            with wave.open(file, "wb") as written:
                written.setnchannels(1)
                written.setsampwidth(2)
                written.setframerate(sound.rate)
                written.writeframes(sound.samples)
            file.seek(0)
            return Running(self._command, file.fileno())


class Running:
    """A program that plays."""

    def __init__(self, command: list[str], stdin: int) -> None:
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, stdin=stdin, stdout=quiet, stderr=quiet)

    def poll(self) -> int | None:
        return self._process.poll()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
