"""What makes sound of a sentence?"""

from dataclasses import dataclass
from typing import Protocol

WORDS_A_MINUTE = 140
"""Slower than espeak-ng's own 175: a hall is noisy, and many who listen hear the language as their second."""


class Unspoken(Exception):
    """Nothing could be said, and why: in English, for who looks after the machine."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One channel of samples, 16 bits each, little-endian; `rate` of them a second."""

    rate: int
    samples: bytes

    @property
    def seconds(self) -> float:
        """How long it is heard."""
        return len(self.samples) / 2 / self.rate


class Engine(Protocol):
    """Used by one thread; only `close` may be called from another."""

    def speak(self, markup: str, voice: str, amplitude: int) -> Sound:
        """`markup` (SSML) as `voice` says it; Unspoken when it can't, as without that voice. `amplitude`: 0 to 200."""
        ...

    def close(self) -> None:
        """Break off what is being made, and make nothing more."""
        ...
