"""How is one sound heard, and the one before no more?"""

from collections.abc import Callable, Sequence
from time import monotonic

from display.parts.speech.engine import Sound, Unspoken
from display.parts.speech.player import Player, Playing

SLACK = 5.0
"""Seconds that a player may take for a sound beyond its length, to start and to end."""


class Loudspeaker:
    """Plays a sound by the first player that can: that of a sound server may be there where no server runs."""

    def __init__(self, players: Callable[[], Sequence[Player]], clock: Callable[[], float] = monotonic) -> None:
        self._find = players
        self._clock = clock
        self._left: list[Player] = []
        self._sound: Sound | None = None
        self._playing: Playing | None = None
        self._until = 0.0

    @property
    def playing(self) -> bool:
        """Whether a sound is being heard."""
        return self._playing is not None

    def play(self, sound: Sound) -> None:
        """Begin to play `sound`, instead of the one before. Unspoken when no player can; without any, all is silent."""
        self.hush()
        self._left, self._sound = list(self._find()), sound
        if self._left:
            self._begin()

    def mind(self) -> bool:
        """Whether a sound has been heard to its end, just now. Unspoken when it can't be heard."""
        if self._playing is None:
            return False
        ended = self._playing.poll()
        if ended is None:
            if self._clock() < self._until:
                return False
            self.hush()
            raise Unspoken(f"{self._left[0].name} does not come to an end")
        self._playing = None
        if ended:
            self._begin(f"{self._left.pop(0).name}: {ended}")
        return not ended

    def hush(self) -> None:
        """Silence."""
        if self._playing:
            self._playing.stop()
        self._playing = self._sound = None

    def _begin(self, problem: str = "") -> None:
        """Play by the first player that is left and can; `problem` is why none has yet."""
        while self._sound and self._left:
            try:
                self._playing = self._left[0].play(self._sound)
            except OSError as error:
                problem = str(error)
                self._left.pop(0)
            else:
                self._until = self._clock() + self._sound.seconds + SLACK
                return
        raise Unspoken(problem)
